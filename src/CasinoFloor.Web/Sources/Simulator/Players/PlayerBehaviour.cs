using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Faults;
using CasinoFloor.Web.Sources.Simulator.Games;
using CasinoFloor.Web.Sources.Simulator.Machines;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>
/// What happens at a machine between two players: card in, money in, games, hand pays, ticket out, card out. Every step
/// returns when the next one is due.
/// </summary>
internal sealed class PlayerBehaviour(SimulatorOptions options, SlotMessages messages, Arrivals arrivals, HandPays handPays)
{
    private const double StaysWhenEmpty = 0.85;
    private readonly Money _handPay = Money.FromDecimal(options.HandPayAmount);
    private readonly Purse _purse = new(messages);

    /// <summary>Puts the machine into the middle of an ordinary day and returns when its player acts first.</summary>
    public long Warm(SlotMachine machine, long at)
    {
        var random = machine.Random;
        machine.LastSession = Arrivals.MeanSessionSeconds * TimeSpan.TicksPerSecond;
        if (!arrivals.IsTaken(machine, at))
        {
            return arrivals.Next(machine, at);
        }

        arrivals.Sit(machine, at);
        Seat(machine, at);
        return at + Math.Max(1, (long)(machine.GamePace * random.NextDouble()));
    }

    /// <summary>
    /// Goes on at a machine of a floor with a past, and returns when its player acts first. Who sat there is not known any more: guests come anew within a minute and a half, where
    /// a card was left in after it is out (<see cref="MachineBlocks.Card"/>). Only who waits for a hand pay stays.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="left">What was left open there; null for nothing.</param>
    /// <param name="at">When the day begins for us.</param>
    public long Continue(SlotMachine machine, UnsettledMachine? left, long at)
    {
        var random = machine.Random;
        machine.LastSession = Arrivals.MeanSessionSeconds * TimeSpan.TicksPerSecond;
        if (left is { HandPay.Units: > 0 })
        {
            arrivals.Sit(machine, at, mayHaveCard: false);
            Seat(machine, at);
            return handPays.Resume(machine, left.HandPay, left.HasEmployeeCard || left is { IsTilted: true, IsDoorOpen: false }, at);
        }

        if (!arrivals.IsTaken(machine, at))
        {
            return arrivals.Next(machine, at);
        }

        machine.State = PlayState.Arriving;
        return at + random.Seconds(0, 90);
    }

    /// <summary>The next step at a machine; returns when the one after it is due.</summary>
    public long Step(SlotMachine machine, long at)
    {
        var random = machine.Random;

        // A card that was left in keeps nobody from being paid.
        if (machine.Blocks != MachineBlocks.None && !(machine.Blocks == MachineBlocks.Card && machine.IsPaidByHand))
        {
            return at + random.Seconds(4, 12);
        }

        switch (machine.State)
        {
            case PlayState.Playing:
                return Play(machine, at);
            case PlayState.Vacant:
                return arrivals.Next(machine, at);
            case PlayState.Arriving:
                return Arrive(machine, at);
            case PlayState.Funding:
                return Fund(machine, at);
            case PlayState.WinPending or PlayState.Locked or PlayState.Attended or PlayState.Released:
                return handPays.Step(machine, at);
            case PlayState.Leaving:
                return Leave(machine, at);
            case PlayState.Departing:
                return Depart(machine, at);
            default:
                throw new InvalidOperationException($"A machine cannot be {machine.State}.");
        }
    }

    private static void Seat(SlotMachine machine, long at)
    {
        machine.SessionBegan = at - machine.Random.ExponentialSeconds(Arrivals.MeanSessionSeconds);
        machine.Ledger.TakeTicket(new Money(machine.Wager.Units * machine.Random.Between(5, 60)));
        machine.State = PlayState.Playing;
    }

    private static long NextGame(SlotMachine machine, long at) => at + Math.Max(1, (long)(machine.GamePace * machine.Random.Range(0.6, 1.4)));

    private long Arrive(SlotMachine machine, long at)
    {
        arrivals.Sit(machine, at);
        if (machine.Player >= 0)
        {
            messages.Plain(machine, "CARD_IN"u8, at);
        }

        machine.State = PlayState.Funding;
        return at + machine.Random.Seconds(2, 8);
    }

    private long Fund(SlotMachine machine, long at)
    {
        if (!_purse.Fund(machine, at))
        {
            // Ruined.
            machine.State = PlayState.Leaving;
            return at + machine.Random.Seconds(2, 10);
        }

        machine.State = machine.Ledger.Credits >= machine.Wager ? PlayState.Playing : PlayState.Funding;
        return at + machine.Random.Seconds(2, 7);
    }

    private long Play(SlotMachine machine, long at)
    {
        if (at >= machine.SessionEnds && machine.ForcedWin.Units == 0)
        {
            machine.State = PlayState.Leaving;
            return at + machine.Random.Seconds(1, 4);
        }

        if (machine.Ledger.Credits < machine.Wager)
        {
            machine.State = machine.Random.Chance(StaysWhenEmpty) ? PlayState.Funding : PlayState.Leaving;
            return at + machine.Random.Seconds(2, 15);
        }

        var win = Win(machine);
        var byHand = win >= _handPay;

        // A hand pay is announced once, by the JACKPOT event: a payout here as well would count it twice.
        var payout = byHand ? default : win;
        machine.Ledger.Play(machine.Wager, payout);
        if (payout.Units > 0)
        {
            machine.Hopper.PayOut(payout, machine.Wager, at);
        }

        messages.Spin(machine, payout, at);
        return byHand ? HandPays.Begin(machine, win, at) : NextGame(machine, at);
    }

    private static Money Win(SlotMachine machine)
    {
        if (machine.ForcedWin.Units > 0)
        {
            var forced = machine.ForcedWin;
            machine.ForcedWin = default;
            return forced;
        }

        return SlotGame.Win(machine.Wager, machine.Game.ParSheet.Draw(machine.Random.NextDouble()));
    }

    private long Leave(SlotMachine machine, long at)
    {
        if (machine.Ledger.Credits.Units > 0)
        {
            machine.Voucher = machine.Ledger.PrintTicket();
            messages.Ticket(machine, "TICKET_OUT"u8, machine.Voucher, at);
        }

        machine.State = PlayState.Departing;
        return at + machine.Random.Seconds(1, 4);
    }

    private long Depart(SlotMachine machine, long at)
    {
        if (machine.Player >= 0)
        {
            messages.Plain(machine, "CARD_OUT"u8, at);
        }

        arrivals.Leave(machine, at);
        return arrivals.Next(machine, at);
    }
}
