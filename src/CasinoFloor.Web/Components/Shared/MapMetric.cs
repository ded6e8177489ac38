namespace CasinoFloor.Web.Components.Shared;

/// <summary>What the colours of the map mean. The names in lower case are the script's.</summary>
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
}
