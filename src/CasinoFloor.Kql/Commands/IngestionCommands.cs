using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>How a query's rows go into a table.</summary>
public enum IngestMode
{
    /// <summary><c>.set</c>: into a new table; one that exists is an error.</summary>
    Set,

    /// <summary><c>.append</c>: into a table that exists.</summary>
    Append,

    /// <summary><c>.set-or-append</c>: into a table that is created when it is missing.</summary>
    SetOrAppend,

    /// <summary><c>.set-or-replace</c>: in place of the rows of the table.</summary>
    SetOrReplace,
}

/// <summary>One column of a mapping.</summary>
/// <param name="Column">The column of the table.</param>
/// <param name="Type">The type it is created with when missing; null when not said.</param>
/// <param name="Path">Where its value stands in the document, such as <c>$.a.b</c>; null when not said.</param>
/// <param name="Transform">What is done to the value, such as <c>DateTimeFromUnixSeconds</c>; null for nothing.</param>
/// <param name="ConstantValue">The value of every row; null when it comes from the document.</param>
public sealed record KqlMappingColumn(string Column, string? Type, string? Path, string? Transform, string? ConstantValue);

/// <summary><c>.create-or-alter table T ingestion json mapping "m" '[{"column":"a","Properties":{"Path":"$.a"}}]'</c></summary>
/// <param name="Table">The table.</param>
/// <param name="Name">The mapping.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="Json">Its text as written.</param>
/// <param name="Mode">What happens when it exists.</param>
/// <param name="Span">Where it stands.</param>
public sealed record CreateJsonMappingCommand(
    string Table, string Name, IReadOnlyList<KqlMappingColumn> Columns, string Json, CreateMode Mode, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.drop table T ingestion json mapping "m"</c></summary>
/// <param name="Table">The table.</param>
/// <param name="Name">The mapping.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DropJsonMappingCommand(string Table, string Name, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.set-or-append [async] T [with (...)] &lt;| query</c> and the like.</summary>
/// <param name="Mode">How the rows go in.</param>
/// <param name="Table">The table.</param>
/// <param name="Query">Where the rows come from; columns are taken by order and type.</param>
/// <param name="Async">Whether the caller does not wait.</param>
/// <param name="Properties">What <c>with</c> said; names in any case.</param>
/// <param name="Span">Where it stands.</param>
public sealed record IngestFromQueryCommand(
    IngestMode Mode, string Table, KqlCommandQuery Query, bool Async, IReadOnlyDictionary<string, string> Properties, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.ingest inline into table T [with (format="csv")] &lt;| 1,a</c></summary>
/// <param name="Table">The table.</param>
/// <param name="Data">The rows as text, CSV unless <c>format</c> says otherwise.</param>
/// <param name="Properties">What <c>with</c> said; names in any case.</param>
/// <param name="Span">Where it stands.</param>
public sealed record IngestInlineCommand(string Table, string Data, IReadOnlyDictionary<string, string> Properties, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.execute database script [with (ContinueOnErrors=true)] &lt;|</c> and one command after the other, each from the start of a line.</summary>
/// <param name="Commands">The commands, at least one.</param>
/// <param name="ContinueOnErrors">Whether the commands after one that failed are run.</param>
/// <param name="ThrowOnErrors">Whether a command that failed makes the whole an error.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ExecuteScriptCommand(IReadOnlyList<KqlCommand> Commands, bool ContinueOnErrors, bool ThrowOnErrors, TextSpan Span) : KqlCommand(Span);
