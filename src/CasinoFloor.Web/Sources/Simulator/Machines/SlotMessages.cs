using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Output;

namespace CasinoFloor.Web.Sources.Simulator.Machines;

/// <summary>Writes slot events in the specification's field names.</summary>
/// <remarks>
/// A sample: <c>{"event_id":"…","machine_id":"SLOT-00042","event_type":"SPIN","event_timestamp":"2026-11-20T18:00:00.125Z",
/// "wager_amount":1.50,"payout_amount":0.00,"floor_section":"North","denomination":0.25,"hopper_level":73.25}</c>.
/// </remarks>
internal sealed class SlotMessages(EventOutput output)
{
    /// <summary>An event that has no figures of its own.</summary>
    public void Plain(SlotMachine machine, ReadOnlySpan<byte> type, long at)
    {
        Begin(machine, type, at);
        End(machine);
    }

    /// <summary>A game.</summary>
    public void Spin(SlotMachine machine, Money payout, long at)
    {
        Begin(machine, "SPIN"u8, at).Amount("wager_amount"u8, machine.Wager).Amount("payout_amount"u8, payout);
        End(machine);
    }

    /// <summary>A win to be paid by hand; its wager came with its game.</summary>
    public void Jackpot(SlotMachine machine, long at)
    {
        Begin(machine, "JACKPOT"u8, at).Amount("payout_amount"u8, machine.HandPay);
        End(machine);
    }

    /// <summary>A bill.</summary>
    public void Bill(SlotMachine machine, Money amount, long at)
    {
        Begin(machine, "BILL_IN"u8, at).Amount("bill_amount"u8, amount);
        End(machine);
    }

    /// <summary>A voucher, in or out.</summary>
    public void Ticket(SlotMachine machine, ReadOnlySpan<byte> type, Money amount, long at)
    {
        Begin(machine, type, at).Amount("ticket_amount"u8, amount);
        End(machine);
    }

    /// <summary>An error, tilt or jam.</summary>
    public void Error(SlotMachine machine, ReadOnlySpan<byte> type, ReadOnlySpan<byte> code, ReadOnlySpan<byte> message, long at)
    {
        Begin(machine, type, at).Text("error_code"u8, code).Text("error_message"u8, message);
        End(machine);
    }

    /// <summary>Lifetime meters and the credit at the moment, with what the machine is.</summary>
    public void Meters(SlotMachine machine, long at)
    {
        ref var ledger = ref machine.Ledger;
        Begin(machine, "METER_UPDATE"u8, at)
            .Amount("meter_coin_in"u8, ledger.CoinIn)
            .Amount("meter_coin_out"u8, ledger.CoinOut)
            .Amount("meter_hand_paid"u8, ledger.HandPaid)
            .Amount("meter_bills_in"u8, ledger.BillsIn)
            .Amount("meter_tickets_in"u8, ledger.TicketsIn)
            .Amount("meter_tickets_out"u8, ledger.TicketsOut)
            .Amount("credit_balance"u8, ledger.Credits)
            .Number("games_played"u8, ledger.GamesPlayed);
        Identity(machine);
        End(machine);
    }

    /// <summary>An event of a machine that has started up: says what it is.</summary>
    public void Started(SlotMachine machine, long at)
    {
        Begin(machine, "POWER_ON"u8, at);
        Identity(machine);
        End(machine);
    }

    private MessageBuilder Begin(SlotMachine machine, ReadOnlySpan<byte> type, long at)
    {
        machine.LastSent = at;
        output.Begin(EventStream.Slot, "event_id"u8, at)
            .Id("machine_id"u8, "SLOT-"u8, machine.Index + 1, 5).AsKey()
            .Text("event_type"u8, type);
        return output.Time("event_timestamp"u8);
    }

    private void Identity(SlotMachine machine) => output.Builder
        .Text("machine_type"u8, machine.Game.MachineTypeText)
        .Text("manufacturer"u8, machine.Game.ManufacturerText)
        .Text("game_theme"u8, machine.Game.ThemeText)
        .Share("theoretical_hold"u8, machine.Game.TheoreticalHold);

    private void End(SlotMachine machine)
    {
        var message = output.Builder.Text("floor_section"u8, machine.SectionText).Amount("denomination"u8, machine.Game.Denomination);
        if (machine.Player >= 0)
        {
            message.Id("player_id"u8, "PLY-"u8, machine.Player + 1, 6).Hex("session_id"u8, "SES-"u8, machine.Session);
        }

        message.Hundredths("hopper_level"u8, machine.Hopper.Level);
        if (machine.HeldUntil > machine.LastSent && output.SendAt(machine.HeldUntil))
        {
            // One after the other, so that a machine's events keep their order.
            machine.HeldUntil += TimeSpan.TicksPerMillisecond;
            return;
        }

        output.Send();
    }
}
