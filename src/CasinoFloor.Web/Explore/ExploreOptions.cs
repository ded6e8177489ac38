using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Web.Explore;

/// <summary>Settings of the Explore page, section <c>Explore</c>.</summary>
public sealed class ExploreOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Explore";

    /// <summary>Whether browsers on other machines may ask, too. Whoever reaches the app can then read all that is stored.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>How long a query may run; 1 s to 10 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many rows a result may have; 1 to 500,000.</summary>
    public int MaxRows { get; set; } = 10_000;

    /// <summary>How many bytes a result may have, estimated; 1 MB to 256 MB.</summary>
    public long MaxBytes { get; set; } = 32L * 1024 * 1024;

    /// <summary>Everything that is wrong with the settings, each line naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Within(nameof(Timeout), Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        errors.Within(nameof(MaxRows), MaxRows, 1, 500_000);
        errors.Within(nameof(MaxBytes), MaxBytes, 1024 * 1024, 256L * 1024 * 1024);
        return errors.All;
    }
}
