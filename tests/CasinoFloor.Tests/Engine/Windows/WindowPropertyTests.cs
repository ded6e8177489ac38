using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CsCheck;
using Xunit;

namespace CasinoFloor.Tests.Engine.Windows;

public sealed class WindowPropertyTests
{
    private static readonly SlotEventType[] Types =
        [SlotEventType.Spin, SlotEventType.Spin, SlotEventType.Spin, SlotEventType.Jackpot, SlotEventType.BillIn, SlotEventType.Error, SlotEventType.Heartbeat];

    private sealed record Planned(int Machine, int Partition, SlotEventType Type, double At, int Cents, long Identity);

    private sealed record Plan(int Seed, int Partitions, int Machines, double Minutes, int Disorder, int Count, int BatchSize, FloorClockMode Clock);

    private static readonly Gen<Plan> Plans = Gen.Select(
        Gen.Int[0, int.MaxValue - 1],
        Gen.Int[1, 4],
        Gen.Int[1, 6],
        Gen.Int[2, 200],
        Gen.Int[0, 2],
        Gen.Int[1, 600],
        Gen.Int[1, 80],
        Gen.Bool,
        (seed, partitions, machines, minutes, disorder, count, size, wall) =>
            new Plan(seed, partitions, machines, minutes, disorder, count, size, wall ? FloorClockMode.Wall : FloorClockMode.EventTime));

    [Fact]
    public void Apply_AnyOrderLatenessDuplicatesAndPartitions_EqualsABruteForceRecomputation() =>
        Plans.Sample(Check, iter: 400);

    private static void Check(Plan plan)
    {
        var floor = new FloorHarness(o => o.Clock = plan.Clock);
        var accepted = new List<Planned>();
        var events = Events(plan);
        var lateOrStale = 0;
        foreach (var chunk in events.Chunk(plan.BatchSize))
        {
            var builder = new EventBatchBuilder();
            foreach (var e in chunk)
            {
                builder.Slot($"M{e.Machine}", e.Type, FloorHarness.At(e.At), e.Cents / 100m, e.Cents / 200m, e.Cents, e.Partition, e.Identity);
            }

            var batch = floor.Apply(builder);
            AssertOneRowPerMinute(batch);
            for (var i = 0; i < chunk.Length; i++)
            {
                if (batch.Slots[i].Outcome != EventOutcome.Duplicate)
                {
                    accepted.Add(chunk[i]);
                    lateOrStale += batch.Slots[i].Outcome == EventOutcome.Late ? 1 : 0;
                }
            }

            floor.Advance((floor.Now - FloorHarness.Start).TotalSeconds + 0.1);
        }

        floor.Complete();
        AssertEqualsBruteForce(floor, accepted);
        var totals = floor.Engine.Totals;
        Assert.Equal(events.Select(e => e.Identity).Distinct().Count(), totals.Streams[0].Accepted);
        Assert.Equal(events.Count, totals.Streams[0].Accepted + totals.Streams[0].Duplicates);
        Assert.Equal(lateOrStale, totals.Streams[0].Late);
        Assert.Equal(accepted.Select(Key).Distinct().Count(), totals.Windows);
    }

    private static (string Machine, long Start) Key(Planned e) =>
        ($"M{e.Machine}", FloorHarness.At(Math.Floor(e.At / 60) * 60).Ticks);

    // Each partition moves on roughly in order, at its own pace; some events are late by minutes or by hours, some come again.
    private static List<Planned> Events(Plan plan)
    {
        var random = new Random(plan.Seed);
        var own = new double[plan.Partitions];
        var pace = own.Select(_ => 0.3 + random.NextDouble()).ToArray();
        var list = new List<Planned>();
        for (var i = 0; i < plan.Count; i++)
        {
            var partition = random.Next(plan.Partitions);
            own[partition] += plan.Minutes * 60 / plan.Count * plan.Partitions * pace[partition] * random.NextDouble() * 2;
            var lateness = plan.Disorder switch { 0 => 0, 1 => random.Next(45), _ => random.Next(12) == 0 ? random.Next(9000) : random.Next(90) };
            if (list.Count > 0 && random.Next(10) == 0)
            {
                list.Add(list[random.Next(list.Count)]);
            }
            else
            {
                // Amounts of hand pays differ, so that none of them looks like a repeat.
                list.Add(new Planned(random.Next(plan.Machines), partition, Types[random.Next(Types.Length)], Math.Max(0, own[partition] - lateness), 100 + i, i + 1));
            }
        }

        return list;
    }

    private static void AssertOneRowPerMinute(EventBatch batch)
    {
        var rows = batch.Windows.Select(w => (w.MachineId, w.WindowStart, w.Revision)).ToList();
        Assert.Equal(rows.Count, rows.Distinct().Count());
        Assert.Equal(batch.StaleWindows.Count, batch.StaleWindows.Distinct().Count());
    }

    private static void AssertEqualsBruteForce(FloorHarness floor, List<Planned> accepted)
    {
        var expected = accepted.GroupBy(Key).ToDictionary(g => g.Key, g => Figures([.. g]));
        var newest = accepted.GroupBy(e => $"M{e.Machine}").ToDictionary(g => g.Key, g => g.Max(e => e.At));
        var actual = new Dictionary<(string, long), (int, decimal, decimal, decimal, int, int, int)>();
        foreach (var rows in floor.Windows.GroupBy(w => (w.MachineId, w.WindowStart)))
        {
            Assert.Equal(Enumerable.Range(0, rows.Count()), rows.Select(w => w.Revision));
            var w = rows.Last();
            actual[rows.Key] = (w.SpinCount, w.CoinIn.ToDecimal(), w.CoinOut.ToDecimal(), w.BillIn.ToDecimal(), w.JackpotCount, w.ErrorCount, w.EventCount);
        }

        foreach (var stale in floor.Stale)
        {
            // Only what the machine's last 60 minutes cannot hold may be left to the Eventhouse.
            Assert.True(stale.WindowStart <= FloorHarness.At(newest[stale.MachineId]).Ticks - (59 * TimeSpan.TicksPerMinute));
            actual[(stale.MachineId, stale.WindowStart)] = expected[(stale.MachineId, stale.WindowStart)];
        }

        Assert.Equal(expected.OrderBy(p => p.Key), actual.OrderBy(p => p.Key));
    }

    private static (int, decimal, decimal, decimal, int, int, int) Figures(Planned[] events)
    {
        var played = events.Where(e => e.Type is SlotEventType.Spin or SlotEventType.Jackpot).ToList();
        return (
            events.Count(e => e.Type == SlotEventType.Spin),
            played.Sum(e => e.Cents / 100m),
            played.Sum(e => e.Cents / 200m),
            events.Where(e => e.Type == SlotEventType.BillIn).Sum(e => (decimal)e.Cents),
            events.Count(e => e.Type == SlotEventType.Jackpot),
            events.Count(e => e.Type == SlotEventType.Error),
            events.Length);
    }
}
