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

    /// <summary>Default of <see cref="MemoryLimitBytes"/>: 1 GB.</summary>
    public const long DefaultMemoryLimitBytes = 1L << 30;

    /// <summary>Default of <see cref="CheckpointBytes"/>: 128 MB.</summary>
    public const long DefaultCheckpointBytes = 128L << 20;

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

    /// <summary>Threads of DuckDB for queries and checkpoints; 0 is one per processor, 4 at most.</summary>
    public int Threads { get; set; }

    /// <summary>
    /// Size of the write-ahead log at which it is folded into the file; 1 MB at least. Larger means fewer and longer foldings and
    /// a longer start after a crash.
    /// </summary>
    public long CheckpointBytes { get; set; } = DefaultCheckpointBytes;

    /// <summary>The file's full path.</summary>
    public string FilePath => Path.GetFullPath(Path.Combine(Directory, File));

    /// <summary>Everything that is wrong with the settings, each with the path of the setting; empty when they are good.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        Require(!string.IsNullOrWhiteSpace(Directory), nameof(Directory), "must name a directory");
        Require(
            !string.IsNullOrWhiteSpace(File) && File.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0,
            nameof(File),
            "must be a file name without a path");
        Require(RetentionAge >= TimeSpan.FromHours(1), nameof(RetentionAge), "must be at least 01:00:00");
        Require(MaxSizeBytes >= 16L << 20, nameof(MaxSizeBytes), "must be at least 16777216 (16 MB)");
        Require(MemoryLimitBytes >= 128L << 20, nameof(MemoryLimitBytes), "must be at least 134217728 (128 MB)");
        Require(Threads is >= 0 and <= 256, nameof(Threads), "must be 0 (automatic) to 256");
        Require(CheckpointBytes >= 1L << 20, nameof(CheckpointBytes), "must be at least 1048576 (1 MB)");
        return errors;

        void Require(bool good, string setting, string rule)
        {
            if (!good)
            {
                errors.Add($"{Section}:{setting} {rule}.");
            }
        }
    }
}
