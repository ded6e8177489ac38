using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Players;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>Table games: players buy in, are rated, and cash out; chips are filled and credited; markers are issued and paid; dealers change.</summary>
internal sealed class TableSimulation(TableMessages messages, PlayerPool players, Crowd crowd)
{
    private const double MeanSecondsBetween = 240;
    private uint _numbers = 700_000;

    /// <summary>Seats some players and returns when something happens first.</summary>
    public long Warm(TableGame table, long at)
    {
        var random = table.Random;
        table.DealerLeaves = at + random.Seconds(60, 3600);
        table.Drop = Hundreds(random, 20, 200);
        for (var seat = random.Next(TableGame.Places); seat > 0; seat--)
        {
            table.Seats.Add(NewSeat(table, at - random.Seconds(60, 5400)));
        }

        return at + random.ExponentialSeconds(MeanSecondsBetween);
    }

    /// <summary>The next happening; returns when the one after it is due.</summary>
    public long Step(TableGame table, long at)
    {
        var random = table.Random;
        if (at >= table.DealerLeaves)
        {
            ChangeDealer(table, at);
        }
        else if (random.Chance(0.2))
        {
            MoveChips(table, at);
        }
        else if (table.Seats.Count > 0 && random.Chance(0.07))
        {
            Marker(table, at);
        }
        else if (table.Seats.Count < TableGame.Places && random.Chance(Math.Min(0.95, crowd.Busyness(at)) * (1 - (table.Seats.Count / (double)TableGame.Places))))
        {
            Join(table, at);
        }
        else if (table.Seats.Count > 0)
        {
            Leave(table, at);
        }

        return at + random.ExponentialSeconds(MeanSecondsBetween);
    }

    private static Money Hundreds(SimulatorRandom random, int low, int high) => new(random.Between(low, high) * 100 * Money.Scale);

    private TableSeat NewSeat(TableGame table, long since)
    {
        var random = table.Random;
        var bet = new Money((long)(table.MinBet.Units / Money.Scale * random.Range(1, 4)) * Money.Scale);
        return new TableSeat(random.Next(players.Count), ++_numbers, new Money(bet.Units * random.Between(10, 40)), bet, since);
    }

    private void Join(TableGame table, long at)
    {
        var seat = NewSeat(table, at);
        table.Seats.Add(seat);
        table.Drop += seat.BoughtIn;
        messages.BuyIn(table, seat, at);
        messages.RatingStart(table, seat, at);
    }

    private void Leave(TableGame table, long at)
    {
        var random = table.Random;
        var place = random.Next(table.Seats.Count);
        var seat = table.Seats[place];
        table.Seats.RemoveAt(place);
        var hours = (at - seat.Since) / (double)TimeSpan.TicksPerHour;
        var hands = Math.Max(1, (int)(hours * table.Kind.HandsPerHour));
        var expected = new Money((long)(seat.AverageBet.Units / 100 * hands * table.Kind.Edge) * 100);

        // One hand's deviation is a little over one bet; a session's grows with the root of the hands, and cannot exceed the buy-in downwards.
        var luck = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2 * 1.15 * Math.Sqrt(hands);
        var won = new Money(Math.Max(-seat.BoughtIn.Units, (long)(luck * seat.AverageBet.Units / Money.Scale) * Money.Scale - expected.Units));
        messages.RatingEnd(table, seat, hands, hours, expected, won, at);
        var chips = seat.BoughtIn + won;
        if (chips.Units >= Money.Scale)
        {
            messages.CashOut(table, seat, new Money(chips.Units / Money.Scale * Money.Scale), at);
        }
    }

    private void MoveChips(TableGame table, long at)
    {
        var random = table.Random;
        var chip = random.Pick([5, 25, 100, 500]);
        var amount = new Money(chip * random.Between(2, 10) * 20 * Money.Scale);
        messages.Chips(table, random.Chance(0.6), amount, new Money(chip * Money.Scale), ++_numbers, at);
    }

    private void Marker(TableGame table, long at)
    {
        var random = table.Random;
        messages.Marker(table, table.Seats[random.Next(table.Seats.Count)], random.Chance(0.55), Hundreds(random, 5, 100), ++_numbers, at);
    }

    private void ChangeDealer(TableGame table, long at)
    {
        messages.Shift(table, false, at);
        table.Dealer = table.Random.Next(400);
        table.Drop = default;
        table.DealerLeaves = at + table.Random.Seconds(3000, 4200);
        messages.Shift(table, true, at);
    }
}
