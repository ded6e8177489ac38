using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.State;

/// <summary>
/// Feeds derived from SAS repeat "hand pay pending" every 15 s while it is queued: the same amount on
/// a machine with that hand pay pending, neither played nor reset since, is the same hand pay told again. So is one whose time lies
/// between the hand pay's beginning and its end, however late it comes. The first announcement may itself be the one that is late: so is one that
/// lies shortly before the first that was heard.
/// </summary>
internal static class HandPayRepeats
{
    /// <summary>Whether the event repeats the newest hand pay; if so, remembers when it was repeated.</summary>
    /// <param name="state">The machine before the event.</param>
    /// <param name="e">The event.</param>
    /// <param name="within">How long after the last announcement a repeat may come, ticks.</param>
    public static bool IsRepeat(ref MachineState state, in SlotEvent e, long within)
    {
        if (e.Type != SlotEventType.Jackpot || state.HandPayStart == 0 || e.Payout.Units != state.HandPayUnits)
        {
            return false;
        }

        var pending = state.HandPaySettled == 0;
        var until = pending ? state.HandPayAt : state.HandPaySettled;
        var from = state.HandPayStart - within;
        if ((e.Timestamp < from || e.Timestamp > until) && !(pending && Math.Abs(e.Timestamp - state.HandPayAt) <= within))
        {
            return false;
        }

        state.HandPayStart = Math.Min(state.HandPayStart, e.Timestamp);
        state.HandPayAt = Math.Max(state.HandPayAt, e.Timestamp);
        return true;
    }
}
