using BenchmarkDotNet.Attributes;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Benchmarks;

/// <summary>
/// Decoding of slot events: messages of about 270 bytes in the specification's own dialect, and of about 650 bytes in the
/// dialect of the peer feed. Per event; 10^9 / mean is events per second and core.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private const int Events = 2_000;

    private static readonly long Now = new DateTime(2026, 11, 20, 20, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly EventBatch _specification = new();
    private readonly EventBatch _peer = new();
    private EventDecoder _decoder = null!;

    /// <summary>Fills the batches.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var options = new DecodingOptions();
        var dialects = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "dialects.json"));
        _decoder = new EventDecoder(DialectSet.FromJson(dialects, options), options);
        DecodeSamples.Fill(_specification, Events, DecodeSamples.Specification);
        DecodeSamples.Fill(_peer, Events, DecodeSamples.Peer);
        _peer.Dialect = "peer";
        Console.WriteLine($"// bytes a message: {_specification.BufferLength / Events} and {_peer.BufferLength / Events}");
    }

    /// <summary>The specification's own field names.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public int Specification() => Decode(_specification);

    /// <summary>The peer feed's field names.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public int Peer() => Decode(_peer);

    private int Decode(EventBatch batch)
    {
        batch.Slots.Clear();
        batch.Rejections.Clear();
        _decoder.Decode(batch, Now);
        return batch.Slots.Count == Events ? Events : throw new InvalidOperationException("A sample was refused.");
    }
}
