using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Eventhouse.RestApi;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Explore;
using CasinoFloor.Web.Hubs;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Sources.Kafka;
using CasinoFloor.Web.Sources.Replay;
using CasinoFloor.Web.Sources.Simulator;

namespace CasinoFloor.Web.Settings;

/// <summary>All settings of the app, read and checked at one go at the start.</summary>
public sealed record AppSettings
{
    /// <summary>The app as a whole.</summary>
    public required AppOptions App { get; init; }

    /// <summary>The pipeline.</summary>
    public required PipelineOptions Pipeline { get; init; }

    /// <summary>Windows, state and detectors.</summary>
    public required FloorOptions Floor { get; init; }

    /// <summary>Limits and time zone of decoding.</summary>
    public required DecodingOptions Decoding { get; init; }

    /// <summary>The dialects.</summary>
    public required DialectSet Dialects { get; init; }

    /// <summary>The property's days and shifts.</summary>
    public required CalendarOptions Calendar { get; init; }

    /// <summary>The live screens.</summary>
    public required FloorLiveOptions Live { get; init; }

    /// <summary>The live contract for other programs.</summary>
    public required FloorHubOptions Hub { get; init; }

    /// <summary>The Explore page.</summary>
    public required ExploreOptions Explore { get; init; }

    /// <summary>The layout editor.</summary>
    public required LayoutOptions Layout { get; init; }

    /// <summary>Which Eventhouse is used.</summary>
    public required EventhouseKind EventhouseKind { get; init; }

    /// <summary>The remote Eventhouse; checked only where it is used.</summary>
    public required RemoteOptions RemoteEventhouse { get; init; }

    /// <summary>The embedded Eventhouse.</summary>
    public required EmbeddedOptions Eventhouse { get; init; }

    /// <summary>The Kusto endpoints.</summary>
    public required EventhouseApiOptions EventhouseApi { get; init; }

    /// <summary>The simulated floor.</summary>
    public required SimulatorOptions Simulator { get; init; }

    /// <summary>What is replayed.</summary>
    public required ReplayOptions Replay { get; init; }

    /// <summary>The Kafka connection.</summary>
    public required KafkaOptions Kafka { get; init; }
}
