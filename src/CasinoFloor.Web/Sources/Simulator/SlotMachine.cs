using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>What the player of a machine does next.</summary>
internal enum PlayState : byte
{
    /// <summary>Nobody is there.</summary>
    Vacant,

    /// <summary>The player puts money in.</summary>
    Funding,

    /// <summary>Games are played.</summary>
    Playing,

    /// <summary>A win that is too large for the machine is about to be announced.</summary>
    WinPending,

    /// <summary>The machine is locked until the win has been paid by hand.</summary>
    Locked,

    /// <summary>The player cashes out.</summary>
    Leaving,

    /// <summary>The player takes the card and goes.</summary>
    Departing,
}

/// <summary>State of one simulated machine. Money is exact; times are simulated ticks.</summary>
internal sealed class SlotMachine
{
    public SlotMachine(int index, PlannedMachine planned, int seed)
    {
        Index = index;
        Planned = planned;
        Random = SimulatorRandom.For(seed, ActionKind.Play, index);
        SectionText = System.Text.Encoding.UTF8.GetBytes(planned.Location.FloorSection);
    }

    public int Index { get; }

    public PlannedMachine Planned { get; }

    public SimulatorRandom Random { get; }

    public byte[] SectionText { get; }

    public SlotGame Game => Planned.Game;

    public PlayState State { get; set; }

    /// <summary>The player's number; -1 is a player without a card, or nobody.</summary>
    public int Player { get; set; } = -1;

    public uint Session { get; set; }

    public long SessionEnds { get; set; }

    /// <summary>Mean time between two games of this session, ticks.</summary>
    public double GamePace { get; set; }

    public Money Credits { get; set; }

    public Money Wager { get; set; }

    public Money HandPay { get; set; }

    /// <summary>Lifetime meter: wagered.</summary>
    public Money MeterCoinIn { get; set; }

    /// <summary>Lifetime meter: paid, hand pays included.</summary>
    public Money MeterCoinOut { get; set; }

    public long GamesPlayed { get; set; }

    /// <summary>Hopper level in hundredths of a percent.</summary>
    public int Hopper { get; set; }

    public bool HopperReported { get; set; }

    /// <summary>No games are played: a door is open, the power is off, or it tilts.</summary>
    public bool OutOfService { get; set; }

    /// <summary>Nothing at all is sent: the network cable, the power.</summary>
    public bool Silent { get; set; }

    public FaultScript? Script { get; set; }

    public int ScriptStep { get; set; }

    public int ScriptRepeats { get; set; }

    /// <summary>When the valid entry of the machine's troubles in the schedule is due; others are void.</summary>
    public long FaultAt { get; set; }

    public long LastSent { get; set; }

    public long MeterDue { get; set; }

    /// <summary>Takes a game's wager and win into meters and credits.</summary>
    public void Play(Money wager, Money payout)
    {
        GamesPlayed++;
        Credits = Credits - wager + payout;
        MeterCoinIn += wager;
        MeterCoinOut += payout;
    }
}
