using MessagePack;

namespace CasinoFloor.Web.Hubs;

/// <summary>What a program asks of a stream.</summary>
[MessagePackObject]
public sealed record StreamRequest
{
    /// <summary>The contract that the program was written for; 0 is the newest.</summary>
    [Key("contract")]
    public int Contract { get; init; }

    /// <summary>Names of the sections it wants; null or empty is the whole floor.</summary>
    [Key("sections")]
    public IReadOnlyList<string>? Sections { get; init; }
}
