using System.Diagnostics.CodeAnalysis;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Layouts;

namespace CasinoFloor.Web.Layouts;

/// <summary>
/// The layouts of the floor: reads the one that holds at a start, saves new versions one after the other, and hands each to the pipeline, whose feed tells the viewers,
/// when its moment has come.
/// </summary>
public sealed class LayoutDesk(StoredLayouts stored, TimeProvider time, ILogger<LayoutDesk> logger)
    : IFloorLayouts, IFloorBackground, IDisposable
{
    private const int LongestText = 500;
    private const string TooLate = "The Eventhouse does not answer: nothing was saved. Try again later.";
    private const string Unknown = "Whether the layout was saved is not known: the Eventhouse does not answer. It is shown here as soon as it does.";

    // Further away it is a slip of the hand.
    private static readonly TimeSpan LongestPlan = TimeSpan.FromDays(366);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private SavedLayout? _pending;
    private volatile SavedLayout? _newest;
    private volatile SavedLayout? _valid;
    private volatile LayoutVersion? _next;
    private string? _handed;
    private string? _told;
    private volatile bool _known;
    private volatile bool _started;
    private DateTime _lookAt;
    private DateTime _retryAt;

    /// <summary>A version was saved, here or by another process, or could at last be read; told on the task that found it.</summary>
    public event Action<SavedLayout>? Arrived;

    /// <summary>How often it is looked whether another process has saved a version.</summary>
    public static TimeSpan LookAgain { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after a failure the saved layout is read again.</summary>
    public static TimeSpan RetryDelay { get; } = TimeSpan.FromSeconds(15);

    /// <summary>After this a save is given up; whether it was stored after all is read for as long again at most.</summary>
    public static TimeSpan LongestSave { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether it is known what was saved last; false while the Eventhouse cannot be read.</summary>
    public bool IsKnown => _known;

    /// <summary>The newest version, which may be planned for later; null where none was saved, or where it is not known.</summary>
    public SavedLayout? Newest => _newest;

    /// <summary>The version that replaces the one that holds, when its moment comes; null where none is planned.</summary>
    public LayoutVersion? Planned => _next;

    /// <inheritdoc />
    public LayoutBackground? Background => _valid?.Version.Background;

    /// <inheritdoc />
    public async Task<SavedLayout?> LoadAsync(CancellationToken cancellationToken)
    {
        _started = true;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await TryReadAsync(cancellationToken);
            Volatile.Write(ref _pending, null);
            _handed = _valid?.Version.Id;
            return _valid;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Hands a planned layout to the pipeline when its moment has come, the one that holds where it could not be read before, and one that another process has saved. To be called every
    /// second; what cannot be read is tried again after <see cref="RetryDelay"/>.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var wasKnown = _known;

        // Before the pipeline has read it there may be neither tables nor views.
        if (!wasKnown && !_started)
            return;

        var isDue = !wasKnown || _next?.EffectiveAt <= now || now >= _lookAt;
        if (!isDue || now < _retryAt)
            return;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            await TryReadAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public bool TryTake([NotNullWhen(true)] out SavedLayout? layout)
    {
        // Asked at every tick: the exchange is for the one in thousands that finds something.
        layout = Volatile.Read(ref _pending) is null ? null : Interlocked.Exchange(ref _pending, null);
        return layout is not null;
    }

    /// <summary>All versions, newest first.</summary>
    /// <exception cref="EventhouseException">They cannot be read.</exception>
    public Task<IReadOnlyList<LayoutVersion>> VersionsAsync(CancellationToken cancellationToken) => stored.VersionsAsync(cancellationToken);

    /// <summary>A version with its places.</summary>
    /// <exception cref="EventhouseException">It cannot be read.</exception>
    public Task<SavedLayout> ReadAsync(LayoutVersion version, CancellationToken cancellationToken) => stored.LoadAsync(version, cancellationToken);

    /// <summary>Saves a draft as the next version, unless somebody else was first. Takes no longer than <see cref="LongestSave"/> and the reading that follows a failure.</summary>
    /// <param name="order">The draft.</param>
    /// <param name="cancellationToken">Gives up as the time-out does; not for a page that is left: its user has said that it be saved.</param>
    public async Task<LayoutOutcome> SaveAsync(LayoutOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        using var timeout = new CancellationTokenSource(LongestSave, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _gate.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new LayoutOutcome.Refused(TooLate);
        }

        try
        {
            // Another process may have saved as well: what is stored decides, not what was read before.
            await ReadAsync(either.Token);
            if (_newest?.Version.Id != order.BaseId)
                return new LayoutOutcome.Changed(_newest!);

            var now = time.GetUtcNow().UtcDateTime;
            if (Refuse(order, now) is { } reason)
                return new LayoutOutcome.Refused(reason);

            var layout = Next(order, now);
            if (await AddAsync(layout, either.Token) is { } failure)
                return new LayoutOutcome.Refused(failure);

            _newest = layout;
            LayoutLog.Saved(logger, layout.Version.Number, layout.Version.SavedBy, layout.Places.Count, layout.Version.EffectiveAt);
            if (order.EffectiveAt is null || layout.Version.EffectiveAt <= now)
            {
                (_valid, _next) = (layout, null);
            }
            else if (!(_next?.EffectiveAt < layout.Version.EffectiveAt))
            {
                _next = layout.Version;
            }

            Tell();
            return new LayoutOutcome.Saved(layout);
        }
        catch (EventhouseException exception)
        {
            return new LayoutOutcome.Refused(exception.Message);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new LayoutOutcome.Refused(TooLate);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async Task TryReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        try
        {
            await ReadAsync(cancellationToken);
            (_lookAt, _retryAt) = (now + LookAgain, default);
        }
        catch (EventhouseException exception)
        {
            _retryAt = now + RetryDelay;
            LayoutLog.Unreadable(logger, exception.Message, RetryDelay);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var versions = await stored.VersionsAsync(cancellationToken);
        if (versions.Count > 0 && versions[0].Id != _newest?.Version.Id)
            _newest = await stored.LoadAsync(versions[0], cancellationToken);

        var schedule = LayoutSchedule.At(versions, time.GetUtcNow().UtcDateTime);
        if (schedule.Valid is { } valid && valid.Id != _valid?.Version.Id)
            _valid = valid.Id == _newest?.Version.Id ? _newest : await stored.LoadAsync(valid, cancellationToken);

        _next = schedule.Next;
        _known = true;
        Tell();
    }

    // Whoever reads may find what another process saved, or that a planned layout's moment has come.
    private void Tell()
    {
        if (_valid is { } valid && valid.Version.Id != _handed)
        {
            _handed = valid.Version.Id;
            Volatile.Write(ref _pending, valid);
        }

        if (_newest is { } newest && newest.Version.Id != _told)
        {
            _told = newest.Version.Id;
            Arrived?.Invoke(newest);
        }
    }

    // What is wrong; null for nothing. An answer that was lost is not a layout that was lost.
    private async Task<string?> AddAsync(SavedLayout layout, CancellationToken cancellationToken)
    {
        try
        {
            await stored.AddAsync(layout, cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is EventhouseException or OperationCanceledException)
        {
            using var timeout = new CancellationTokenSource(LongestSave, time);
            try
            {
                var versions = await stored.VersionsAsync(timeout.Token);
                return versions.Any(version => version.Id == layout.Version.Id) ? null : exception is EventhouseException ? exception.Message : TooLate;
            }
            catch (Exception again) when (again is EventhouseException or OperationCanceledException)
            {
                _known = false;
                return Unknown;
            }
        }
    }

    private string? Refuse(LayoutOrder order, DateTime now) => order switch
    {
        { Places.Count: 0 } => "The floor has no machines yet: there is nothing to save.",
        { Name.Length: > LongestText } or { SavedBy.Length: > LongestText } or { Comment.Length: > LongestText } => $"Name, person and comment may each have up to {LongestText} characters.",
        { EffectiveAt: { } at } when at > now + LongestPlan => "A layout can be planned for up to a year from now: choose an earlier moment.",
        { EffectiveAt: { } at } when at <= _valid?.Version.EffectiveAt => "The layout before it began later than that: choose a later moment, or now.",
        _ => order.Places.FirstOrDefault(place => place.At is { } at && !LayoutPlace.IsWithin(at)) is { } far
            ? $"Machine {far.MachineId} stands further away than any floor reaches: move it, or take it off the floor."
            : null,
    };

    private SavedLayout Next(LayoutOrder order, DateTime now)
    {
        // Two that are saved at once follow each other.
        var least = _valid is { } before ? before.Version.EffectiveAt.AddMilliseconds(1) : DateTime.MinValue;
        var version = new LayoutVersion
        {
            Id = Guid.NewGuid().ToString("n"),
            Number = (_newest?.Version.Number ?? 0) + 1,
            EffectiveAt = Microseconds(order.EffectiveAt ?? (now > least ? now : least)),
            SavedAt = Microseconds(now),
            Name = order.Name.Trim(),
            SavedBy = order.SavedBy.Trim(),
            Comment = order.Comment.Trim(),
            Background = order.Background,
        };
        return new SavedLayout(version, order.Places);
    }

    // As precise as every Eventhouse keeps it.
    private static DateTime Microseconds(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
