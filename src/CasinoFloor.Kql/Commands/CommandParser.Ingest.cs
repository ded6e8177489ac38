using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <content>Commands that bring rows, and scripts.</content>
internal static partial class CommandParser
{
    private const int MaxScriptCommands = 1_000;

    private static IngestFromQueryCommand IngestFromQuery(CommandReader reader, IngestMode mode)
    {
        var isAsync = reader.TryWord("async");
        var table = reader.Name("the name of a table");
        var properties = Properties(reader);
        Tail(reader, out var start);
        return new IngestFromQueryCommand(mode, table, Query(reader.Text, start), isAsync, properties, default);
    }

    private static IngestInlineCommand Ingest(CommandReader reader)
    {
        var what = reader.Keyword();
        if (what != "inline")
        {
            throw reader.Unsupported((".ingest " + what).TrimEnd());
        }

        reader.ExpectWords("into", "table");
        var table = reader.Name("the name of a table");
        var properties = Properties(reader);
        if (reader.Current.Is("["))
        {
            reader.Take();
            var text = reader.Rest(out var open).TrimEnd();
            return text.EndsWith(']')
                ? new IngestInlineCommand(table, text[..^1], properties, default)
                : throw KqlFailure.Syntax("The command ends where ']' is expected.", new TextSpan(open + text.Length, 0));
        }

        return new IngestInlineCommand(table, WithoutFirstBreak(Tail(reader, out _)), properties, default);
    }

    private static ExecuteScriptCommand Execute(CommandReader reader)
    {
        var what = reader.Keyword();
        if (what is not ("database" or "script"))
        {
            throw reader.Unsupported((".execute " + what).TrimEnd());
        }

        if (what == "database")
        {
            reader.ExpectWords("script");
        }

        var at = reader.Current.Span;
        var properties = Properties(reader);
        Only(properties, at, "ContinueOnErrors", "ThrowOnErrors");
        Tail(reader, out var start);
        var commands = new List<KqlCommand>();
        foreach (var (from, to) in Scripts.Split(reader.Text, start))
        {
            commands.Add(commands.Count < MaxScriptCommands
                ? Parse(reader.Text[..to], from, inScript: true)
                : throw new KqlFailure(KqlErrorCodes.TooComplex, $"The script has more than {MaxScriptCommands} commands.", new TextSpan(from, 0)));
        }

        return commands.Count > 0
            ? new ExecuteScriptCommand(commands, Flag(properties, "ContinueOnErrors", at), Flag(properties, "ThrowOnErrors", at), default)
            : throw KqlFailure.Syntax("The script has no command.", new TextSpan(reader.Text.Length, 0));
    }

    /// <summary>What follows <c>&lt;|</c>.</summary>
    private static string Tail(CommandReader reader, out int start)
    {
        reader.Expect("<");
        reader.Expect("|");
        return reader.Rest(out start);
    }

    private static string WithoutFirstBreak(string data)
    {
        var line = data.TrimStart(' ', '\t');
        return line.StartsWith("\r\n", StringComparison.Ordinal) ? line[2..] : line.StartsWith('\n') ? line[1..] : line;
    }
}
