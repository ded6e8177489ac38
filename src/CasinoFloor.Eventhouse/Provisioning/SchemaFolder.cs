using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Provisioning;

/// <summary>A command of the schema with its text.</summary>
/// <param name="Command">What it says.</param>
/// <param name="Text">Its text, to be run.</param>
internal sealed record SchemaCommand(KqlCommand Command, string Text);

/// <summary>The commands of <c>kql/schema</c>, and of its folder <c>remote</c> for a remote Eventhouse.</summary>
internal static class SchemaFolder
{
    private const string Script = ".execute database script <|\n";

    /// <summary>Reads the commands in the order of the files' names. A function that is defined again counts as it is defined last.</summary>
    /// <param name="kqlFolder">The folder <c>kql</c>.</param>
    /// <param name="isRemote">Whether for a remote Eventhouse.</param>
    /// <exception cref="FormatException">A file holds something else; the message names file and place.</exception>
    public static IReadOnlyList<SchemaCommand> Load(string kqlFolder, bool isRemote)
    {
        var folder = Path.Combine(kqlFolder, "schema");
        var files = Directory.EnumerateFiles(folder, "*.kql").Order(StringComparer.Ordinal);
        if (isRemote)
        {
            files = files.Concat(Directory.EnumerateFiles(Path.Combine(folder, "remote"), "*.kql").Order(StringComparer.Ordinal)).Order(StringComparer.Ordinal);
        }

        var commands = files.SelectMany(Read).ToList();
        return [.. commands.Where((command, i) => command.Command is not CreateFunctionCommand function
            || !commands.Skip(i + 1).Any(later => later.Command is CreateFunctionCommand again && again.Name == function.Name))];
    }

    /// <summary>The functions as statements in front of a query.</summary>
    public static string Functions(IEnumerable<SchemaCommand> commands) =>
        string.Join('\n', commands.Select(command => command.Command).OfType<CreateFunctionCommand>().Select(function => function.Statement));

    private static IEnumerable<SchemaCommand> Read(string file)
    {
        var text = Script + File.ReadAllText(file);
        return KqlCommands.Parse(text) switch
        {
            { Command: ExecuteScriptCommand script } => script.Commands.Select(command => new SchemaCommand(command, text.Substring(command.Span.Start, command.Span.Length))),
            { Error: { } error } => throw new FormatException($"{file}({error.Line - 1},{error.Column}): {error.Message}"),
            _ => throw new FormatException($"{file} holds no commands."),
        };
    }
}
