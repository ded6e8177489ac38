using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Windows;

/// <summary>One machine-minute in memory: 48 bytes.</summary>
internal struct WindowCell
{
    private const int RevisionShift = 8;

    private int _state;

    /// <summary>Coin-in, in <see cref="Money.Units"/>.</summary>
    public long CoinIn;

    /// <summary>Coin-out, in <see cref="Money.Units"/>.</summary>
    public long CoinOut;

    /// <summary>Bills, in <see cref="Money.Units"/>.</summary>
    public long BillIn;

    /// <summary>The minute since year 1.</summary>
    public int Minute;

    /// <summary>Games.</summary>
    public int Spins;

    /// <summary>Hand pays.</summary>
    public int Jackpots;

    /// <summary>ERROR events.</summary>
    public int Errors;

    /// <summary>All events.</summary>
    public int Events;

    /// <summary>Where it is in its life.</summary>
    public CellFlags Flags
    {
        readonly get => (CellFlags)(byte)_state;
        set => _state = (_state & ~0xFF) | (byte)value;
    }

    /// <summary>The revision of the newest row made of it.</summary>
    public int Revision
    {
        readonly get => _state >> RevisionShift;
        set => _state = (value << RevisionShift) | (_state & 0xFF);
    }

    /// <summary>Whether it holds this minute.</summary>
    public readonly bool Holds(int minute) => Minute == minute && _state != 0;

    /// <summary>Counts an event.</summary>
    public void Add(in SlotEvent e)
    {
        Events++;
        switch (e.Type)
        {
            case SlotEventType.Spin:
                Spins++;
                CoinIn += e.Wager.Units;
                CoinOut += e.Payout.Units;
                break;
            case SlotEventType.Jackpot:
                Jackpots++;
                CoinIn += e.Wager.Units;
                CoinOut += e.Payout.Units;
                break;
            case SlotEventType.BillIn:
                BillIn += e.Bill.Units;
                break;
            case SlotEventType.Error:
                Errors++;
                break;
            default:
                break;
        }
    }
}

/// <summary>Where a machine-minute is in its life; no flag at all is an unused cell.</summary>
[Flags]
internal enum CellFlags : byte
{
    /// <summary>Unused.</summary>
    None = 0,

    /// <summary>In use.</summary>
    Used = 1,

    /// <summary>Not closed yet: its row is made when the watermark passes.</summary>
    Open = 2,

    /// <summary>A row was made.</summary>
    Emitted = 4,

    /// <summary>Changed since its row was made: a correction is due at the end of this call.</summary>
    Pending = 8,

    /// <summary>Part of its events came before a restart and is not in memory: only the Eventhouse can compute it.</summary>
    Partial = 16,
}
