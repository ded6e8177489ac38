using CasinoFloor.Engine.Detectors;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Floor;

/// <summary>The parts of the engine, wired once: what they are is said by each.</summary>
internal sealed class FloorModel
{
    /// <summary>Wires the parts.</summary>
    public FloorModel(FloorOptions options)
    {
        var health = options.Detectors.MachineHealth;
        LargeWin = Money.FromDecimal(options.Detectors.Jackpot.LargeWin);
        Clock = new FloorClock(options.Clock);
        Watermark = new Watermark(options.Windows);
        Deduplication = new DeduplicationWindow(options.DeduplicationWindow);
        Catalog = new MachineCatalog(States, options.MaximumMachines);
        Windows = new WindowAggregator(Catalog, Cells, Hour);
        Errors = new ErrorTimes(Math.Max(health.DownErrors, health.CriticalErrors) + 1);
        Context = new DetectionContext(States, Catalog, Cells, Minutes);
        Conditions = new ConditionBoard(Context);
        Detectors = new DetectorSet(options.Detectors, Conditions, Errors);
    }

    public Money LargeWin { get; }

    public FloorClock Clock { get; }

    public Watermark Watermark { get; }

    public DeduplicationWindow Deduplication { get; }

    public MachineStates States { get; } = new();

    public MachineCatalog Catalog { get; }

    public CellSlab Cells { get; } = new();

    public HourSums Hour { get; } = new();

    public WindowAggregator Windows { get; }

    public RecentFigures Recent { get; } = new();

    public FloorMinutes Minutes { get; } = new();

    public ErrorTimes Errors { get; }

    public DetectionContext Context { get; }

    public ConditionBoard Conditions { get; }

    public DetectorSet Detectors { get; }

    public TotalsCounter Totals { get; } = new();
}
