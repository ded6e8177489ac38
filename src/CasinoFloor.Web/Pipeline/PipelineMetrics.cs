using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Pipeline;

/// <summary>What went in and what came out of each stage; readable from any thread.</summary>
public sealed class PipelineMetrics
{
    private long _posted;
    private long _decoded;
    private long _applied;
    private long _stored;
    private long _writes;
    private long _writeFailures;
    private EngineTotals? _totals;

    /// <summary>Messages that the source handed over.</summary>
    public long Posted => Volatile.Read(ref _posted);

    /// <summary>Messages decoded or rejected.</summary>
    public long Decoded => Volatile.Read(ref _decoded);

    /// <summary>Messages that the engine has judged.</summary>
    public long Applied => Volatile.Read(ref _applied);

    /// <summary>Messages whose outcome is durable in the Eventhouse.</summary>
    public long Stored => Volatile.Read(ref _stored);

    /// <summary>Writes to the Eventhouse that succeeded.</summary>
    public long Writes => Volatile.Read(ref _writes);

    /// <summary>Writes that failed and were tried again.</summary>
    public long WriteFailures => Volatile.Read(ref _writeFailures);

    /// <summary>The engine's counts as of the last tick; null before the first.</summary>
    public EngineTotals? Totals
    {
        get => Volatile.Read(ref _totals);
        internal set => Volatile.Write(ref _totals, value);
    }

    /// <summary>Message received until the engine's state holds it.</summary>
    public LatencyHistogram ReceivedToApplied { get; } = new();

    /// <summary>Message received until it is durable.</summary>
    public LatencyHistogram ReceivedToStored { get; } = new();

    /// <summary>How long a write takes.</summary>
    public LatencyHistogram WriteTime { get; } = new();

    internal void AddPosted(int count) => Interlocked.Add(ref _posted, count);

    internal void AddDecoded(int count) => Interlocked.Add(ref _decoded, count);

    internal void AddApplied(int count) => Interlocked.Add(ref _applied, count);

    internal void AddStored(int count) => Interlocked.Add(ref _stored, count);

    internal void AddWrite() => Interlocked.Increment(ref _writes);

    internal void AddWriteFailure() => Interlocked.Increment(ref _writeFailures);
}
