using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.State;

/// <summary>Brings a machine's present up to date with an event: the newest event about a thing decides it.</summary>
internal static class StateUpdater
{
    /// <summary>Takes an accepted event over.</summary>
    /// <param name="state">The machine.</param>
    /// <param name="e">The event.</param>
    /// <param name="seenAt">The engine's clock when it came, ticks.</param>
    public static void Apply(ref MachineState state, in SlotEvent e, long seenAt)
    {
        state.Dirty = true;
        state.SeenAt = Math.Max(state.SeenAt, seenAt);
        state.LastEvent = Math.Max(state.LastEvent, e.Timestamp);
        if (state.FirstEvent == 0)
        {
            state.FirstEvent = e.Timestamp;
        }

        if (!float.IsNaN(e.HopperLevel) && e.Timestamp >= state.HopperAt)
        {
            state.HopperLevel = e.HopperLevel;
            state.HopperAt = e.Timestamp;
        }

        switch (e.Type)
        {
            case SlotEventType.Spin:
                Play(ref state, in e);
                Win(ref state, in e);
                break;
            case SlotEventType.Jackpot:
                HandPay(ref state, in e);
                Win(ref state, in e);
                break;
            case SlotEventType.JackpotReset:
                state.LastReset = Math.Max(state.LastReset, e.Timestamp);
                if (state.HandPaySettled == 0 && e.Timestamp >= state.HandPayAt)
                {
                    state.HandPaySettled = e.Timestamp;
                }

                break;
            case SlotEventType.PowerOff:
                Set(ref state.Bits, MachineBits.PowerOff, true, ref state.PowerAt, e.Timestamp);
                break;
            case SlotEventType.PowerOn:
                Set(ref state.Bits, MachineBits.PowerOff, false, ref state.PowerAt, e.Timestamp);
                Set(ref state.Bits, MachineBits.Tilt, false, ref state.TiltAt, e.Timestamp);
                break;
            case SlotEventType.Tilt:
                Set(ref state.Bits, MachineBits.Tilt, true, ref state.TiltAt, e.Timestamp);
                break;
            default:
                Signal(ref state, e.Type, e.Timestamp);
                break;
        }
    }

    /// <summary>Takes over what a machine says of its doors, cards and lamp; of other events nothing.</summary>
    /// <param name="state">The machine.</param>
    /// <param name="type">What it says.</param>
    /// <param name="at">Event time, ticks.</param>
    public static void Signal(ref MachineState state, SlotEventType type, long at)
    {
        switch (type)
        {
            case SlotEventType.DoorOpen:
                Set(ref state.Bits, MachineBits.DoorOpen, true, ref state.DoorAt, at);
                break;
            case SlotEventType.DoorClose:
                Set(ref state.Bits, MachineBits.DoorOpen, false, ref state.DoorAt, at);
                break;
            case SlotEventType.CardIn:
                Set(ref state.Bits, MachineBits.PlayerCard, true, ref state.PlayerCardAt, at);
                break;
            case SlotEventType.CardOut:
                Set(ref state.Bits, MachineBits.PlayerCard, false, ref state.PlayerCardAt, at);
                break;
            case SlotEventType.EmployeeCardIn:
                Set(ref state.Bits, MachineBits.EmployeeCard, true, ref state.EmployeeCardAt, at);
                break;
            case SlotEventType.EmployeeCardOut:
                Set(ref state.Bits, MachineBits.EmployeeCard, false, ref state.EmployeeCardAt, at);
                break;
            case SlotEventType.ServiceLampOn:
                Set(ref state.Bits, MachineBits.ServiceLamp, true, ref state.ServiceLampAt, at);
                break;
            case SlotEventType.ServiceLampOff:
                Set(ref state.Bits, MachineBits.ServiceLamp, false, ref state.ServiceLampAt, at);
                break;
            default:
                break;
        }
    }

    // A machine that plays has power and no tilt, and whatever hand pay it had is settled, even if the event that said so
    // was lost.
    private static void Play(ref MachineState state, in SlotEvent e)
    {
        state.LastSpin = Math.Max(state.LastSpin, e.Timestamp);
        if (!e.PlayerId.IsEmpty)
        {
            state.LastCardedSpin = Math.Max(state.LastCardedSpin, e.Timestamp);
        }

        if (state.HandPaySettled == 0 && e.Timestamp > state.HandPayAt)
        {
            state.HandPaySettled = e.Timestamp;
        }

        if ((state.Bits & MachineBits.PowerOff) != 0 && e.Timestamp > state.PowerAt)
        {
            Set(ref state.Bits, MachineBits.PowerOff, false, ref state.PowerAt, e.Timestamp);
        }

        if ((state.Bits & MachineBits.Tilt) != 0 && e.Timestamp > state.TiltAt)
        {
            Set(ref state.Bits, MachineBits.Tilt, false, ref state.TiltAt, e.Timestamp);
        }
    }

    private static void Win(ref MachineState state, in SlotEvent e)
    {
        if (e.Payout.Units <= 0 || e.Timestamp < state.LastWin)
        {
            return;
        }

        state.LastWinUnits = e.Timestamp > state.LastWin ? e.Payout.Units : Math.Max(e.Payout.Units, state.LastWinUnits);
        state.LastWin = e.Timestamp;
    }

    private static void HandPay(ref MachineState state, in SlotEvent e)
    {
        if (e.Timestamp < state.HandPayStart)
        {
            return;
        }

        var since = Math.Max(state.LastSpin, state.LastReset);
        state.HandPayUnits = e.Payout.Units;
        state.HandPayStart = e.Timestamp;
        state.HandPayAt = e.Timestamp;
        state.HandPaySettled = since > e.Timestamp ? since : 0;
    }

    private static void Set(ref MachineBits bits, MachineBits bit, bool on, ref long at, long timestamp)
    {
        if (timestamp < at)
        {
            return;
        }

        at = timestamp;
        bits = on ? bits | bit : bits & ~bit;
    }
}
