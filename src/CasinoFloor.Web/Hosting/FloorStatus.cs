using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;
using CasinoFloor.Web.Pipeline;

namespace CasinoFloor.Web.Hosting;

/// <summary>What the pages and the health check say of the data path.</summary>
public sealed class FloorStatus(IEventSource source, IEventhouse eventhouse, FloorPipeline pipeline, BootId boot, ViewerBoard viewers) : IFloorStatus
{
    /// <inheritdoc />
    public string BootId => boot.Value;

    /// <inheritdoc />
    public string SourceDescription => source.Description;

    /// <inheritdoc />
    public SourceStatus Source => source.Status;

    /// <inheritdoc />
    public string EventhouseDescription => eventhouse.Description;

    /// <inheritdoc />
    public string? EventhouseNote => string.Join(' ', new[] { pipeline.Problem, eventhouse.Problem, eventhouse.Note }.OfType<string>()) is { Length: > 0 } note ? note : null;

    /// <inheritdoc />
    public IReadOnlyList<QueueDepth> Queues
    {
        get
        {
            var metrics = pipeline.Metrics;
            var (rented, capacity) = pipeline.Batches;
            return
            [
                new QueueDepth("Batches under way", rented, capacity),
                new QueueDepth("Messages to decode", metrics.Posted - metrics.Decoded, 0),
                new QueueDepth("Messages to apply", metrics.Decoded - metrics.Applied, 0),
                new QueueDepth("Messages to store", metrics.Applied - metrics.Stored, 0),
            ];
        }
    }

    /// <summary>The answer of <c>/health</c>.</summary>
    public HealthAnswer Health
    {
        get
        {
            var metrics = pipeline.Metrics;
            var status = source.Status;
            var isFailed = status.State == "failed";
            var problem = pipeline.Problem ?? eventhouse.Problem ?? (isFailed ? status.Note : null);
            return new HealthAnswer
            {
                Status = !pipeline.Opened.IsCompleted ? HealthAnswer.Starting : problem is null ? HealthAnswer.Ok : HealthAnswer.Degraded,
                BootId = boot.Value,
                Source = status,
                Received = metrics.Posted,
                Stored = metrics.Stored,
                InFlight = metrics.Posted - metrics.Stored,
                Problem = problem,
                Note = eventhouse.Note,
                ReceivedToAppliedP99Ms = metrics.ReceivedToApplied.Quantile(0.99)?.TotalMilliseconds,
                ReceivedToStoredP99Ms = metrics.ReceivedToStored.Quantile(0.99)?.TotalMilliseconds,
                Viewers = viewers.Connected,
                ReceivedToDrawnP50Ms = viewers.Drawn?.Median.TotalMilliseconds,
                ReceivedToDrawnP99Ms = viewers.Drawn?.P99.TotalMilliseconds,
            };
        }
    }
}

/// <summary>What <c>/health</c> answers.</summary>
public sealed record HealthAnswer
{
    /// <summary>Value of <see cref="Status"/> when events are read and stored.</summary>
    public const string Ok = "ok";

    /// <summary>Value of <see cref="Status"/> while the Eventhouse is opened and the state recovered.</summary>
    public const string Starting = "starting";

    /// <summary>Value of <see cref="Status"/> when events are not read or not stored; <see cref="Problem"/> says why.</summary>
    public const string Degraded = "degraded";

    /// <summary>ok, starting or degraded; the answer's status code is 200 for ok only, else 503.</summary>
    public required string Status { get; init; }

    /// <summary>Another value after each start: pages reload when it changes.</summary>
    public required string BootId { get; init; }

    /// <summary>The source's progress.</summary>
    public required SourceStatus Source { get; init; }

    /// <summary>Messages received since the start.</summary>
    public required long Received { get; init; }

    /// <summary>Messages of those that are durable.</summary>
    public required long Stored { get; init; }

    /// <summary>Messages received that are not durable yet.</summary>
    public required long InFlight { get; init; }

    /// <summary>What is wrong; null while all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>What an operator should know though nothing is wrong now; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>99 of 100 messages were in the floor's state within this many milliseconds of being received; null before the first.</summary>
    public double? ReceivedToAppliedP99Ms { get; init; }

    /// <summary>99 of 100 messages were durable within this many milliseconds of being received; null before the first.</summary>
    public double? ReceivedToStoredP99Ms { get; init; }

    /// <summary>Floor pages that are open.</summary>
    public int Viewers { get; init; }

    /// <summary>Half of the events were drawn within this many milliseconds of being received, in the last minute of the slowest open floor page; null while none measured.</summary>
    public double? ReceivedToDrawnP50Ms { get; init; }

    /// <summary>The same for 99 of 100 events.</summary>
    public double? ReceivedToDrawnP99Ms { get; init; }
}
