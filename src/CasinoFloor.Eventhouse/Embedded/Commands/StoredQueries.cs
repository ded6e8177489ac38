using System.Globalization;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Changes of stored functions and of views.</summary>
internal static class StoredQueries
{
    private const int Most = 1_000;

    /// <summary>Creates a function, after trying whether it means something.</summary>
    public static MetadataChange Create(DatabaseMetadata metadata, CreateFunctionCommand create, EmbeddedKql kql)
    {
        var before = metadata.Functions.GetValueOrDefault(create.Name);
        if (Refuse(create.Mode, create.Name, "function", before is not null) is { } refused)
        {
            return refused;
        }

        if (before is not null && create.Mode == CreateMode.IfNotExists)
        {
            return new MetadataChange(metadata);
        }

        if (metadata.Find(create.Name) is not null || metadata.Views.ContainsKey(create.Name) || metadata.Functions.Count >= Most)
        {
            return Taken(create.Name);
        }

        var function = new StoredFunction(
            create.Name, create.Parameters, create.Body, create.Docstring ?? before?.Docstring ?? "", create.Folder ?? before?.Folder ?? "");
        var next = metadata with { Functions = metadata.Functions.SetItem(create.Name, function) };
        return !create.SkipValidation && Wrong(function, next, kql) is { } wrong
            ? MetadataChange.Refused($"The function '{create.Name}' cannot be bound: {wrong} With skipvalidation=true it is stored as it is.")
            : new MetadataChange(next);
    }

    /// <summary>Creates a view.</summary>
    public static MetadataChange Create(DatabaseMetadata metadata, CreateMaterializedViewCommand create, EmbeddedKql kql)
    {
        var before = metadata.Views.GetValueOrDefault(create.Name);
        if (Refuse(create.Mode, create.Name, "materialized view", before is not null) is { } refused)
        {
            return refused;
        }

        if (before is not null && create.Mode == CreateMode.IfNotExists)
        {
            return new MetadataChange(metadata);
        }

        if (metadata.Find(create.Name) is not null || metadata.Functions.ContainsKey(create.Name) || metadata.Views.Count >= Most)
        {
            return Taken(create.Name);
        }

        if (metadata.Find(create.Table) is null)
        {
            return MetadataChange.Refused($"There is no table '{create.Table}'.");
        }

        var view = new StoredView(
            create.Name, create.Table, create.Query.Text.Trim(), Text("docString") ?? before?.Docstring ?? "", Text("folder") ?? before?.Folder ?? "");
        var next = metadata with { Views = metadata.Views.SetItem(create.Name, view) };
        return Wrong(kql.Analyze(new KqlQuery(FunctionParameters.Name(create.Name)), next)) is { } wrong
            ? MetadataChange.Refused($"The view '{create.Name}' cannot be bound: {wrong}")
            : new MetadataChange(next);

        string? Text(string property) => create.Properties.FirstOrDefault(given => given.Key.Equals(property, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>Drops functions.</summary>
    public static MetadataChange Drop(DatabaseMetadata metadata, DropFunctionsCommand drop) =>
        !drop.IfExists && drop.Functions.FirstOrDefault(name => !metadata.Functions.ContainsKey(name)) is { } missing
            ? MetadataChange.Refused($"There is no function '{missing}'.")
            : new MetadataChange(metadata with { Functions = metadata.Functions.RemoveRange(drop.Functions) });

    /// <summary>Drops a view.</summary>
    public static MetadataChange Drop(DatabaseMetadata metadata, DropMaterializedViewCommand drop) =>
        !drop.IfExists && !metadata.Views.ContainsKey(drop.View)
            ? MetadataChange.Refused($"There is no materialized view '{drop.View}'.")
            : new MetadataChange(metadata with { Views = metadata.Views.Remove(drop.View) });

    private static MetadataChange? Refuse(CreateMode mode, string name, string what, bool exists) => (mode, exists) switch
    {
        (CreateMode.Create, true) => MetadataChange.Refused($"There is a {what} '{name}' already; .create-or-alter replaces it."),
        (CreateMode.Alter, false) => MetadataChange.Refused($"There is no {what} '{name}'."),
        _ => null,
    };

    private static MetadataChange Taken(string name) =>
        MetadataChange.Refused(string.Create(CultureInfo.InvariantCulture, $"The name '{name}' is taken, or there are {Most} of its kind already."));

    private static string? Wrong(KqlAnalysis analysis) => analysis.Error?.Message;

    // Whether a function gives a table or a value is known only when it is bound: it must bind as one of them.
    private static string? Wrong(StoredFunction function, DatabaseMetadata next, EmbeddedKql kql)
    {
        if (FunctionParameters.Parse(function.Parameters) is not { } parameters || FunctionParameters.SampleCall(function.Name, parameters) is not { } call)
        {
            return null;
        }

        var asTable = Wrong(kql.Analyze(new KqlQuery(call), next));
        var asValue = asTable is null ? null : Wrong(kql.Analyze(new KqlQuery($"print {call}"), next));
        return asTable is null || asValue is null ? null : function.Body.Contains('|', StringComparison.Ordinal) ? asTable : asValue;
    }
}
