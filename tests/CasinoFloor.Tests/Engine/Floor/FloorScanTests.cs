using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Floor;

public sealed class FloorScanTests
{
    [Fact]
    public void Apply_TimesKeptInOneBatch_FindsWhoWasSilentInBetween()
    {
        var floor = new FloorHarness(options => options.Clock = FloorClockMode.EventTime);
        var events = new EventBatchBuilder().Slot("M1", SlotEventType.Spin, FloorHarness.At(0), 1, 0);
        for (var seconds = 0; seconds < 1300; seconds += 20)
        {
            events.Slot("M2", SlotEventType.Spin, FloorHarness.At(seconds), 1, 0);
        }

        floor.Apply(events.Slot("M1", SlotEventType.Spin, FloorHarness.At(1300), 1, 0));

        Assert.Equal(
            [(FindingKind.Idle, FindingPhase.Raised), (FindingKind.Offline, FindingPhase.Raised), (FindingKind.Idle, FindingPhase.Cleared), (FindingKind.Offline, FindingPhase.Cleared)],
            floor.Findings.Where(f => f.MachineId == "M1" && f.Kind is FindingKind.Idle or FindingKind.Offline).Select(f => (f.Kind, f.Phase)));
    }

    [Fact]
    public void Apply_TimesKept_FindsTheSameHoweverManyTicksThereAre()
    {
        Assert.Equal(Findings(ticks: 0), Findings(ticks: 400));
        Assert.NotEmpty(Findings(ticks: 0));

        static List<string> Findings(int ticks)
        {
            var floor = new FloorHarness(options => options.Clock = FloorClockMode.EventTime);
            for (var step = 0; step < 400; step++)
            {
                var events = new EventBatchBuilder();
                for (var machine = 0; machine < 7; machine++)
                {
                    events.Slot($"M{machine}", SlotEventType.Spin, FloorHarness.At(step * 5), machine == 0 ? 100 : 2, 0);
                }

                floor.Apply(step is > 100 and < 110 ? events.Slot("M1", SlotEventType.Error, FloorHarness.At(step * 5), 0, 0) : events);
                if (step < ticks)
                {
                    floor.Advance(step * 2);
                }
            }

            return [.. floor.Findings.Select(f => f.Id)];
        }
    }
}
