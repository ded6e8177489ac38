using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Settings of the Kusto endpoints, section <c>Eventhouse:Api</c>.</summary>
public sealed class EventhouseApiOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Eventhouse:Api";

    /// <summary>Fewest characters of <see cref="Token"/>.</summary>
    public const int ShortestToken = 16;

    /// <summary>Whether the endpoints are served at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The bearer token that opens the endpoints from anywhere; at least 16 characters. Empty: programs on this machine only. Keep it in
    /// the environment, not in a file.
    /// </summary>
    public string Token { get; set; } = "";

    /// <summary>Queries that run at once, 1 to 64; each may hold a result of up to 64 MB.</summary>
    public int MaxConcurrentQueries { get; set; } = 4;

    /// <summary>Commands and ingestions that run at once, 1 to 64. They take turns with the pipeline at the writing itself.</summary>
    public int MaxConcurrentWrites { get; set; } = 2;

    /// <summary>Requests that may wait for their turn, of each kind, 0 to 1,000; more are refused at once.</summary>
    public int MaxQueued { get; set; } = 32;

    /// <summary>How long a request waits for its turn before it is refused, up to 10 minutes.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest time a client may ask for a query or a command, 1 second to 1 hour.</summary>
    public TimeSpan MaxTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The largest answer in bytes, estimated, to a query that asks for no truncation: 1 MB to 1 GB.</summary>
    public long MaxResultBytes { get; set; } = 256L << 20;

    /// <summary>The largest body of a request in bytes, as sent: 64 KB to 64 MB. Kusto's own limit of streaming ingestion is 4 MB.</summary>
    public int MaxRequestBytes { get; set; } = 4 << 20;

    /// <summary>The largest body in bytes once unpacked, at least <see cref="MaxRequestBytes"/> and at most 512 MB.</summary>
    public int MaxUnpackedBytes { get; set; } = 64 << 20;

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Require(
            Token.Length == 0 || (Token.Length >= ShortestToken && Token.All(character => character is > ' ' and < '\x7f')),
            nameof(Token),
            $"must be empty or at least {ShortestToken} visible ASCII characters without spaces.");
        errors.Within(nameof(MaxConcurrentQueries), MaxConcurrentQueries, 1, 64);
        errors.Within(nameof(MaxConcurrentWrites), MaxConcurrentWrites, 1, 64);
        errors.Within(nameof(MaxQueued), MaxQueued, 0, 1_000);
        errors.Require(MaxWait >= TimeSpan.Zero && MaxWait <= TimeSpan.FromMinutes(10), nameof(MaxWait), "must be from 00:00:00 to 00:10:00.");
        errors.Require(MaxTimeout >= TimeSpan.FromSeconds(1) && MaxTimeout <= TimeSpan.FromHours(1), nameof(MaxTimeout), "must be from 00:00:01 to 01:00:00.");
        errors.Within(nameof(MaxResultBytes), MaxResultBytes, 1L << 20, 1L << 30);
        errors.Within(nameof(MaxRequestBytes), MaxRequestBytes, 64 << 10, 64 << 20);
        errors.Within(nameof(MaxUnpackedBytes), MaxUnpackedBytes, MaxRequestBytes, 512 << 20);
        return errors.All;
    }
}
