using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Catalog;

/// <summary>A column of a table that a command created.</summary>
/// <param name="Name">Its name in queries.</param>
/// <param name="Type">Its type.</param>
internal sealed record UserColumn(string Name, KqlType Type);

/// <summary>
/// A table that a command created. In DuckDB it and its columns have numbers for names, in a schema of their own: no name that a user
/// chooses can meet one of ours, or another that differs by case only.
/// </summary>
/// <param name="Name">Its name in queries.</param>
/// <param name="Number">Its number, never used again.</param>
/// <param name="Columns">Its columns in order; columns are only ever added.</param>
internal sealed record UserTable(string Name, int Number, ImmutableList<UserColumn> Columns);

/// <summary>A stored function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters with the parentheses.</param>
/// <param name="Body">Its body with the braces.</param>
/// <param name="Docstring">Its description.</param>
/// <param name="Folder">Its folder.</param>
internal sealed record StoredFunction(string Name, string Parameters, string Body, string Docstring, string Folder);

/// <summary>A materialized view: here its query runs whenever it is named.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table it is made from.</param>
/// <param name="Query">Its query.</param>
/// <param name="Docstring">Its description.</param>
/// <param name="Folder">Its folder.</param>
internal sealed record StoredView(string Name, string Table, string Query, string Docstring, string Folder);

/// <summary>How documents become rows of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Json">As its author wrote it.</param>
/// <param name="UpdatedOn">When it was created or changed, UTC.</param>
internal sealed record StoredMapping(string Name, ImmutableList<KqlMappingColumn> Columns, string Json, DateTime UpdatedOn);

/// <summary>How long rows are kept.</summary>
/// <param name="SoftDeletePeriod">How long.</param>
/// <param name="IsRecoverable">Kept and shown; deleted rows cannot be had back here.</param>
internal sealed record RetentionPolicy(TimeSpan SoftDeletePeriod, bool IsRecoverable);

/// <summary>Policies of a table or of the database; null is not set.</summary>
internal sealed record Policies
{
    /// <summary>How long rows are kept.</summary>
    public RetentionPolicy? Retention { get; init; }

    /// <summary>Whether rows may be sent one request at a time.</summary>
    public bool? Streaming { get; init; }

    /// <summary>What a table gets of the new rows of others; empty is not set.</summary>
    public ImmutableList<KqlUpdate> Updates { get; init; } = [];
}

/// <summary>What is noted of a table, a built-in one too.</summary>
internal sealed record TableNotes
{
    /// <summary>Its description.</summary>
    public string Docstring { get; init; } = "";

    /// <summary>Its folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Its policies.</summary>
    public Policies Policies { get; init; } = new();

    /// <summary>Its mappings, by name.</summary>
    public ImmutableDictionary<string, StoredMapping> Mappings { get; init; } = ImmutableDictionary<string, StoredMapping>.Empty;

    /// <summary>Nothing noted.</summary>
    [JsonIgnore]
    public static TableNotes None { get; } = new();
}
