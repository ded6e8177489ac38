using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>
/// Hands the lines of several files over in the order of their times: of the file whose next event is the earliest, as long as it
/// does not run ahead of the others.
/// </summary>
internal sealed class ReplayMerge(IBatchSink sink, IReplayTiming timing, TimeProvider time)
{
    /// <summary>Lines taken from one of several files before the others are looked at again, where single times do not matter.</summary>
    private const int ChunkLines = 512;

    /// <summary>How far one file may run ahead of the others, so that batches are not too small.</summary>
    private static readonly long Slack = TimeSpan.FromMilliseconds(500).Ticks;

    private readonly ReplayBatches _batches = new(sink, timing);

    /// <summary>Hands everything over.</summary>
    /// <param name="files">Identified and resumed files; files that are done are left out.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task RunAsync(IEnumerable<ReplayFile> files, CancellationToken cancellationToken)
    {
        var active = files.ToList();
        active.ForEach(timing.Observe);
        while (await FillAsync(active, cancellationToken) && active.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (file, othersTicks) = Earliest(active);
            if (timing.NeedsTimes)
            {
                await PacedAsync(file, othersTicks, cancellationToken);
            }
            else
            {
                var batch = await _batches.ForAsync(file, cancellationToken);
                await CloseIfAsync(file.CopyLines(batch, active.Count > 1 ? ChunkLines : int.MaxValue, Now()), cancellationToken);
            }
        }

        await _batches.PostAsync(cancellationToken);
    }

    private async Task PacedAsync(ReplayFile file, long othersTicks, CancellationToken cancellationToken)
    {
        var dueTicks = timing.DueTicks(file.HeadTicks);
        if (file.HeadTicks > dueTicks)
        {
            await _batches.PostAsync(cancellationToken);
            await timing.WaitAsync(file.HeadTicks, cancellationToken);
            return;
        }

        var batch = await _batches.ForAsync(file, cancellationToken);
        var spanTicks = timing.BatchSpan == long.MaxValue ? long.MaxValue : _batches.FirstTicks + timing.BatchSpan;
        var limit = Math.Min(dueTicks, Math.Min(othersTicks, spanTicks));
        await CloseIfAsync(file.CopyUntil(batch, limit, Now(), ref _batches.NewestTicks) || limit == spanTicks, cancellationToken);
    }

    private ValueTask CloseIfAsync(bool isFull, CancellationToken cancellationToken) =>
        isFull ? _batches.PostAsync(cancellationToken) : ValueTask.CompletedTask;

    private long Now() => time.GetUtcNow().UtcTicks;

    /// <summary>Brings the next line of every file into memory, and leaves out files that are done.</summary>
    private async ValueTask<bool> FillAsync(List<ReplayFile> active, CancellationToken cancellationToken)
    {
        for (var i = active.Count - 1; i >= 0; i--)
        {
            while (!active[i].HasLine && !active[i].IsFinished)
            {
                if (active[i].Input.IsLive)
                {
                    // The next line may be long in coming: what was read before must not wait for it.
                    await _batches.PostAsync(cancellationToken);
                }

                await active[i].FillAsync(cancellationToken);
                timing.Observe(active[i]);
            }

            if (active[i].IsFinished)
            {
                active.RemoveAt(i);
            }
        }

        return active.Count > 0;
    }

    private static (ReplayFile File, long OthersTicks) Earliest(List<ReplayFile> active)
    {
        var earliest = active[0];
        var others = long.MaxValue;
        for (var i = 1; i < active.Count; i++)
        {
            var candidate = active[i];
            var isEarlier = candidate.HeadTicks < earliest.HeadTicks;
            others = Math.Min(others, (isEarlier ? earliest : candidate).HeadTicks);
            earliest = isEarlier ? candidate : earliest;
        }

        return (earliest, others > long.MaxValue - Slack ? others : others + Slack);
    }
}
