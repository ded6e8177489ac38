using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>A table as a command declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in order; no two have the same name.</param>
public sealed record KqlTableDeclaration(string Name, IReadOnlyList<KqlResultColumn> Columns);

/// <summary><c>.create table T (a:long, b:string) [with (docstring="...", folder="...")]</c>, also <c>tables</c> and <c>.create-merge</c></summary>
/// <param name="Tables">The tables, at least one.</param>
/// <param name="Merge">Whether columns are added to tables that exist.</param>
/// <param name="Docstring">The description; null when not said.</param>
/// <param name="Folder">The folder; null when not said.</param>
/// <param name="Span">Where it stands.</param>
public sealed record CreateTablesCommand(IReadOnlyList<KqlTableDeclaration> Tables, bool Merge, string? Docstring, string? Folder, TextSpan Span)
    : KqlCommand(Span);

/// <summary><c>.drop table T [ifexists]</c>, <c>.drop tables (A, B) [ifexists]</c></summary>
/// <param name="Tables">The tables, at least one.</param>
/// <param name="IfExists">Whether a table that is missing is no error.</param>
/// <param name="Span">Where it stands.</param>
public sealed record DropTablesCommand(IReadOnlyList<string> Tables, bool IfExists, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.alter table T docstring "..."</c></summary>
/// <param name="Table">The table.</param>
/// <param name="Docstring">The description.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AlterTableDocstringCommand(string Table, string Docstring, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.alter table T folder "..."</c></summary>
/// <param name="Table">The table.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AlterTableFolderCommand(string Table, string Folder, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.clear table T data</c></summary>
/// <param name="Table">The table.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ClearTableCommand(string Table, TextSpan Span) : KqlCommand(Span);
