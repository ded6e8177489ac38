using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Tests.Engine;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Web.Components.Replay;
using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Replay;

/// <summary>The past must look as it looked: a busy hour and a half goes through the engine and into the Eventhouse, and is asked back.</summary>
public sealed class ReplayAgreementTests : IAsyncLifetime
{
    private const int Machines = 40;
    private const int Step = 2;
    private const int Length = 90 * 60;
    private const int WriteTogether = 150;

    private static readonly int[] Looks = [301, 1199, 1451, 1800, 2461, 3599, 3600, 4201, 4799, 5219, 5399];

    private readonly FloorHarness _live = new(options => options.Detectors.HotCold.Minutes = 5);
    private readonly Random _random = new(4711);
    private readonly Dictionary<DateTime, (MachineCell[] Cells, FloorSummary Summary)> _shown = [];
    private TestHouse _house = null!;
    private int _events;

    [Fact]
    public async Task Load_AnyMoment_ShowsCellByCellWhatTheLiveMapShowed()
    {
        var loader = new ReplayLoader(new EventhouseHistory(_house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql"))));
        var seen = new HashSet<MachineCell>();
        foreach (var (at, (cells, summary)) in _shown)
        {
            var moment = await loader.LoadAsync(at, TestHouse.Token);

            Assert.Equal("", moment.Problem);
            Assert.True(moment.IsStored);
            var layout = moment.Picture!.Layout;
            foreach (var machine in _live.Engine.Infos)
            {
                var index = layout.Machines.Single(past => past.Id == machine.Id).Index;
                Assert.True(cells[machine.Index] == moment.Picture.Cells.Span[index], $"{machine.Id} at {at:T}: live {cells[machine.Index]}, past {moment.Picture.Cells.Span[index]}");
                seen.Add(cells[machine.Index]);
            }

            Assert.Equal(
                summary.Jackpots.Select(jackpot => (jackpot.Id, jackpot.Amount, jackpot.Level, jackpot.ResetAt)),
                moment.Picture.Summary.Jackpots.Select(jackpot => (jackpot.Id, jackpot.Amount, jackpot.Level, jackpot.ResetAt)));
            Assert.Equal(
                summary.Attention.Where(entry => entry.Machine >= 0).Select(entry => (entry.Id, entry.Severity, entry.Since, entry.Why)),
                moment.Picture.Summary.Attention.Where(entry => entry.MachineId.Length > 0).Select(entry => (entry.Id, entry.Severity, entry.Since, entry.Why)));
            // The live figures are of slots of a few seconds: the theoretical hold of what was wagered is the same, the amounts nearly.
            var (now, then) = (summary.Figures, moment.Picture.Summary.Figures);
            Assert.Equal(now.TheoreticalWin.ToDouble() / now.RatedCoinIn.ToDouble(), then.TheoreticalWin.ToDouble() / then.RatedCoinIn.ToDouble(), 0.003);
            Assert.InRange(then.RatedCoinIn.ToDouble() / now.RatedCoinIn.ToDouble(), 0.9, 1.1);
            Assert.True(then.RatedCoinIn.Units < then.CoinIn.Units);
            Assert.Equal((summary.Figures.Machines, summary.Figures.ActiveMachines, summary.Figures.Players), (moment.Picture.Summary.Figures.Machines, moment.Picture.Summary.Figures.ActiveMachines, moment.Picture.Summary.Figures.Players));
        }

        // A comparison of idle machines would say little.
        Assert.Superset(
            new HashSet<MachineStatus> { MachineStatus.InService, MachineStatus.Idle, MachineStatus.Offline, MachineStatus.PowerOff, MachineStatus.NeedsAttention },
            seen.Select(cell => cell.Status).ToHashSet());
        Assert.Superset(Enum.GetValues<Occupancy>().ToHashSet(), seen.Select(cell => cell.Occupancy).ToHashSet());
        Assert.Contains(seen, cell => cell.LastWin == 0);
        Assert.True(seen.Select(cell => cell.LastWin).Distinct().Count() > 3);
        Assert.Empty(Enum.GetValues<MachineFlags>().Except(seen.SelectMany(cell => Enum.GetValues<MachineFlags>().Where(flag => cell.Flags.HasFlag(flag)))));
    }

    [Fact]
    public async Task Load_BeforeAnythingWasStored_SaysSo()
    {
        var loader = new ReplayLoader(new EventhouseHistory(_house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql"))));

        Assert.False((await loader.LoadAsync(FloorHarness.Start.AddDays(-1), TestHouse.Token)).IsStored);
        Assert.Equal(FloorHarness.At(Step), (await loader.BoundsAsync(TestHouse.Token))!.Value.First);
    }

    public async ValueTask InitializeAsync()
    {
        _house = await TestHouse.OpenAsync();
        MachineLocation[] places =
        [
            .. Enumerable.Range(0, Machines).Select(i => new MachineLocation
            {
                MachineId = Id(i), FloorSection = i % 3 == 0 ? "High Limit" : "Main", Denomination = Money.FromDecimal(1), TheoreticalHold = i % 5 == 0 ? null : 0.07f + (i / 1000f),
            }),
        ];
        _live.Engine.Place(places);
        await _house.House.SaveMachinesAsync(places, TestHouse.Token);
        var waiting = new List<EventBatch>();
        for (var second = Step; second <= Length; second++)
        {
            var now = FloorHarness.At(second);
            if (second % Step == 0)
                waiting.Add(_live.ApplyAt(Events(second), now));

            waiting.Add(_live.Advance(second));
            if (Looks.Contains(second))
            {
                var summary = _live.Capture();
                _shown[now] = ([.. _live.Engine.Views.ToArray().Select(view => MachineCell.From(view))], summary);
            }

            if (waiting.Count >= WriteTogether || second == Length)
            {
                await _house.House.WriteAsync(waiting, [TestBatches.At(second)], TestHouse.Token);
                waiting.Clear();
            }
        }
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static string Id(int machine) => string.Create(CultureInfo.InvariantCulture, $"SLOT-{machine:000}");

    // Every machine has its lot: some play much, some fall silent, break, or lose power.
    private EventBatch Events(int second)
    {
        var builder = new EventBatchBuilder();
        for (var i = 0; i < Machines; i++)
        {
            if (i % 10 == 9 && second > 1000 && second < 4000)
                continue;

            if (_random.NextDouble() < (i == 0 ? 0.9 : 0.12))
                Add(builder, i, SlotEventType.Spin, second, wager: 1 + (i % 4), payout: _random.Next(8) == 0 ? 5.25m : 0, player: i % 4 == 0 ? "P1" : "", hopper: i % 7 == 3 ? 15 + (second / 200) : float.NaN);

            var rare = _random.Next(4000);
            if (i % 10 == 5 && second is > 2000 and < 2500 && _random.Next(20) == 0)
                Add(builder, i, SlotEventType.Error, second);
            else if (rare < RareTypes.Length)
                Add(builder, i, RareTypes[rare], second, payout: RareTypes[rare] == SlotEventType.Jackpot ? 1200 + (second * 3) : 0);
        }

        if (second == 3500)
            Add(builder, 8, SlotEventType.PowerOff, second);

        if (second == 3600)
            Add(builder, 12, SlotEventType.Tilt, second);

        return builder.Batch;
    }

    private static readonly SlotEventType[] RareTypes =
    [
        SlotEventType.DoorOpen, SlotEventType.DoorClose, SlotEventType.CardIn, SlotEventType.CardIn, SlotEventType.CardOut, SlotEventType.ServiceLampOn,
        SlotEventType.ServiceLampOff, SlotEventType.Tilt, SlotEventType.Jackpot, SlotEventType.Jackpot, SlotEventType.JackpotReset, SlotEventType.PowerOff, SlotEventType.PowerOn, SlotEventType.BillIn,
    ];

    private void Add(EventBatchBuilder builder, int machine, SlotEventType type, int second, decimal wager = 0, decimal payout = 0, string player = "", float hopper = float.NaN)
    {
        builder.Slot(Id(machine), type, FloorHarness.At(second), wager, payout, partition: TestBatches.SlotPartition.Index, player: player, hopper: hopper);
        builder.Batch.Slots.Items[^1].EventId = builder.Batch.AddText(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event-{_events++}")));
    }
}
