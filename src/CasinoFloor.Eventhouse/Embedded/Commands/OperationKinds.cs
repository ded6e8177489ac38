using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Kusto's names for what commands do.</summary>
internal static class OperationKinds
{
    /// <summary>The name of a command's kind.</summary>
    public static string Of(KqlCommand command) => command switch
    {
        CreateTablesCommand { Merge: true } => "TableCreateMerge",
        CreateTablesCommand => "TableCreate",
        DropTablesCommand => "TableDrop",
        AlterTableDocstringCommand => "TableAlterDocString",
        AlterTableFolderCommand => "TableAlterFolder",
        ClearTableCommand => "TableClearData",
        CreateFunctionCommand { Mode: CreateMode.OrAlter } => "FunctionCreateOrAlter",
        CreateFunctionCommand { Mode: CreateMode.Alter } => "FunctionAlter",
        CreateFunctionCommand => "FunctionCreate",
        DropFunctionsCommand => "FunctionDrop",
        CreateMaterializedViewCommand => "MaterializedViewCreateOrAlter",
        DropMaterializedViewCommand => "MaterializedViewDrop",
        CreateJsonMappingCommand => "IngestionMappingCreate",
        DropJsonMappingCommand => "IngestionMappingDrop",
        AlterRetentionPolicyCommand or AlterStreamingPolicyCommand or AlterUpdatePolicyCommand => "PolicyAlter",
        DeletePolicyCommand => "PolicyDelete",
        IngestFromQueryCommand { Mode: IngestMode.Set } => "TableSet",
        IngestFromQueryCommand { Mode: IngestMode.Append } => "TableAppend",
        IngestFromQueryCommand { Mode: IngestMode.SetOrReplace } => "TableSetOrReplace",
        IngestFromQueryCommand => "TableSetOrAppend",
        IngestInlineCommand => "DataIngestPull",
        _ => command.GetType().Name.Replace("Command", "", StringComparison.Ordinal),
    };
}
