using System.ComponentModel.DataAnnotations;

namespace CasinoFloor.Web.Live;

/// <summary>Settings of the live screens, section <c>Live</c>.</summary>
public sealed class FloorLiveOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Live";

    /// <summary>Least time between two layouts while machines keep appearing; 0 to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LayoutInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Age of the newest event at which data counts as stale; 1 s to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a browser may take to confirm a frame before it is sent a fresh snapshot; 1 s to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FrameTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many requests for a machine's details may wait, 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int DetailQueue { get; set; } = 256;

    /// <summary>How many requests for details are answered in one tick, 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int DetailsPerTick { get; set; } = 64;
}
