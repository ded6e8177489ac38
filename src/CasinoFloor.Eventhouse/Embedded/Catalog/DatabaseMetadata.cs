using System.Collections.Immutable;
using System.Text;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Catalog;

/// <summary>Everything that commands have created. Immutable: a change makes another, which replaces this one when it is durable.</summary>
internal sealed record DatabaseMetadata
{
    /// <summary>The number of the next table.</summary>
    public int NextNumber { get; init; } = 1;

    /// <summary>Tables that commands created, by name.</summary>
    public ImmutableDictionary<string, UserTable> Tables { get; init; } = ImmutableDictionary<string, UserTable>.Empty;

    /// <summary>Functions by name.</summary>
    public ImmutableDictionary<string, StoredFunction> Functions { get; init; } = ImmutableDictionary<string, StoredFunction>.Empty;

    /// <summary>Views by name.</summary>
    public ImmutableDictionary<string, StoredView> Views { get; init; } = ImmutableDictionary<string, StoredView>.Empty;

    /// <summary>Notes by table, built-in ones too.</summary>
    public ImmutableDictionary<string, TableNotes> Notes { get; init; } = ImmutableDictionary<string, TableNotes>.Empty;

    /// <summary>Policies of the database.</summary>
    public Policies Policies { get; init; } = new();

    /// <summary>Finds a table, built-in or created; null when there is none.</summary>
    public CatalogTable? Find(string name) =>
        CatalogTable.AllBuiltIn.GetValueOrDefault(name) ?? (Tables.TryGetValue(name, out var table) ? CatalogTable.Of(table) : null);

    /// <summary>All tables by name.</summary>
    public IEnumerable<CatalogTable> AllTables() =>
        EventhouseTables.All.Select(table => CatalogTable.AllBuiltIn[table.Name])
            .Concat(Tables.Values.Select(CatalogTable.Of))
            .OrderBy(table => table.Name, StringComparer.Ordinal);

    /// <summary>The notes of a table.</summary>
    public TableNotes NotesOf(string table) => Notes.GetValueOrDefault(table, TableNotes.None);

    /// <summary>With other notes of a table.</summary>
    public DatabaseMetadata WithNotes(string table, Func<TableNotes, TableNotes> change) => this with { Notes = Notes.SetItem(table, change(NotesOf(table))) };

    /// <summary>What queries see.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="describe">How the engine sees a table, when that is not the table itself.</param>
    public KqlCatalog ToCatalog(string database, Func<CatalogTable, KqlTable>? describe = null)
    {
        var statements = new StringBuilder();
        foreach (var function in Functions.Values)
        {
            statements.Append(Declare(function.Name, function.Parameters, function.Body));
        }

        foreach (var view in Views.Values)
        {
            statements.Append(Declare(view.Name, "()", $"{{ {view.Query}\n}}"));
        }

        return new KqlCatalog(AllTables().Select(describe ?? (table => table.Describe())), statements.ToString(), database);
    }

    // A body may end with a comment: what follows begins on a line of its own.
    private static string Declare(string name, string parameters, string body) =>
        $"let ['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'] = {parameters} {body}\n;\n";
}
