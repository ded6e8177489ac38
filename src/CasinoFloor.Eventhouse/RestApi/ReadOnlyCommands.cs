using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Tells commands that only show something from those that change something.</summary>
internal static class ReadOnlyCommands
{
    /// <summary>Whether a command changes nothing; one that cannot be read is told what is wrong with it elsewhere.</summary>
    public static bool Contains(string text) => KqlCommands.Parse(text).Command
        is null or ShowVersionCommand or ShowDatabasesCommand or ShowDatabaseCommand or ShowDatabaseSchemaCommand or ShowTablesCommand or ShowTableCommand
        or ShowTableSchemaCommand or ShowFunctionsCommand or ShowMaterializedViewsCommand or ShowIngestionMappingsCommand or ShowPolicyCommand or ShowOperationsCommand
        or GetIngestionResourcesCommand or GetIdentityTokenCommand;
}
