using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>Reads management commands. What is not a command of this engine is refused by name, with its line and column.</summary>
public static class KqlCommands
{
    /// <summary>The name of the command's own result in <see cref="KqlCommand.Pipe"/>.</summary>
    public const string ResultName = "$";

    private const int MaxLength = 4_000_000;

    /// <summary>Whether a text is a command rather than a query: its first character after white space and comments is a dot.</summary>
    public static bool IsCommand(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Lexer.Begin(text) is var start && start < text.Length && text[start] == '.';
    }

    /// <summary>Parses a command. Nothing is thrown for what the text says.</summary>
    public static KqlCommandParse Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Length <= MaxLength
                ? new KqlCommandParse(CommandParser.Parse(text), null)
                : throw new KqlFailure(KqlErrorCodes.TooComplex, $"The command is longer than {MaxLength} characters.", default);
        }
        catch (KqlFailure failure)
        {
            return new KqlCommandParse(null, failure.ToError(text));
        }
    }
}
