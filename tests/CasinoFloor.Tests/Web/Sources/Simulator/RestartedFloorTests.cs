using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Output;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

/// <summary>A floor that is stopped at any moment and started again on what was stored by then, followed by somebody who sees only what is stored.</summary>
public sealed class RestartedFloorTests
{
    [Fact]
    public Task Advance_StoppedAndStartedAgainAtAnyMoment_MetersGoOnAndWhatWasOpenEnds() =>
        Gen.Select(Gen.Int[1, int.MaxValue - 1], Gen.Int[1, 2_400].Array[5], Gen.Int[0, 15].Array[5])
            .SampleAsync((seed, seconds, gaps) => Check(seed, seconds, gaps), iter: 2, threads: 1);

    private static async Task Check(int seed, int[] seconds, int[] gaps)
    {
        var options = RecordingWriter.Clean(80);
        options.Seed = seed;
        options.Occupancy = 0.7;
        options.PowerLossesPerDay = 300;
        options.HandPayAmount = 150;
        var plan = FloorPlan.Create(options);
        await using var house = await TestHouse.OpenAsync();
        Dictionary<string, MachineBook> books = [];
        var open = new HashSet<string>();
        var start = TestHouse.Now;
        for (var run = 0; run < seconds.Length; run++)
        {
            house.Time.SetUtcNow(start);
            var engine = new FloorEngine(new FloorOptions());
            var past = await new Recovery(house.House, engine, new PipelineOptions(), house.Time, NullLogger<Recovery>.Instance)
                .RunAsync([.. plan.Machines.Select(machine => machine.Location)], TestHouse.Token);
            var simulation = new FloorSimulation(options, plan, start, past);
            var pipeline = new StoredStream(house, engine, run, books);
            var end = start.AddSeconds(seconds[run]);
            for (var at = start; at < end; at = at.AddMinutes(5))
            {
                simulation.Advance(at, pipeline);
                await pipeline.StoreAsync(at);
            }

            // What was sent after the last write is lost, as in a crash.
            simulation.Advance(end, pipeline);
            open.UnionWith(books.Values.SelectMany(book => book.Open));
            start = end.AddMinutes(gaps[run]);
        }

        Assert.Equal(80, books.Count);
        Assert.Superset(new HashSet<string> { "card", "hand pay" }, open);
        Assert.True(books.Values.Sum(book => book.Compared) > 80);
    }

    /// <summary>Decodes, judges and stores the slot events, and enters what is stored into the books.</summary>
    private sealed class StoredStream(TestHouse house, FloorEngine engine, int run, Dictionary<string, MachineBook> books) : ISimulatedEventWriter
    {
        private static readonly DecodingOptions Decoding = new();

        private readonly EventDecoder _decoder = new(ShippedDialects.Under(Decoding), Decoding);
        private readonly SourcePartition _partition = new(EventStream.Slot, $"simulator:{run}", 0, run);
        private EventBatch _batch = TestBatches.New(EventStream.Slot);
        private long _next;

        public bool HasRoom => true;

        public void Write(in SimulatedMessage message)
        {
            if (message.Stream == EventStream.Slot)
            {
                _batch.Add(message.Body, _partition.Index, _next++, message.SentTicks);
            }
        }

        public async Task StoreAsync(DateTime now)
        {
            _batch.ReceivedTicks = now.Ticks;
            _decoder.Decode(_batch, now.Ticks);
            engine.Apply(_batch, now);
            await house.WriteAsync(_batch, new Checkpoint(_partition, _next));
            foreach (ref readonly var e in _batch.Slots.Items)
            {
                if (e.Outcome != EventOutcome.Duplicate)
                {
                    var id = _batch.GetString(e.MachineId);
                    books.TryAdd(id, new MachineBook(id));
                    books[id].Enter(in e, _batch.GetString(e.PlayerId));
                }
            }

            _batch = TestBatches.New(EventStream.Slot);
        }
    }
}
