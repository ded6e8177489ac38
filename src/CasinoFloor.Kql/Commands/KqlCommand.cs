using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>
/// A management command, such as <c>.show tables | count</c>, as its author wrote it: names are not looked up and nothing is run.
/// Each command is a record of its own; whoever has the storage decides what it does.
/// </summary>
/// <param name="Span">Where it stands in the text.</param>
public abstract record KqlCommand(TextSpan Span)
{
    /// <summary>
    /// The query over the command's result, when operators follow it after a bar; the result is the table <see cref="KqlCommands.ResultName"/>
    /// there. Lines and columns are those of the command's text. Null without operators.
    /// </summary>
    public string? Pipe { get; init; }
}

/// <summary>A command, or why the text is none.</summary>
/// <param name="Command">The command; null when there is an error.</param>
/// <param name="Error">The first error with its place; null when the command is sound.</param>
public sealed record KqlCommandParse(KqlCommand? Command, KqlError? Error);

/// <summary>The text of a query inside a command, with its place there.</summary>
/// <param name="Text">The query.</param>
/// <param name="Start">Where it begins in the command's text.</param>
public readonly record struct KqlCommandQuery(string Text, int Start);
