using System.Globalization;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Eventhouse.Embedded.Loading;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Changes of the tables that commands create.</summary>
internal static class UserTables
{
    private const int MostTables = 1_000;
    private const int MostColumns = 1_000;

    /// <summary>Creates a table, or adds the columns that it lacks.</summary>
    public static MetadataChange Merge(DatabaseMetadata metadata, string name, IReadOnlyList<UserColumn> columns)
    {
        if (metadata.Find(name) is not { } table)
        {
            return Create(metadata, name, columns);
        }

        foreach (var column in columns)
        {
            if (table.Columns.FirstOrDefault(known => known.Name == column.Name) is { } known && known.Type != column.Type)
            {
                return MetadataChange.Refused($"The column '{column.Name}' of '{name}' is a {known.Type.Name()}; its type cannot become {column.Type.Name()}.");
            }
        }

        var added = columns.Where(column => table.Columns.All(known => known.Name != column.Name)).ToList();
        if (added.Count == 0)
        {
            return new MetadataChange(metadata);
        }

        if (table.IsBuiltIn)
        {
            return MetadataChange.Refused(
                $"'{name}' is one of the product's own tables and has no column {string.Join(", ", added.Select(column => $"'{column.Name}'"))}; put other columns into a table of your own.");
        }

        var current = metadata.Tables[name];
        var next = current with { Columns = current.Columns.AddRange(added) };
        var described = CatalogTable.Of(next);
        return TooMany(metadata, next.Columns.Count) ?? new MetadataChange(metadata with { Tables = metadata.Tables.SetItem(name, next) })
        {
            Sql = [.. described.Columns.Skip(current.Columns.Count).Select(column => $"ALTER TABLE {described.Sql} ADD COLUMN {Declare(column)}{(column.Type == KqlType.String ? " DEFAULT ''" : "")}")],
        };
    }

    /// <summary>Creates a table in place of one that may exist.</summary>
    public static MetadataChange Replace(DatabaseMetadata metadata, string name, IReadOnlyList<UserColumn> columns)
    {
        if (!metadata.Tables.TryGetValue(name, out var old))
        {
            return Create(metadata, name, columns);
        }

        var created = Create(metadata, name, columns);
        return created.Error is not null ? created : created with { Sql = [Drop(old), .. created.Sql] };
    }

    /// <summary>Drops tables.</summary>
    public static MetadataChange Drop(DatabaseMetadata metadata, IReadOnlyList<string> names, bool ifExists)
    {
        var sql = new List<string>();
        foreach (var name in names)
        {
            if (CatalogTable.AllBuiltIn.ContainsKey(name))
            {
                return MetadataChange.Refused($"'{name}' is one of the product's own tables and cannot be dropped.");
            }

            if (metadata.Views.Values.FirstOrDefault(view => view.Table == name) is { } view)
            {
                return MetadataChange.Refused($"The materialized view '{view.Name}' is made from '{name}': drop it first.");
            }

            if (UpdateCommands.ReadersOf(metadata, name).Except(names).FirstOrDefault() is { } reader)
            {
                return MetadataChange.Refused($"The update policy of '{reader}' reads from '{name}': delete it first.");
            }

            if (metadata.Tables.TryGetValue(name, out var table))
            {
                sql.Add(Drop(table));
                metadata = metadata with { Tables = metadata.Tables.Remove(name), Notes = metadata.Notes.Remove(name) };
            }
            else if (!ifExists)
            {
                return MetadataChange.Refused($"There is no table '{name}'.");
            }
        }

        return new MetadataChange(metadata) { Sql = sql };
    }

    private static MetadataChange Create(DatabaseMetadata metadata, string name, IReadOnlyList<UserColumn> columns)
    {
        if (metadata.Functions.ContainsKey(name) || metadata.Views.ContainsKey(name))
        {
            return MetadataChange.Refused($"The name '{name}' is a function's or a view's already.");
        }

        if (TooMany(metadata, columns.Count) is { } refused)
        {
            return refused;
        }

        var table = new UserTable(name, metadata.NextNumber, [.. columns]);
        var described = CatalogTable.Of(table);
        var declared = described.Columns.Select(Declare).Append($"{SchemaProvisioner.Quote(CatalogTable.UserIngestedBy)} TIMESTAMP");
        return new MetadataChange(metadata with { NextNumber = metadata.NextNumber + 1, Tables = metadata.Tables.SetItem(name, table) })
        {
            Sql = [$"CREATE TABLE {described.Sql} ({string.Join(", ", declared)})"],
        };
    }

    private static MetadataChange? TooMany(DatabaseMetadata metadata, int columns) =>
        metadata.Tables.Count >= MostTables || columns > MostColumns
            ? MetadataChange.Refused(string.Create(CultureInfo.InvariantCulture, $"There may be {MostTables} tables of {MostColumns} columns."))
            : null;

    private static string Drop(UserTable table) => $"DROP TABLE {CatalogTable.Of(table).Sql}";

    private static string Declare(CatalogColumn column) => $"{SchemaProvisioner.Quote(column.DuckDbName)} {RowSink.TypeOf(column.Type)}";
}
