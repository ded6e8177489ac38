using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Players;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Players;

public sealed class PlayerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void TakeFor_ManyTimes_GivesFreePlayersWhoMostlyLikeTheMachine(int machines)
    {
        var plan = FloorPlan.Create(machines, 1, 0).Machines;
        var pool = new PlayerPool(plan, 1);
        var random = new SimulatorRandom(7);
        var (own, alike) = (0, 0);
        const int times = 2_000;
        for (var i = 0; i < times; i++)
        {
            var machine = i % machines;
            var player = pool.TakeFor(machine, random);
            var favourite = plan[pool.FavouriteOf(player)];
            own += pool.FavouriteOf(player) == machine ? 1 : 0;
            alike += favourite.Location.FloorSection == plan[machine].Location.FloorSection ? 1 : 0;
            pool.Release(player);
        }

        Assert.True(own > times * 0.25);
        Assert.True(alike > times * 0.8);
        var taken = Enumerable.Range(0, pool.Count).Select(i => pool.TakeFor(i % machines, random)).ToHashSet();
        Assert.Equal(pool.Count, taken.Count);
    }

    [Fact]
    public void Advance_CardedPlayer_IsAtOneMachineAtATimeWithOneSession()
    {
        var at = new Dictionary<string, string>();
        var session = new Dictionary<string, string>();
        var sessions = 0;
        foreach (var message in RecordingWriter.Run(RecordingWriter.Clean(400), TimeSpan.FromHours(2)).Messages.Where(message => message.Stream == EventStream.Slot))
        {
            var player = message.Text("player_id");
            if (player.Length == 0)
            {
                continue;
            }

            if (message.Type == "CARD_IN")
            {
                Assert.True(at.TryAdd(player, message.Key), $"{player} sits at two machines");
                session[message.Key] = message.Text("session_id");
                sessions++;
            }
            else if (session.TryGetValue(message.Key, out var expected))
            {
                Assert.Equal(expected, message.Text("session_id"));
            }

            if (message.Type == "CARD_OUT")
            {
                at.Remove(player);
                session.Remove(message.Key);
            }
        }

        Assert.True(sessions > 500);
    }

    [Fact]
    public void Advance_Players_AreRuinedOrLeaveOrMoveOnWithTheirVoucher()
    {
        var messages = RecordingWriter.Run(RecordingWriter.Clean(400), TimeSpan.FromHours(2)).Messages;
        var printed = messages.Where(message => message.Type == "TICKET_OUT").Select(message => message.Amount("ticket_amount")).ToHashSet();
        var departures = messages.Count(message => message.Type == "CARD_OUT");
        var moved = messages.Count(message => message.Type == "TICKET_IN" && printed.Contains(message.Amount("ticket_amount")));

        Assert.True(departures > 500);
        Assert.True(moved > departures / 10, $"{moved} of {departures}");

        // A departure without a voucher is a ruin.
        var ruined = messages.GroupBy(message => message.Key).Sum(machine => machine
            .Where(message => message.Type is "TICKET_OUT" or "CARD_OUT" or "SPIN").Select(message => message.Type)
            .Aggregate((Last: "", Ruins: 0), (state, type) => (type, state.Ruins + (type == "CARD_OUT" && state.Last == "SPIN" ? 1 : 0))).Ruins);
        Assert.InRange(ruined / (double)departures, 0.01, 0.6);
    }
}
