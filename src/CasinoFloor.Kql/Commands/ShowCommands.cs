using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>How a schema is shown.</summary>
public enum SchemaFormat
{
    /// <summary>One row for each table or column.</summary>
    Rows,

    /// <summary>One column of text, <c>name:type, ...</c> (<c>cslschema</c>).</summary>
    Csl,

    /// <summary>One JSON document (<c>schema as json</c>).</summary>
    Json,
}

/// <summary><c>.show version</c></summary>
/// <param name="Span">Where it stands.</param>
public sealed record ShowVersionCommand(TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show databases</c></summary>
/// <param name="Span">Where it stands.</param>
public sealed record ShowDatabasesCommand(TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show database</c>, with or without a name, and <c>details</c>.</summary>
/// <param name="Database">The database; null for the current one.</param>
/// <param name="Details">Whether details are asked for.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowDatabaseCommand(string? Database, bool Details, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show database [D] schema [as json]</c>, <c>.show databases [(A, B)] schema as json</c>, <c>.show schema as json</c></summary>
/// <param name="Databases">The databases; empty for the current one, or for all when <paramref name="All"/>.</param>
/// <param name="All">Whether every database is asked for.</param>
/// <param name="Format">How it is shown.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowDatabaseSchemaCommand(IReadOnlyList<string> Databases, bool All, SchemaFormat Format, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show tables [(A, B)] [details]</c></summary>
/// <param name="Tables">The tables; empty for all.</param>
/// <param name="Details">Whether details are asked for.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowTablesCommand(IReadOnlyList<string> Tables, bool Details, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show table T</c>: its columns as attributes; <c>.show table T details</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Details">Whether details are asked for.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowTableCommand(string Table, bool Details, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show table T schema as json</c>, <c>.show table T cslschema</c></summary>
/// <param name="Table">The table.</param>
/// <param name="Format">How it is shown.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowTableSchemaCommand(string Table, SchemaFormat Format, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show functions</c>, <c>.show function f</c></summary>
/// <param name="Function">The function; null for all.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowFunctionsCommand(string? Function, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show materialized-views</c>, <c>.show materialized-view V</c></summary>
/// <param name="View">The view; null for all.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowMaterializedViewsCommand(string? View, TextSpan Span) : KqlCommand(Span);

/// <summary>
/// <c>.show ingestion mappings</c>, <c>.show table T ingestion [json] mappings</c>, <c>.show table T ingestion json mapping "m"</c>,
/// <c>.show database [D] ingestion [json] mappings</c>
/// </summary>
/// <param name="Database">The database; null for the current one.</param>
/// <param name="Table">The table; null for every table.</param>
/// <param name="Mapping">The mapping; null for all.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowIngestionMappingsCommand(string? Database, string? Table, string? Mapping, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show table T policy retention</c> and the like.</summary>
/// <param name="Entity">Whose policy.</param>
/// <param name="Policy">Which policy.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowPolicyCommand(KqlEntity Entity, KqlPolicy Policy, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.show operations [id]</c></summary>
/// <param name="Operation">The operation; null for all.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ShowOperationsCommand(Guid? Operation, TextSpan Span) : KqlCommand(Span);

/// <summary><c>.get ingestion resources</c></summary>
/// <param name="Span">Where it stands.</param>
public sealed record GetIngestionResourcesCommand(TextSpan Span) : KqlCommand(Span);

/// <summary><c>.get kusto identity token</c></summary>
/// <param name="Span">Where it stands.</param>
public sealed record GetIdentityTokenCommand(TextSpan Span) : KqlCommand(Span);
