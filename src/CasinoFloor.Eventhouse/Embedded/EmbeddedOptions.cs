using CasinoFloor.Engine.Settings;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>Settings of the embedded Eventhouse: section <c>Eventhouse:Embedded</c>.</summary>
public sealed class EmbeddedOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Eventhouse:Embedded";

    /// <summary>Default of <see cref="Directory"/>.</summary>
    public const string DefaultDirectory = "casino-data";

    /// <summary>Default of <see cref="File"/>; without its ending it is the database's name in KQL.</summary>
    public const string DefaultFile = "casino_realtime.duckdb";

    /// <summary>Default of <see cref="MaxSizeBytes"/>: 20 GB.</summary>
    public const long DefaultMaxSizeBytes = 20L << 30;

    /// <summary>Default of <see cref="MemoryLimitBytes"/>: 512 MB.</summary>
    public const long DefaultMemoryLimitBytes = 512L << 20;

    /// <summary>Default of <see cref="CheckpointBytes"/>: 16 MB.</summary>
    public const long DefaultCheckpointBytes = 16L << 20;

    /// <summary>
    /// Rows of a row group, DuckDB's unit of compression. A write that brings at least this many rows to a table goes compressed into the
    /// file at once instead of through the write-ahead log, which is half the work: when busy, write a multiple of it.
    /// </summary>
    public const int RowGroupRows = 40_960;

    /// <summary>Default of <see cref="RetentionAge"/>.</summary>
    public static readonly TimeSpan DefaultRetentionAge = TimeSpan.FromDays(35);

    /// <summary>Where the file lies; made when missing.</summary>
    public string Directory { get; set; } = DefaultDirectory;

    /// <summary>The file's name.</summary>
    public string File { get; set; } = DefaultFile;

    /// <summary>How long rows are kept; at least one hour.</summary>
    public TimeSpan RetentionAge { get; set; } = DefaultRetentionAge;

    /// <summary>How large the stored data may grow before the oldest goes; at least 16 MB.</summary>
    public long MaxSizeBytes { get; set; } = DefaultMaxSizeBytes;

    /// <summary>Most memory DuckDB takes; at least 128 MB.</summary>
    public long MemoryLimitBytes { get; set; } = DefaultMemoryLimitBytes;

    /// <summary>
    /// Threads that DuckDB shares between queries and writes; 0 is half the processors, from 1 to 4. More than the machine has to spare
    /// make every write dearer, because its threads wait for each other by spinning.
    /// </summary>
    public int Threads { get; set; }

    /// <summary><see cref="Threads"/> with 0 resolved.</summary>
    public int EffectiveThreads => Threads > 0 ? Threads : Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary>
    /// Size of the write-ahead log at which it is folded into the file; 1 MB at least. Larger means fewer and longer
    /// foldings, during which writes wait, and a longer start after a crash.
    /// </summary>
    public long CheckpointBytes { get; set; } = DefaultCheckpointBytes;

    /// <summary>The file's full path.</summary>
    public string FilePath => Path.GetFullPath(Path.Combine(Directory, File));

    /// <summary>Everything that is wrong with the settings, each with the path of the setting; empty when they are good.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new OptionErrors(Section);
        errors.Require(!string.IsNullOrWhiteSpace(Directory), nameof(Directory), "must name a directory.");
        errors.Require(
            !string.IsNullOrWhiteSpace(File) && File.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0,
            nameof(File),
            "must be a file name without a path.");
        errors.Require(RetentionAge >= TimeSpan.FromHours(1), nameof(RetentionAge), "must be at least 01:00:00.");
        errors.Require(MaxSizeBytes >= 16L << 20, nameof(MaxSizeBytes), "must be at least 16777216 (16 MB).");
        errors.Require(MemoryLimitBytes >= 128L << 20, nameof(MemoryLimitBytes), "must be at least 134217728 (128 MB).");
        errors.Require(Threads is >= 0 and <= 256, nameof(Threads), "must be 0 (automatic) to 256.");
        errors.Require(CheckpointBytes >= 1L << 20, nameof(CheckpointBytes), "must be at least 1048576 (1 MB).");
        return errors.All;
    }
}
