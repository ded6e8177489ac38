namespace CasinoFloor.Web.Hosting;

/// <summary>A new value at each start: a page that sees another one than before knows that the server was restarted.</summary>
public sealed class BootId
{
    /// <summary>The value.</summary>
    public string Value { get; } = Guid.NewGuid().ToString("N");
}
