namespace CasinoFloor.Web.Settings;

/// <summary>Where everything is stored and history is asked; setting <c>Eventhouse:Kind</c>.</summary>
public enum EventhouseKind
{
    /// <summary>A DuckDB file beside the app.</summary>
    Embedded,

    /// <summary>A Fabric Eventhouse or an Azure Data Explorer database.</summary>
    Remote,
}
