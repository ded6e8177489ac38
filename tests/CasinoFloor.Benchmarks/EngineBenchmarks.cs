using System.Text;
using BenchmarkDotNet.Attributes;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Benchmarks;

/// <summary>
/// The engine on its own: batches as a decoder leaves them, every event new, the de-duplication window full. Figures are per event for
/// <see cref="Apply"/> and per call for <see cref="Capture"/> (the worst case: every machine has changed).
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class EngineBenchmarks
{
    private const int BatchEvents = 2_000;
    private const int Batches = 8;
    private const int EventsPerSecond = 2_000;

    private static readonly DateTime Start = new(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);

    private readonly EventBatch[] _batches = new EventBatch[Batches];
    private FloorEngine _engine = null!;
    private ulong _identity;
    private long _eventTicks;

    /// <summary>Machines on the floor.</summary>
    [Params(1_200, 10_000)]
    public int Machines { get; set; }

    /// <summary>Fills the floor, the batches and the de-duplication window.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _engine = new FloorEngine(new FloorOptions());
        _eventTicks = Start.Ticks;
        var random = new Random(7);
        for (var b = 0; b < Batches; b++)
        {
            _batches[b] = new EventBatch();
            _batches[b].Reset(EventStream.Slot);
            for (var i = 0; i < BatchEvents; i++)
            {
                Fill(_batches[b], random);
            }
        }

        for (var round = 0; round < 75; round++)
        {
            Apply();
        }
    }

    /// <summary>Judges and counts events.</summary>
    [Benchmark(OperationsPerInvoke = BatchEvents * Batches)]
    public void Apply()
    {
        foreach (var batch in _batches)
        {
            foreach (ref var e in batch.Slots.Items)
            {
                _eventTicks += TimeSpan.TicksPerSecond / EventsPerSecond;
                e.Timestamp = _eventTicks;
                e.Identity = new UInt128(++_identity * 0x9E37_79B9_7F4A_7C15, _identity);
            }

            batch.Windows.Clear();
            batch.StaleWindows.Clear();
            batch.Findings.Clear();
            _engine.Apply(batch, new DateTime(_eventTicks, DateTimeKind.Utc));
        }
    }

    /// <summary>Makes the views and the summary of a floor where everything changed: a minute begins.</summary>
    [Benchmark]
    public int Capture()
    {
        _eventTicks += TimeSpan.TicksPerMinute;
        _engine.Capture(new DateTime(_eventTicks, DateTimeKind.Utc));
        return _engine.Summary.Figures.ActiveMachines;
    }

    private void Fill(EventBatch batch, Random random)
    {
        batch.Add("{}"u8, 0, batch.MessageCount, 0);
        ref var e = ref batch.Slots.Add();
        var machine = random.Next(Machines);
        e.Message = batch.MessageCount - 1;
        e.Type = random.Next(20) == 0 ? SlotEventType.BillIn : SlotEventType.Spin;
        e.Wager = Money.FromDecimal(1.5m);
        e.Payout = Money.FromDecimal(random.Next(10) == 0 ? 12.5m : 0);
        e.Denomination = Money.FromDecimal(0.25m);
        e.HopperLevel = 80;
        e.TheoreticalHold = 0.08f;
        e.MachineId = batch.AddText(Encoding.UTF8.GetBytes($"SLOT-{machine:00000}"));
        e.FloorSection = batch.AddText(Encoding.UTF8.GetBytes($"Section {machine % 12}"));
        e.MachineType = batch.AddText("Video Slots"u8);
        e.Manufacturer = batch.AddText("Aristocrat"u8);
        e.GameTheme = batch.AddText("River Bonus"u8);
    }
}
