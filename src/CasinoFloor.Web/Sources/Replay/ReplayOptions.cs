using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>Settings of a replay (section <c>Replay</c>).</summary>
public sealed class ReplayOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Replay";

    /// <summary>The value of <see cref="Speed"/> that means: as fast as the pipeline takes it.</summary>
    public const string MaxSpeed = "max";

    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>An NDJSON file, a gzip of one, a folder of them, or <c>-</c> for standard input.</summary>
    public string Path { get; set; } = "";

    /// <summary>Stream of all files: slot, table, security or cash; null finds it by file name, then by content.</summary>
    public string? Stream { get; set; }

    /// <summary>1 is the pace of the events' own times, 10 is ten times faster, <c>max</c> is without pace. Default max.</summary>
    public string Speed { get; set; } = MaxSpeed;

    /// <summary>Dialect of all files; null finds it by content.</summary>
    public string? Dialect { get; set; }

    /// <summary>Leave event times as they are, instead of moving them to now. Default false.</summary>
    public bool KeepTime { get; set; }

    /// <summary>How many times faster than the events' own times; null at maximum speed. Valid settings only.</summary>
    internal double? SpeedFactor =>
        string.Equals(Speed, MaxSpeed, StringComparison.OrdinalIgnoreCase) ? null : double.Parse(Speed, CultureInfo.InvariantCulture);

    /// <summary>The stream of all files; null when it is to be found.</summary>
    internal EventStream? StreamOfAll => EventStreams.TryParse(Stream, out var stream) ? stream : null;

    /// <summary>Everything that is wrong, one sentence each, beginning with the setting's path; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Require(!string.IsNullOrWhiteSpace(Path), nameof(Path), "is empty; it must be a file, a folder, or - for standard input.");
        errors.Require(
            string.IsNullOrEmpty(Stream) || StreamOfAll is not null, nameof(Stream), $"is '{Stream}'; it must be slot, table, security or cash.");
        var isNumber = double.TryParse(Speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor);
        errors.Require(
            string.Equals(Speed, MaxSpeed, StringComparison.OrdinalIgnoreCase) || (isNumber && factor is >= 0.01 and <= 100_000),
            nameof(Speed),
            $"is '{Speed}'; it must be a number from 0.01 to 100000, or max.");
        return errors.All;
    }
}
