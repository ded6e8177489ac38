using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Web.Live;

/// <summary>Settings of the live screens, section <c>Live</c>.</summary>
public sealed class FloorLiveOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Live";

    /// <summary>Least time between two layouts while machines keep appearing; 0 to 1 minute.</summary>
    public TimeSpan LayoutInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Age of the newest event at which data counts as stale; 1 s to 1 hour.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a browser may take to confirm a frame before its connection is closed; it comes back to a fresh snapshot. 1 s to 1 minute.</summary>
    public TimeSpan FrameTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many browsers may watch the map at once, 1 to 10,000.</summary>
    public int MaxViewers { get; set; } = 1000;

    /// <summary>How many requests for a machine's details may wait, 1 to 10,000.</summary>
    public int DetailQueue { get; set; } = 256;

    /// <summary>How many requests for details are answered in one tick, 1 to 1,000.</summary>
    public int DetailsPerTick { get; set; } = 64;

    /// <summary>
    /// JSON file with the floor's walls, aisles, pits and the like, as <c>GET /floor/drawing</c> gives it; empty for the source's own drawing, or none.
    /// </summary>
    public string Drawing { get; set; } = "";

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(LayoutInterval), LayoutInterval, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        errors.Within(nameof(StaleAfter), StaleAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        errors.Within(nameof(FrameTimeout), FrameTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        errors.Within(nameof(MaxViewers), MaxViewers, 1, 10_000);
        errors.Within(nameof(DetailQueue), DetailQueue, 1, 10_000);
        errors.Within(nameof(DetailsPerTick), DetailsPerTick, 1, 1000);
        if (Drawing.Length > 0 && FloorDrawingFile.Read(Drawing).Error is { } error)
        {
            errors.Require(false, nameof(Drawing), $"is '{Drawing}': {error}");
        }

        return errors.All;
    }
}
