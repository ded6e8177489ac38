using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary><c>.show functions</c>, <c>.show materialized-views</c>, <c>.show ingestion mappings</c>, <c>.show operations</c></summary>
internal static class ShowEntities
{
    /// <summary>Functions, by name.</summary>
    public static KqlResult Functions(DatabaseMetadata metadata, string? only) => Answer.Table(
        "Name:string, Parameters:string, Body:string, Folder:string, DocString:string",
        metadata.Functions.Values.Where(function => only is null || function.Name == only).OrderBy(function => function.Name, StringComparer.Ordinal)
            .Select(function => new object?[] { function.Name, function.Parameters, function.Body, function.Folder, function.Docstring }));

    /// <summary>Views, by name. A view's query runs whenever it is named, so it is always up to date.</summary>
    public static KqlResult Views(DatabaseMetadata metadata, string? only, DateTime now) => Answer.Table(
        "Name:string, SourceTable:string, Query:string, MaterializedTo:datetime, LastRun:datetime, LastRunResult:string, IsHealthy:bool, IsEnabled:bool, Folder:string, DocString:string, AutoUpdateSchema:bool, EffectiveDateTime:datetime, Lookback:timespan",
        metadata.Views.Values.Where(view => only is null || view.Name == only).OrderBy(view => view.Name, StringComparer.Ordinal)
            .Select(view => new object?[] { view.Name, view.Table, view.Query, now, now, "Completed", true, true, view.Folder, view.Docstring, false, null, null }));

    /// <summary>Mappings, by table and name.</summary>
    public static KqlResult Mappings(DatabaseMetadata metadata, string? table, string? only) => Answer.Table(
        "Name:string, Kind:string, Mapping:string, LastUpdatedOn:datetime, Database:string, Table:string",
        metadata.Notes.Where(notes => table is null || notes.Key == table).OrderBy(notes => notes.Key, StringComparer.Ordinal)
            .SelectMany(notes => notes.Value.Mappings.Values.Where(mapping => only is null || mapping.Name == only).OrderBy(mapping => mapping.Name, StringComparer.Ordinal)
                .Select(mapping => new object?[] { mapping.Name, "Json", mapping.Json, mapping.UpdatedOn, EmbeddedEventhouse.DatabaseName, notes.Key })));

    /// <summary>Operations, newest first.</summary>
    public static KqlResult Operations(IReadOnlyList<Operation> operations, Guid? only) => Answer.Table(
        "OperationId:guid, Operation:string, StartedOn:datetime, LastUpdatedOn:datetime, Duration:timespan, State:string, Status:string, Database:string",
        operations.Where(operation => only is null || operation.Id == only).Select(operation => new object?[]
        {
            operation.Id, operation.Kind, operation.Started, operation.Ended, operation.Ended - operation.Started,
            operation.Error is null ? "Completed" : "Failed", operation.Error ?? "", EmbeddedEventhouse.DatabaseName,
        }));
}
