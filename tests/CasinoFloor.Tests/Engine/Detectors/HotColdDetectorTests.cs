using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Xunit;

namespace CasinoFloor.Tests.Engine.Detectors;

public sealed class HotColdDetectorTests
{
    private static FloorHarness Play(decimal own, int peers = 5, string peerSection = "A", Action<FloorOptions>? configure = null)
    {
        var floor = new FloorHarness(configure);
        floor.Slot("M0", SlotEventType.Heartbeat, 0);
        for (var second = 300; second < 600; second += 60)
        {
            var batch = new EventBatchBuilder().Slot("M0", SlotEventType.Spin, FloorHarness.At(second), own, section: "A", denomination: 1);
            for (var peer = 1; peer <= peers; peer++)
            {
                batch.Slot($"M{peer}", SlotEventType.Spin, FloorHarness.At(second), 10 * (peer % 2) + 5, section: peerSection, denomination: 1);
            }

            // Another section plays for far more: it is no peer.
            for (var other = 0; other < 6; other++)
            {
                batch.Slot($"X{other}", SlotEventType.Spin, FloorHarness.At(second), peerSection == "A" ? 1000 : 11, section: "B", denomination: 5);
            }

            floor.Apply(batch);
        }

        floor.Advance(599);
        return floor;
    }

    // Five peers: 15, 5, 15, 5, 15 a minute: 11 on the average.
    [Theory]
    [InlineData(22, null)]
    [InlineData(22.0001, FindingKind.Hot)]
    [InlineData(2.2, null)]
    [InlineData(2.1999, FindingKind.Cold)]
    [InlineData(11, null)]
    public void Scan_RateAtAnEdge_IsJudgedStrictly(decimal own, FindingKind? expected)
    {
        var floor = Play(own);

        var found = floor.Findings.Where(f => f.MachineId == "M0").ToList();
        Assert.Equal(expected is null ? [] : [expected.Value], found.Select(f => f.Kind));
    }

    [Fact]
    public void Scan_HotMachine_SaysWhyAndShowsOnTheMap()
    {
        var floor = Play(44);
        var finding = Assert.Single(floor.Findings, f => f.MachineId == "M0");
        floor.Capture();

        Assert.Equal((400m, 200m, 5L), (finding.Value, finding.Threshold, finding.Sample));
        Assert.Equal("Coin-in of 44.00 a minute over 5 min is 400 % of the 11.00 average of 5 peers of its section and denomination; hot is over 200 %.", finding.Why);
        Assert.Equal(MachineFlags.Hot, floor.Engine.Views[0].Flags);
        Assert.Empty(floor.Capture().Attention);
    }

    [Fact]
    public void Scan_FewerThanFivePeers_ComparesWithTheFloor()
    {
        var floor = Play(22.5m, peers: 4, peerSection: "C");

        var finding = Assert.Single(floor.Findings, f => f.MachineId == "M0");
        Assert.Equal(10, finding.Sample);
        Assert.Contains("10 machines of the floor", finding.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_RateFallsBack_ClearsOnce()
    {
        var floor = Play(44);
        floor.Advance(900);

        Assert.Single(floor.Findings, f => f is { MachineId: "M0", Kind: FindingKind.Hot, Phase: FindingPhase.Cleared });
        floor.Capture();
        Assert.Equal(MachineFlags.None, floor.Engine.Views[0].Flags & MachineFlags.Hot);
    }

    [Fact]
    public void Scan_FloorClosed_NobodyIsCold()
    {
        // 18:00 UTC is 10:00 in Los Angeles.
        var closed = Play(1, configure: o => (o.Detectors.HotCold.Opens, o.Detectors.HotCold.Closes) = (new TimeOnly(12, 0), new TimeOnly(4, 0)));
        var open = Play(1, configure: o => (o.Detectors.HotCold.Opens, o.Detectors.HotCold.Closes) = (new TimeOnly(10, 0), new TimeOnly(4, 0)));

        Assert.DoesNotContain(closed.Findings, f => f.Kind == FindingKind.Cold);
        Assert.Contains(open.Findings, f => f is { MachineId: "M0", Kind: FindingKind.Cold });
    }

    [Fact]
    public void Scan_SilentMachine_IsIdleNotCold()
    {
        var floor = new FloorHarness();
        floor.Slot("M0", SlotEventType.Spin, 0, wager: 0.01m);
        for (var second = 0; second <= 600; second += 60)
        {
            var batch = new EventBatchBuilder();
            for (var peer = 1; peer < 8; peer++)
            {
                batch.Slot($"M{peer}", SlotEventType.Spin, FloorHarness.At(second), 10);
            }

            floor.Apply(batch);
            floor.Advance(second);
        }

        Assert.Contains(floor.Findings, f => f is { MachineId: "M0", Kind: FindingKind.Idle, Phase: FindingPhase.Raised });
        Assert.Equal(MachineStatus.Offline, Status(floor));
        Assert.Equal(MachineFlags.None, floor.Engine.Views[0].Flags & MachineFlags.Cold);
    }

    private static MachineStatus Status(FloorHarness floor)
    {
        floor.Capture();
        return floor.Engine.Views[0].Status;
    }
}
