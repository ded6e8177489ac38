using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Faults;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.Games;
using CasinoFloor.Web.Sources.Simulator.Players;

namespace CasinoFloor.Web.Sources.Simulator.Machines;

/// <summary>State of one simulated machine. Money is exact; times are simulated ticks.</summary>
internal sealed class SlotMachine
{
    // Parts of the machine, not objects of their own: on a floor of 100,000 every object more that a game touches costs a tenth of the speed.
    private MachineLedger _ledger;
    private Hopper _hopper;

    public SlotMachine(int index, PlannedMachine planned, int seed)
    {
        Index = index;
        Planned = planned;
        Game = planned.Game;
        Random = SimulatorRandom.For(seed, ActionKind.Play, index);
        SectionText = Encoding.UTF8.GetBytes(planned.Location.FloorSection);
    }

    public int Index { get; }

    public PlannedMachine Planned { get; }

    public SimulatorRandom Random { get; }

    public byte[] SectionText { get; }

    public SlotGame Game { get; }

    public ref MachineLedger Ledger => ref _ledger;

    public ref Hopper Hopper => ref _hopper;

    public PlayState State { get; set; }

    /// <summary>When the valid entry of the machine's player in the schedule is due; others are void.</summary>
    public long PlayAt { get; set; }

    /// <summary>The player's number; -1 is a player without a card, or nobody.</summary>
    public int Player { get; set; } = PlayerPool.Nobody;

    public uint Session { get; set; }

    public long SessionBegan { get; set; }

    public long SessionEnds { get; set; }

    /// <summary>How long the last session was, ticks: how long the machine then stays free follows from it.</summary>
    public double LastSession { get; set; }

    /// <summary>Mean time between two games of this session, ticks.</summary>
    public double GamePace { get; set; }

    /// <summary>What the player still has in the pocket.</summary>
    public Money Bankroll { get; set; }

    /// <summary>A voucher that the player brought from another machine; zero for none.</summary>
    public Money Voucher { get; set; }

    public Money Wager { get; set; }

    /// <summary>What the next game is made to win, for training; zero leaves it to chance.</summary>
    public Money ForcedWin { get; set; }

    public Money HandPay { get; set; }

    /// <summary>A win is paid by hand: from its announcement until the attendant has gone.</summary>
    public bool IsPaidByHand => State is PlayState.WinPending or PlayState.Locked or PlayState.Attended or PlayState.Released;

    /// <summary>When the attendant who pays by hand comes, and when the machine is reset.</summary>
    public (long Arrives, long Resets) Attendant { get; set; }

    /// <summary>When the pending hand pay was announced last.</summary>
    public long HandPayTold { get; set; }

    /// <summary>Why no games are played.</summary>
    public MachineBlocks Blocks { get; set; }

    /// <summary>Nothing at all is sent.</summary>
    public bool IsMute => (Blocks & MachineBlocks.Mute) != 0;

    /// <summary>Has troubles again and again, until somebody finds the cause.</summary>
    public bool IsSick { get; set; }

    public FaultScript? Script { get; set; }

    public int ScriptStep { get; set; }

    public int ScriptRepeats { get; set; }

    /// <summary>When the valid entry of the machine's troubles in the schedule is due; others are void.</summary>
    public long FaultAt { get; set; }

    public long LastSent { get; set; }

    public long MeterDue { get; set; }

    /// <summary>Until then its bank's network holds back what it sends.</summary>
    public long HeldUntil { get; set; }
}
