namespace CasinoFloor.Web.Components.Shared;

/// <summary>What the colours of the map mean: its layers. The names in lower case are those of the script and of the address.</summary>
public enum MapMetric
{
    /// <summary>Events of the last 5 minutes / 100.</summary>
    Heat,

    /// <summary>Coin-in per minute over the last 5 minutes.</summary>
    CoinIn,

    /// <summary>Actual less theoretical hold over the last 60 minutes.</summary>
    Hold,

    /// <summary>State of service.</summary>
    Health,

    /// <summary>Who plays: a guest with a card, one without, nobody.</summary>
    Occupancy,

    /// <summary>The newest win of the last 15 minutes.</summary>
    LastWin,

    /// <summary>Locked by a hand pay.</summary>
    Locks,

    /// <summary>A door is open.</summary>
    Doors,

    /// <summary>Hot or cold against its peers, tilted, or with errors in bursts.</summary>
    Anomalies,
}
