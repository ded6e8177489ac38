using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Limits and defaults of decoding: the section <c>Decoding</c>.</summary>
public sealed class DecodingOptions
{
    /// <summary>Name of the settings section.</summary>
    public const string Section = "Decoding";

    /// <summary>Largest value that <see cref="MaxAmount"/> and <see cref="MaxMeter"/> may have.</summary>
    public const decimal AmountCeiling = 1_000_000_000_000m;

    /// <summary>Dialect of batches that name none.</summary>
    public string Dialect { get; set; } = "default";

    /// <summary>The property's zone (IANA id): for times without an offset, unless the dialect has its own.</summary>
    public string TimeZone { get; set; } = "America/Los_Angeles";

    /// <summary>How far ahead of the wall clock an event may be; later ones are refused as <c>clock_skew</c>.</summary>
    public TimeSpan MaxClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest believable amount of one event, in currency units; larger ones are <c>amount_out_of_range</c>.</summary>
    public decimal MaxAmount { get; set; } = 1_000_000_000m;

    /// <summary>Largest believable lifetime meter, in currency units.</summary>
    public decimal MaxMeter { get; set; } = AmountCeiling;

    /// <summary>Longest message in bytes; longer ones are <c>too_large</c>.</summary>
    public int MaxMessageBytes { get; set; } = 64 * 1024;

    /// <summary>Longest identifier or name in UTF-8 bytes; longer ones are <c>text_too_long</c>.</summary>
    public int MaxTextBytes { get; set; } = 128;

    /// <summary>Where descriptions and error messages are cut, in UTF-8 bytes; they are never refused.</summary>
    public int MaxDescriptionBytes { get; set; } = 1024;

    /// <summary>Longest event type of a table, security or cash event in bytes; longer ones are <c>text_too_long</c>.</summary>
    public int MaxEventTypeBytes { get; set; } = 64;

    /// <summary>Everything wrong with the settings, each error naming its setting; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Require(!string.IsNullOrWhiteSpace(Dialect), nameof(Dialect), "is empty; it names one of the dialects.");
        errors.Require(
            TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out _),
            nameof(TimeZone),
            $"is '{TimeZone}', which is no known time zone; an example is America/Los_Angeles.");
        errors.Within(nameof(MaxClockSkew), MaxClockSkew, TimeSpan.Zero, TimeSpan.FromDays(366));
        errors.Within(nameof(MaxAmount), MaxAmount, 1m, AmountCeiling);
        errors.Within(nameof(MaxMeter), MaxMeter, 1m, AmountCeiling);
        errors.Within(nameof(MaxMessageBytes), MaxMessageBytes, 64, 16 * 1024 * 1024);
        errors.Within(nameof(MaxTextBytes), MaxTextBytes, 16, 4096);
        errors.Within(nameof(MaxDescriptionBytes), MaxDescriptionBytes, 16, 65536);
        errors.Within(nameof(MaxEventTypeBytes), MaxEventTypeBytes, 8, 1024);
        return errors.All;
    }
}
