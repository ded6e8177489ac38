namespace CasinoFloor.Web.Settings;

/// <summary>Where events come from.</summary>
public enum SourceKind
{
    /// <summary>The built-in simulator.</summary>
    Simulator,

    /// <summary>Recorded files, or standard input.</summary>
    Replay,

    /// <summary>Event Hubs, Fabric Eventstream or any Kafka broker.</summary>
    Kafka,
}

/// <summary>Settings of the app as a whole, section <c>CasinoFloor</c>.</summary>
public sealed class AppOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "CasinoFloor";

    /// <summary>Which source to read: <c>simulator</c>, <c>replay</c> or <c>kafka</c>.</summary>
    public SourceKind Source { get; set; } = SourceKind.Simulator;

    /// <summary>
    /// Folder of the embedded Eventhouse. Empty is a folder of its own for each source under the user's local application data.
    /// </summary>
    public string Data { get; set; } = "";

    /// <summary>The folder in use, as a full path.</summary>
    public string DataDirectory => Path.GetFullPath(Data.Length > 0
        ? Data
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "CasinoFloor",
            SourceName));

    /// <summary>The source's name as the command line has it.</summary>
    public string SourceName => Source.ToString().ToLowerInvariant();
}
