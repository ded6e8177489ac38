using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// What happens at a machine between two players: card in, money in, games, hand pays, ticket out, card out. Every step
/// returns when the next one is due.
/// </summary>
internal sealed class PlayerBehaviour(SimulatorOptions options, SlotMessages messages, PlayerPool players)
{
    private const double MeanSessionSeconds = 18 * 60;
    private const double CardedShare = 0.6;
    private readonly Money _handPay = Money.FromDecimal(options.HandPayAmount);
    private uint _sessions = (uint)SimulatorRandom.Mix((uint)options.Seed);

    /// <summary>Puts the machine into the middle of an ordinary day and returns when its player acts first.</summary>
    public long Warm(SlotMachine machine, long at)
    {
        var random = machine.Random;
        if (!random.Chance(ShareOccupied(machine)))
        {
            return at + random.ExponentialSeconds(MeanGapSeconds(machine));
        }

        Sit(machine, at);
        machine.Credits = new Money(machine.Wager.Units * random.Between(5, 60));
        machine.State = PlayState.Playing;
        return at + Math.Max(1, (long)(machine.GamePace * random.NextDouble()));
    }

    /// <summary>The next step at a machine; returns when the one after it is due.</summary>
    public long Step(SlotMachine machine, long at)
    {
        var random = machine.Random;
        if (machine.OutOfService || machine.Silent)
        {
            return at + random.Seconds(4, 12);
        }

        switch (machine.State)
        {
            case PlayState.Vacant:
                Sit(machine, at);
                if (machine.Player >= 0)
                {
                    messages.Plain(machine, "CARD_IN"u8, at);
                }

                machine.State = PlayState.Funding;
                return at + random.Seconds(2, 8);
            case PlayState.Funding:
                return Fund(machine, at);
            case PlayState.Playing:
                return Play(machine, at);
            case PlayState.WinPending:
                machine.MeterCoinOut += machine.HandPay;
                messages.Jackpot(machine, at);
                machine.State = PlayState.Locked;
                return at + random.Seconds(60, 360);
            case PlayState.Locked:
                messages.Plain(machine, "JACKPOT_RESET"u8, at);
                machine.State = PlayState.Playing;
                return at + random.Seconds(5, 20);
            case PlayState.Leaving:
                return Leave(machine, at);
            case PlayState.Departing:
                return Depart(machine, at);
            default:
                throw new InvalidOperationException($"A machine cannot be {machine.State}.");
        }
    }

    private static long NextGame(SlotMachine machine, long at) => at + Math.Max(1, (long)(machine.GamePace * machine.Random.Range(0.6, 1.4)));

    private double ShareOccupied(SlotMachine machine) => Math.Clamp(options.Occupancy * machine.Planned.Popularity, 0.005, 0.97);

    private double MeanGapSeconds(SlotMachine machine)
    {
        var share = ShareOccupied(machine);
        return MeanSessionSeconds * (1 - share) / share;
    }

    private void Sit(SlotMachine machine, long at)
    {
        var random = machine.Random;
        machine.SessionEnds = at + random.ExponentialSeconds(MeanSessionSeconds);
        machine.GamePace = TimeSpan.TicksPerMinute / (options.GamesPerMinute * machine.Planned.Pace) * random.Range(0.75, 1.25);
        machine.Wager = new Money(machine.Game.Denomination.Units * random.Pick(machine.Game.Credits));
        if (random.Chance(CardedShare))
        {
            machine.Player = players.Take(random);
            machine.Session = (uint)SimulatorRandom.Mix(++_sessions);
        }
    }

    private long Fund(SlotMachine machine, long at)
    {
        var random = machine.Random;
        var wanted = machine.Wager.Units / Money.Scale * random.Between(15, 60);
        if (wanted > 300 || random.Chance(0.25))
        {
            // Larger sums come as vouchers from the cage or from another machine, in odd cents.
            var ticket = new Money((Math.Max(20, wanted) * 100 + random.Next(100)) * (Money.Scale / 100));
            machine.Credits += ticket;
            messages.Ticket(machine, "TICKET_IN"u8, ticket, at);
        }
        else
        {
            var bill = new Money((wanted > 60 ? 100 : wanted > 30 ? 50 : 20) * Money.Scale);
            machine.Credits += bill;
            messages.Bill(machine, bill, at);
        }

        machine.State = machine.Credits.Units >= machine.Wager.Units ? PlayState.Playing : PlayState.Funding;
        return at + random.Seconds(2, 7);
    }

    private long Play(SlotMachine machine, long at)
    {
        if (at >= machine.SessionEnds)
        {
            machine.State = PlayState.Leaving;
            return at + machine.Random.Seconds(1, 4);
        }

        if (machine.Credits < machine.Wager)
        {
            machine.State = PlayState.Funding;
            return at + machine.Random.Seconds(2, 15);
        }

        var payout = new Money((long)Math.Round(machine.Wager.Units * machine.Game.PayTable.Draw(machine.Random.NextDouble())));
        var byHand = payout >= _handPay;
        machine.HandPay = byHand ? payout : default;

        // The win is announced once, by the JACKPOT event: a payout here as well would count it twice.
        payout = byHand ? default : payout;
        machine.Play(machine.Wager, payout);
        if (payout.Units > 0)
        {
            machine.Hopper = Math.Max(0, machine.Hopper - machine.Random.Between(1, 5));
        }

        messages.Spin(machine, payout, at);
        if (byHand)
        {
            machine.State = PlayState.WinPending;
            return at + machine.Random.Seconds(0.5, 1.5);
        }

        return NextGame(machine, at);
    }

    private long Leave(SlotMachine machine, long at)
    {
        if (machine.Credits.Units > 0)
        {
            messages.Ticket(machine, "TICKET_OUT"u8, machine.Credits, at);
            machine.Credits = default;
        }

        machine.State = PlayState.Departing;
        return at + machine.Random.Seconds(1, 4);
    }

    private long Depart(SlotMachine machine, long at)
    {
        if (machine.Player >= 0)
        {
            messages.Plain(machine, "CARD_OUT"u8, at);
            players.Release(machine.Player);
            machine.Player = -1;
        }

        machine.State = PlayState.Vacant;
        return at + machine.Random.ExponentialSeconds(MeanGapSeconds(machine));
    }
}
