namespace CasinoFloor.Web.Hubs;

/// <summary>Counts the programs that are connected, and refuses those beyond the limit.</summary>
/// <param name="options">The limit.</param>
public sealed class HubClients(FloorHubOptions options)
{
    private int _connected;
    private long _refused;

    /// <summary>Programs connected now.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>Connections refused since the start because too many were there.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Counts one more; false when it must be refused.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _connected) <= options.MaxClients)
        {
            return true;
        }

        Interlocked.Decrement(ref _connected);
        Interlocked.Increment(ref _refused);
        return false;
    }

    /// <summary>Counts one less; only after <see cref="TryEnter"/> said yes.</summary>
    public void Leave() => Interlocked.Decrement(ref _connected);
}
