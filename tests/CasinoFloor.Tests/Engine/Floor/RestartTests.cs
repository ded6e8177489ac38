using CasinoFloor.Engine.Events;
using CsCheck;
using Xunit;

namespace CasinoFloor.Tests.Engine.Floor;

/// <summary>A run that is killed and recovered must end with the same windows and findings as one that is not.</summary>
public sealed class RestartTests
{
    private const int Machines = 8;
    private const int StepSeconds = 5;

    private sealed record Step(double Seconds, List<Sent> Events);

    private sealed record Sent(string Machine, SlotEventType Type, double At, decimal Wager, decimal Payout, float Hopper, int Partition, long Identity);

    [Fact]
    public void Restore_AtAnyMoment_ContinuesAsIfNothingHappened() =>
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 2399], (seed, split) => (seed, split))
            .Sample(p => Check(p.seed, p.split), iter: 60);

    [Fact]
    public void Apply_RecoveredEventsWithoutEventIds_AllCount()
    {
        var floor = new FloorHarness { Now = FloorHarness.At(60) };
        floor.Engine.Restore([], [], []);
        var builder = new EventBatchBuilder(recovery: true);
        for (var second = 0; second < 10; second++)
        {
            builder.Slot("M", SlotEventType.Spin, FloorHarness.At(second), wager: 1, identity: 0);
        }

        floor.ApplyAt(builder.Batch, floor.Now);

        Assert.Equal(Money.FromDecimal(10), floor.Capture().Figures.CoinIn);
    }

    [Fact]
    public void Restore_AfterADayAway_DoesNotTakeItsAbsenceForSilence()
    {
        var floor = new FloorHarness { Now = FloorHarness.At(86_400) };
        floor.Engine.Restore([], [], []);
        floor.Apply(new EventBatchBuilder(recovery: true)
            .Slot("M1", SlotEventType.Spin, FloorHarness.At(0))
            .Slot("M2", SlotEventType.Spin, FloorHarness.At(200)));

        floor.Advance(86_401);
        Assert.Empty(floor.Findings);
        floor.Advance(86_400 + 101);
        Assert.Equal("M1", Assert.Single(floor.Findings).MachineId);
        floor.Advance(86_400 + 301);
        Assert.Equal(2, floor.Of(FindingKind.Idle, FindingPhase.Raised).Count());
    }

    [Fact]
    public void Restore_SignalsOfHoursAgo_HoldUntilSomethingNewerTakesThemBack()
    {
        var floor = new FloorHarness();
        floor.Engine.Place([.. new[] { "Closed", "Door", "Guest", "Lamp", "Once" }.Select(id => new MachineLocation { MachineId = id })]);
        floor.Engine.Restore([], [], [
            new("Gone", SlotEventType.CardIn, FloorHarness.At(-7_000)),
            new("Closed", SlotEventType.DoorClose, FloorHarness.At(-7_000)), new("Closed", SlotEventType.DoorOpen, FloorHarness.At(-9_000)),
            new("Door", SlotEventType.DoorOpen, FloorHarness.At(-7_000)), new("Door", SlotEventType.DoorClose, FloorHarness.At(-9_000)),
            new("Guest", SlotEventType.CardIn, FloorHarness.At(-7_000)), new("Lamp", SlotEventType.ServiceLampOn, FloorHarness.At(-7_000)),
            new("Once", SlotEventType.CardIn, FloorHarness.At(-7_000)), new("Once", SlotEventType.CardOut, FloorHarness.At(-7_000)),
        ]);
        floor.Apply(new EventBatchBuilder(recovery: true).Slot("Lamp", SlotEventType.ServiceLampOff, FloorHarness.At(1)));

        Assert.Equal(
            [new UnsettledMachine("Door") { IsDoorOpen = true }, new UnsettledMachine("Guest") { HasPlayerCard = true }],
            floor.Engine.Unsettled().OrderBy(machine => machine.MachineId, StringComparer.Ordinal));
        Assert.Empty(floor.Findings);
    }

    [Fact]
    public void Unsettled_AfterARecovery_IsWhatWasLeftOpen()
    {
        var first = new FloorHarness();
        Play(first, recovery: false);
        var second = new FloorHarness { Now = first.Now };
        second.Engine.Restore(first.Findings, first.Windows, []);
        Play(second, recovery: true);

        Assert.Equal(
            [
                new UnsettledMachine("Door") { IsDoorOpen = true, HasEmployeeCard = true },
                new UnsettledMachine("Guest") { HasPlayerCard = true, IsLampOn = true },
                new UnsettledMachine("Pay") { HandPay = Money.FromDecimal(4_000) },
                new UnsettledMachine("Power") { IsPowerOff = true },
                new UnsettledMachine("Tilt") { IsTilted = true },
            ],
            second.Engine.Unsettled().OrderBy(machine => machine.MachineId, StringComparer.Ordinal));

        static void Play(FloorHarness floor, bool recovery) => floor.Apply(new EventBatchBuilder(recovery: recovery)
            .Slot("Pay", SlotEventType.Jackpot, FloorHarness.At(1), payout: 4_000)
            .Slot("Paid", SlotEventType.Jackpot, FloorHarness.At(1), payout: 4_000)
            .Slot("Power", SlotEventType.PowerOff, FloorHarness.At(2))
            .Slot("Tilt", SlotEventType.Tilt, FloorHarness.At(3))
            .Slot("Repaired", SlotEventType.Tilt, FloorHarness.At(3))
            .Slot("Repaired", SlotEventType.DoorOpen, FloorHarness.At(4))
            .Slot("Repaired", SlotEventType.DoorClose, FloorHarness.At(5))
            .Slot("Door", SlotEventType.EmployeeCardIn, FloorHarness.At(4))
            .Slot("Door", SlotEventType.DoorOpen, FloorHarness.At(5))
            .Slot("Guest", SlotEventType.CardIn, FloorHarness.At(6))
            .Slot("Guest", SlotEventType.ServiceLampOn, FloorHarness.At(7))
            .Slot("Settled", SlotEventType.CardIn, FloorHarness.At(8))
            .Slot("Settled", SlotEventType.CardOut, FloorHarness.At(9))
            .Slot("Paid", SlotEventType.JackpotReset, FloorHarness.At(60)));
    }

    private static void Check(int seed, int split)
    {
        var steps = Steps(seed);
        var whole = new FloorHarness();
        Run(whole, steps, 0, steps.Count, []);
        whole.Complete();

        var accepted = new List<Sent>();
        var first = new FloorHarness();
        Run(first, steps, 0, split, accepted);
        var second = Recover(first, accepted);
        Assert.Empty(second.Findings);
        Assert.Empty(second.Windows);
        Run(second, steps, split, steps.Count, accepted);
        second.Complete();

        var findings = first.Findings.Concat(second.Findings).ToList();
        Assert.Equal(findings.Count, findings.Select(f => f.Id).Distinct().Count());
        Assert.Equal(whole.Findings.Select(f => f.Id).Order(), findings.Select(f => f.Id).Order());
        Assert.Equal(Final(whole, [], accepted), Final(second, first.Windows, accepted));
        Assert.Equal(whole.Capture().Jackpots.Select(j => (j.Id, j.ResetAt)), second.Capture().Jackpots.Select(j => (j.Id, j.ResetAt)));
        Assert.Equal(whole.Engine.Summary.Attention.Select(a => a.Id), second.Engine.Summary.Attention.Select(a => a.Id));
    }

    // As the Eventhouse gives it back: accepted events of the last hour in order of time, all findings, newest rows.
    private static FloorHarness Recover(FloorHarness first, List<Sent> accepted)
    {
        var second = new FloorHarness { Now = first.Now };
        var since = accepted.Count == 0 ? 0 : accepted.Max(e => e.At) - 3600;
        var rows = first.Windows.GroupBy(w => (w.MachineId, w.WindowStart)).Select(g => g.MaxBy(w => w.Revision)).ToList();
        second.Engine.Restore(first.Findings, [.. rows.Where(w => w.WindowStart >= FloorHarness.At(since).Ticks)], []);
        foreach (var chunk in accepted.Where(e => e.At >= since).OrderBy(e => e.At).Chunk(100))
        {
            var builder = new EventBatchBuilder(recovery: true);
            Fill(builder, chunk);
            second.ApplyAt(builder.Batch, second.Now);
        }

        return second;
    }

    private static void Run(FloorHarness floor, List<Step> steps, int from, int to, List<Sent> accepted)
    {
        foreach (var step in steps[from..to])
        {
            floor.Now = FloorHarness.At(step.Seconds);
            var builder = new EventBatchBuilder();
            Fill(builder, step.Events);
            var batch = floor.ApplyAt(builder.Batch, floor.Now);
            accepted.AddRange(step.Events.Where((_, i) => batch.Slots[i].Outcome != EventOutcome.Duplicate));
            floor.Advance(step.Seconds);
        }
    }

    private static void Fill(EventBatchBuilder builder, IEnumerable<Sent> events)
    {
        foreach (var e in events)
        {
            builder.Slot(e.Machine, e.Type, FloorHarness.At(e.At), e.Wager, e.Payout, 0, e.Partition, e.Identity, "A", "", 1, e.Hopper);
        }
    }

    // The newest row of each machine-minute; what was left to the Eventhouse is computed as it would, from the stored events.
    private static List<string> Final(FloorHarness floor, List<ActivityWindow> before, List<Sent> accepted)
    {
        var stale = floor.Stale.Select(s => (s.MachineId, s.WindowStart)).ToHashSet();
        var rows = before.Concat(floor.Windows)
            .GroupBy(w => (w.MachineId, w.WindowStart))
            .Where(g => !stale.Contains(g.Key))
            .Select(g => g.MaxBy(w => w.Revision))
            .Select(w => $"{w.MachineId} {w.WindowStart} {w.SpinCount} {w.CoinIn} {w.CoinOut} {w.JackpotCount} {w.ErrorCount} {w.EventCount}");
        var computed = stale.Select(key =>
        {
            var events = accepted.Where(e => e.Machine == key.MachineId && FloorHarness.At(Math.Floor(e.At / 60) * 60).Ticks == key.WindowStart).ToList();
            return $"{key.MachineId} {key.WindowStart} {Count(events, SlotEventType.Spin)} {Money.FromDecimal(events.Sum(e => e.Wager))} "
                + $"{Money.FromDecimal(events.Sum(e => e.Payout))} {Count(events, SlotEventType.Jackpot)} {Count(events, SlotEventType.Error)} {events.Count}";
        });
        return [.. rows.Concat(computed).Order(StringComparer.Ordinal)];
    }

    private static int Count(List<Sent> events, SlotEventType type) => events.Count(e => e.Type == type);

    // 200 minutes in steps of 5 s. Each machine keeps its own order; some machines fall silent, some err in bursts, hand pays are
    // repeated every 15 s, and some events are told twice.
    private static List<Step> Steps(int seed)
    {
        var random = new Random(seed);
        var identity = 0L;
        var sent = new List<Sent>();
        var busyUntil = new double[Machines];
        var repeats = new (decimal Amount, double Until)[Machines];
        var steps = new List<Step>();
        for (var s = 1; s <= 2400; s++)
        {
            var now = s * (double)StepSeconds;
            var events = new List<Sent>();
            for (var machine = 0; machine < Machines; machine++)
            {
                var at = now - 4 + (random.NextDouble() * 3);
                if (repeats[machine].Until > now)
                {
                    if (s % 3 == 0)
                    {
                        events.Add(Make(SlotEventType.Jackpot, repeats[machine].Amount));
                    }

                    continue;
                }

                if (repeats[machine].Amount > 0)
                {
                    repeats[machine] = default;
                    events.Add(Make(random.Next(2) == 0 ? SlotEventType.JackpotReset : SlotEventType.Spin));
                    continue;
                }

                if (busyUntil[machine] > now || random.Next(4) != 0)
                {
                    continue;
                }

                var what = random.Next(400);
                if (what < 2)
                {
                    busyUntil[machine] = now + random.Next(1000);
                }
                else if (what < 5)
                {
                    repeats[machine] = (1000 + random.Next(12_000) + (s / 10_000m), now + random.Next(5, 300));
                    events.Add(Make(SlotEventType.Jackpot, repeats[machine].Amount));
                }
                else
                {
                    var burst = s % 700 is > 300 and < 400 && machine < 3;
                    events.Add(Make(burst ? SlotEventType.Error : what < 120 ? Other(random) : SlotEventType.Spin));
                }

                Sent Make(SlotEventType type, decimal payout = 0) => new(
                    $"M{machine}", type, at, type == SlotEventType.Spin ? 1 + random.Next(5 + (machine * 3)) : 0, payout,
                    random.Next(20) == 0 ? random.Next(100) : float.NaN, machine % 2, ++identity);
            }

            if (sent.Count > 0 && random.Next(5) == 0)
            {
                events.Add(sent[random.Next(Math.Max(0, sent.Count - 300), sent.Count)]);
            }

            // A repeat of a hand pay is not stored, so a restart forgets its identity: telling it twice is not part of this test.
            sent.AddRange(events.Where(e => e.Type != SlotEventType.Jackpot || !sent.Exists(o => o.Machine == e.Machine && o.Payout == e.Payout)));
            steps.Add(new Step(now, events));
        }

        return steps;
    }

    // Doors and cards often enough that the hour recovered tells how they stand: what is older is not known after a restart.
    private static SlotEventType Other(Random random) => random.Next(16) switch
    {
        < 3 => SlotEventType.DoorOpen,
        < 6 => SlotEventType.DoorClose,
        < 9 => SlotEventType.EmployeeCardIn,
        < 12 => SlotEventType.EmployeeCardOut,
        12 => SlotEventType.Tilt,
        13 => SlotEventType.PowerOff,
        14 => SlotEventType.PowerOn,
        _ => SlotEventType.Error,
    };
}
