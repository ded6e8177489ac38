namespace CasinoFloor.Web.Layouts;

/// <summary>Log lines of the layouts; event ids 2400 to 2499.</summary>
internal static partial class LayoutLog
{
    [LoggerMessage(2400, LogLevel.Information, "Layout {Version} was saved by {Who}: {Machines} machines, from {EffectiveAt:u} on")]
    public static partial void Saved(ILogger logger, long version, string who, int machines, DateTime effectiveAt);

    [LoggerMessage(2401, LogLevel.Warning, "The saved layout cannot be read: {Problem} Machines stand as the source has them; it is tried again in {Delay}")]
    public static partial void Unreadable(ILogger logger, string problem, TimeSpan delay);
}
