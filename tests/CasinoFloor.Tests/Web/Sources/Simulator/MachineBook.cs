using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

/// <summary>Follows one machine by its stored events, over any number of restarts: meters and games agree, and what begins ends before it begins again.</summary>
internal sealed class MachineBook(string id)
{
    private (Money In, Money Out)? _meters;
    private (Money In, Money Out) _played;
    private bool _isDoorOpen;
    private bool _isPowerOff;
    private bool _isPending;
    private bool _isLampOn;

    // Null: not known yet, since the first day begins in the middle of a session.
    private string? _card;

    /// <summary>How often meters were compared with the games since the reading before.</summary>
    public int Compared { get; private set; }

    /// <summary>What is open.</summary>
    public IEnumerable<string> Open
    {
        get
        {
            (string Name, bool IsOpen)[] all =
                [("door", _isDoorOpen), ("power", _isPowerOff), ("hand pay", _isPending), ("lamp", _isLampOn), ("card", !string.IsNullOrEmpty(_card))];
            return all.Where(one => one.IsOpen).Select(one => one.Name);
        }
    }

    /// <summary>Enters an event that was stored.</summary>
    public void Enter(in SlotEvent e, string player)
    {
        Require(!_isPowerOff || e.Type == SlotEventType.PowerOn, in e);
        _card ??= e.Type != SlotEventType.CardIn && player.Length > 0 ? player : null;
        Require(player.Length == 0 || e.Type == SlotEventType.CardIn || player == _card, in e);
        switch (e.Type)
        {
            case SlotEventType.Spin:
                Require(!_isPending && !_isDoorOpen && player == (_card ?? ""), in e);
                _played = (_played.In + e.Wager, _played.Out + e.Payout);
                break;
            case SlotEventType.Jackpot:
                Turn(ref _isPending, true, in e);
                _played.Out += e.Payout;
                break;
            case SlotEventType.JackpotReset:
                Turn(ref _isPending, false, in e);
                break;
            case SlotEventType.MeterUpdate:
                Compare((e.MeterCoinIn, e.MeterCoinOut));
                break;
            case SlotEventType.CardIn:
                Require(string.IsNullOrEmpty(_card) && player.Length > 0, in e);
                _card = player;
                break;
            case SlotEventType.CardOut:
                Require(_card != "", in e);
                _card = "";
                break;
            case SlotEventType.DoorOpen or SlotEventType.DoorClose:
                Turn(ref _isDoorOpen, e.Type == SlotEventType.DoorOpen, in e);
                break;
            case SlotEventType.PowerOff or SlotEventType.PowerOn:
                Turn(ref _isPowerOff, e.Type == SlotEventType.PowerOff, in e);
                break;
            case SlotEventType.ServiceLampOn or SlotEventType.ServiceLampOff:
                Turn(ref _isLampOn, e.Type == SlotEventType.ServiceLampOn, in e);
                break;
        }
    }

    private void Compare((Money In, Money Out) meters)
    {
        if (_meters is { } before)
        {
            Assert.Equal((id, _played.In, _played.Out), (id, meters.In - before.In, meters.Out - before.Out));
            Compared++;
        }

        (_meters, _played) = (meters, default);
    }

    private void Turn(ref bool state, bool to, in SlotEvent e)
    {
        Require(state != to, in e);
        state = to;
    }

    private void Require(bool holds, in SlotEvent e) =>
        Assert.True(holds, $"{id}: {e.Type} at {new DateTime(e.Timestamp, DateTimeKind.Utc):O} while open: {string.Join(", ", Open)} (card '{_card}').");
}
