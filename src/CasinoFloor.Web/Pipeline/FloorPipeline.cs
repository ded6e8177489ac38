using System.Diagnostics.CodeAnalysis;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;

namespace CasinoFloor.Web.Pipeline;

/// <summary>
/// Source, decoding, engine and writing, tied together: see <c>ARCHITECTURE.md</c>. Runs once.
/// </summary>
public sealed class FloorPipeline : IBatchSink
{
    private readonly IEventSource _source;
    private readonly IEventhouse _eventhouse;
    private readonly PipelineOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<FloorPipeline> _logger;
    private readonly PartitionRegistry _partitions = new();
    private readonly BatchPool _pool;
    private readonly DecodeStage _decode;
    private readonly EngineStage _engine;
    private readonly WriteStage _write;
    private readonly Recovery _recovery;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sourceEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Builds the stages.</summary>
    public FloorPipeline(
        IEventSource source,
        IEventhouse eventhouse,
        FloorEngine engine,
        Func<EventDecoder> createDecoder,
        IEnumerable<IFloorObserver> observers,
        PipelineOptions options,
        TimeProvider time,
        ILoggerFactory loggers,
        IFloorLayouts? layouts = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _source = source;
        _eventhouse = eventhouse;
        _options = options;
        _time = time;
        _logger = loggers.CreateLogger<FloorPipeline>();
        _pool = new BatchPool(options.MaxBatches);
        var decoded = new WakeSignal();
        var tasks = options.DecodeTasks > 0 ? options.DecodeTasks : Math.Max(1, Environment.ProcessorCount / 2);
        _decode = new DecodeStage(tasks, createDecoder, decoded, Metrics, time);
        _write = new WriteStage(eventhouse, source, _pool, _partitions, options, Metrics, time, loggers.CreateLogger<WriteStage>());
        _engine = new EngineStage(engine, _decode, _write, [.. observers], options, Metrics, time, decoded, layouts);
        _recovery = new Recovery(eventhouse, engine, options, time, loggers.CreateLogger<Recovery>(), layouts);
    }

    /// <summary>Counters and latencies of the stages.</summary>
    public PipelineMetrics Metrics { get; } = new();

    /// <summary>Ends when the Eventhouse is open and the state recovered; never, where that failed.</summary>
    public Task Opened => _opened.Task;

    /// <summary>Ends when the source has given everything it has (a replay), or when the run ends.</summary>
    public Task SourceEnded => _sourceEnded.Task;

    /// <summary>What keeps the Eventhouse from storing; null while all is well.</summary>
    public string? Problem => _write.Problem;

    /// <summary>Batches under way, and how many there may be.</summary>
    public (int Rented, int Capacity) Batches => (_pool.Rented, _pool.Capacity);

    /// <summary>
    /// Opens the Eventhouse, recovers, and runs until <paramref name="stop"/>; what was read by then is stored. With
    /// <paramref name="endWithSource"/> it also ends when the source does, with every window closed.
    /// </summary>
    /// <exception cref="EventhouseException">The Eventhouse cannot be opened.</exception>
    public async Task RunAsync(bool endWithSource, CancellationToken stop)
    {
        try
        {
            await OpenAsync(stop);
            await ProcessAsync(endWithSource, stop);
        }
        finally
        {
            // Also when the Eventhouse could not be opened: nobody is to wait for a source that will never begin.
            _sourceEnded.TrySetResult();
        }
    }

    /// <inheritdoc />
    public SourcePartition Register(EventStream stream, string source, int number) => _partitions.Register(stream, source, number);

    /// <inheritdoc />
    public long? NextOffset(SourcePartition partition) => _partitions.NextOffset(partition);

    /// <inheritdoc />
    public FloorPast? Past { get; private set; }

    /// <inheritdoc />
    public ValueTask<EventBatch> RentAsync(EventStream stream, CancellationToken cancellationToken) => _pool.RentAsync(stream, cancellationToken);

    /// <inheritdoc />
    public bool TryRent(EventStream stream, [NotNullWhen(true)] out EventBatch? batch) => _pool.TryRent(stream, out batch);

    /// <inheritdoc />
    public ValueTask PostAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.ReceivedTicks = _time.GetUtcNow().UtcTicks;
        Metrics.AddPosted(batch.MessageCount);
        _decode.Post(batch);
        return ValueTask.CompletedTask;
    }

    private async Task OpenAsync(CancellationToken stop)
    {
        await _eventhouse.OpenAsync(stop);
        _partitions.Load(await _eventhouse.LoadCheckpointsAsync(stop));
        Past = await _recovery.RunAsync(_source.Machines, stop);
        _opened.TrySetResult();
        PipelineLog.Started(_logger, _source.Description, _eventhouse.Description);
    }

    private async Task ProcessAsync(bool endWithSource, CancellationToken stop)
    {
        using var abandon = new CancellationTokenSource();
        using var stopSource = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] stages =
        [
            _decode.RunAsync(),
            Task.Run(() => _engine.RunAsync(() => endWithSource && !stop.IsCancellationRequested), CancellationToken.None),
            Task.Run(() => _write.RunAsync(abandon.Token), CancellationToken.None),
        ];
        var reading = Task.Run(() => _source.RunAsync(this, stopSource.Token), CancellationToken.None);
        try
        {
            await WaitAsync(reading, stages, endWithSource, stop);
        }
        finally
        {
            await stopSource.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _decode.Complete();
            await DrainAsync(Task.WhenAll(stages), abandon, stop);
        }
    }

    private async Task WaitAsync(Task reading, Task[] stages, bool endWithSource, CancellationToken stop)
    {
        // No stage ends before it is told to: one that does has failed (an error in the program) and ends the run at once.
        var firstStage = Task.WhenAny(stages);
        if (await Task.WhenAny(reading, firstStage) == firstStage)
        {
            await await firstStage;
        }

        try
        {
            await reading;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }

        _sourceEnded.TrySetResult();
        if (!endWithSource && await Task.WhenAny(firstStage, Task.Delay(Timeout.Infinite, stop)) == firstStage)
        {
            await await firstStage;
        }
    }

    private async Task DrainAsync(Task stages, CancellationTokenSource abandon, CancellationToken stop)
    {
        // A stop has a deadline; a replay that came to its end waits for the Eventhouse until it is stopped after all.
        await using var deadline = _time.CreateTimer(
            _ =>
            {
                PipelineLog.StopTimedOut(_logger, _options.StopTimeout);
                abandon.Cancel();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        await using var stopping = stop.Register(() => deadline.Change(_options.StopTimeout, Timeout.InfiniteTimeSpan));
        try
        {
            await stages;
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            // Nothing is lost: the checkpoint stands before what was not stored.
        }
    }
}
