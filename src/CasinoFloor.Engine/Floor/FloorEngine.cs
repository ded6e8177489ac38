using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Engine.State;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Floor;

/// <summary>
/// Owns the state of the whole floor. Not thread-safe: one task calls it, so it needs no locks. What it finds and closes is
/// put into the batch it was working on and is stored together with that batch's rows.
/// </summary>
/// <remarks>
/// The order of a restart: <see cref="Place"/>, <see cref="Arrange"/>, <see cref="Restore"/>, then <see cref="Apply"/> with recovery batches
/// (<see cref="EventBatch.Recovery"/>), oldest events first, <see cref="Remember"/>, then live batches.
/// </remarks>
public sealed class FloorEngine : IFloorState
{
    private readonly FloorModel _model;
    private readonly WindowCloser _closer;
    private readonly SlotStage _slots;
    private readonly OtherStreams _others;
    private readonly FloorCapture _capture;
    private readonly SummaryBuilder _summaries;
    private readonly StateRestorer _restorer;
    private readonly FloorScan _scan;
    private long _lastReceived;
    private long _firstReceived;

    /// <summary>Creates an engine of an empty floor.</summary>
    /// <param name="options">Its settings.</param>
    /// <exception cref="ArgumentException">Settings are wrong; the message names all of them.</exception>
    public FloorEngine(FloorOptions options)
    {
        var errors = options.Validate();
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, errors), nameof(options));
        }

        _model = new FloorModel(options);
        _closer = new WindowCloser(_model);
        _scan = new FloorScan(_model);
        _slots = new SlotStage(_model, _closer, _scan, options.HandPayRepeatWithin);
        _others = new OtherStreams(_model.Deduplication, _model.Totals);
        _capture = new FloorCapture(_model);
        _summaries = new SummaryBuilder(_model, _capture);
        _restorer = new StateRestorer(_model);
        Summary = _summaries.Build(0, 0);
    }

    /// <inheritdoc />
    public int LayoutVersion => _model.Catalog.Version;

    /// <inheritdoc />
    public IReadOnlyList<MachineInfo> Infos => _model.Catalog.Infos;

    /// <inheritdoc />
    public ReadOnlySpan<MachineView> Views => _capture.Views;

    /// <inheritdoc />
    public FloorSummary Summary { get; private set; }

    /// <summary>What was counted up to now; newer than that of <see cref="Summary"/>.</summary>
    public EngineTotals Totals => _model.Totals.Snapshot(_model.Windows.Windows, _model.Windows.Corrections);

    /// <summary>Slot events of machines beyond <see cref="FloorOptions.MaximumMachines"/>: accepted and stored, but without state or windows.</summary>
    public long UntrackedEvents => _model.Totals.Untracked;

    /// <summary>How many event identities are remembered to recognise duplicates.</summary>
    public int IdentitiesRemembered => _model.Deduplication.Capacity;

    /// <inheritdoc />
    public MachineDetail? Detail(int index) => (uint)index < (uint)_capture.Views.Length
        ? DetailReader.Read(_model, index, _capture.Views[index])
        : null;

    /// <summary>Makes machines known before their first event, or moves them. Fields that a placement leaves open stay as they are.</summary>
    public void Place(IEnumerable<MachineLocation> machines)
    {
        foreach (var machine in machines)
        {
            _model.Catalog.Place(machine);
        }
    }

    /// <summary>
    /// Puts machines where a layout has them. A machine that the layout leaves out stays as it is; where nothing but a layout before had named it, it leaves the floor, and is not
    /// known any more after the next start.
    /// </summary>
    /// <param name="places">All places of the layout.</param>
    public void Arrange(IEnumerable<LayoutPlace> places) => _model.Catalog.Arrange(places);

    /// <summary>Takes over what was stored before a restart: findings not to be raised again, closed windows, and what machines said before the recovery batches begin.</summary>
    /// <param name="findings">Oldest first, at least as far back as conditions may still hold.</param>
    /// <param name="windows">
    /// The newest row of each machine-minute, over the same time as the recovery batches: 60 minutes back from the newest event
    /// stored (not from the wall clock, or a feed of older times is not recovered).
    /// </param>
    /// <param name="signals">The newest signals of machines older than the recovery batches, in any order.</param>
    public void Restore(IReadOnlyList<Finding> findings, IReadOnlyList<ActivityWindow> windows, IReadOnlyList<MachineSignal> signals)
    {
        _restorer.Restore(findings, windows, signals);
        _closer.Skip();
    }

    /// <summary>
    /// Remembers an event stored before a restart, so that it is a duplicate when it is told again. For events older than those of the
    /// recovery batches; to be called after these, which are not counted if they are known already.
    /// </summary>
    public void Remember(EventStream stream, UInt128 identity) => _model.Deduplication.TryAdd(stream, identity);

    /// <summary>What is left open at the machines; after the recovery, what a stop has left open.</summary>
    public IReadOnlyList<UnsettledMachine> Unsettled() => UnsettledMachines.Of(_model.States, _model.Catalog);

    /// <summary>Judges and counts the events of a decoded batch; sets outcomes, windows and findings on it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="now">The wall clock, UTC.</param>
    public void Apply(EventBatch batch, DateTime now)
    {
        Begin(batch, now, batch.ReceivedTicks == 0 ? now.Ticks : batch.ReceivedTicks, batch.Recovery);
        if (batch.Recovery)
        {
            _slots.Recover(batch);
            _others.Apply(batch);
            return;
        }

        _model.Totals.AddBatch(batch);
        if (batch.MessageCount > 0)
        {
            _lastReceived = _model.Context.ReceivedAt;
            _firstReceived = _firstReceived == 0 ? _lastReceived : _firstReceived;
        }

        _slots.Apply(batch, now.Ticks);
        _others.Apply(batch);
        _model.Windows.Flush(batch, now.Ticks);
    }

    /// <summary>
    /// Lets time pass: closes windows, finds silent machines and those that are hot or cold (looked over at most once a second).
    /// Results go into <paramref name="output"/>, an otherwise empty batch.
    /// </summary>
    /// <param name="now">The wall clock, UTC.</param>
    /// <param name="output">Takes windows and findings.</param>
    public void Advance(DateTime now, EventBatch output)
    {
        Begin(output, now, now.Ticks, false);
        _closer.Close(output, now.Ticks);
        _scan.ObserveWall(now.Ticks);
        _model.Windows.Flush(output, now.Ticks);
    }

    /// <summary>The source has ended: closes every open window.</summary>
    /// <param name="now">The wall clock, UTC.</param>
    /// <param name="output">Takes windows and findings.</param>
    public void Complete(DateTime now, EventBatch output)
    {
        Begin(output, now, now.Ticks, false);
        _closer.CloseAll(output, now.Ticks);
        _model.Windows.Flush(output, now.Ticks);
    }

    /// <summary>Brings <see cref="Views"/> and <see cref="Summary"/> up to date.</summary>
    /// <param name="now">The wall clock, UTC.</param>
    public void Capture(DateTime now)
    {
        _model.Clock.ObserveWall(now.Ticks);
        _capture.Update();
        Summary = _summaries.Build(_firstReceived, _lastReceived);
        _firstReceived = 0;
    }

    private void Begin(EventBatch output, DateTime now, long receivedAt, bool recovery)
    {
        _model.Clock.ObserveWall(now.Ticks);
        if (!recovery)
        {
            _restorer.Finish();
        }

        _model.Context.Begin(output.Findings, now.Ticks, receivedAt, recovery);
        _model.Context.SetClocks(_model.Clock.Ticks, _model.Watermark.EventNow(_model.Clock.Ticks));
    }
}
