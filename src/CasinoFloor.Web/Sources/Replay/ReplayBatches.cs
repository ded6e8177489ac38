using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>The one batch that is being filled: a replay never holds more, so that it cannot empty the pipeline's pool by itself.</summary>
internal sealed class ReplayBatches(IBatchSink sink, IReplayTiming timing)
{
    /// <summary>A batch has at most this many messages.</summary>
    public const int MaxMessages = 4_096;

    /// <summary>A batch has at most this many bytes, unless its only message is longer.</summary>
    public const int MaxBytes = 1 << 20;

    private ReplayFile? _file;
    private long _newestTicks;

    /// <summary>The batch; null when none is open.</summary>
    public EventBatch? Open { get; private set; }

    /// <summary>The time of the newest event in the batch.</summary>
    public ref long NewestTicks => ref _newestTicks;

    /// <summary>The time of the first event in the batch.</summary>
    public long FirstTicks { get; private set; }

    /// <summary>Whether a message of this length still fits.</summary>
    public static bool HasRoom(EventBatch batch, int length) =>
        batch.MessageCount == 0 || (batch.MessageCount < MaxMessages && batch.BufferLength + length <= MaxBytes);

    /// <summary>A batch for a file; hands another file's over first. Waits while the pipeline is full.</summary>
    public async ValueTask<EventBatch> ForAsync(ReplayFile file, CancellationToken cancellationToken)
    {
        if (_file != file)
        {
            await PostAsync(cancellationToken);
        }

        if (Open is null)
        {
            Open = await sink.RentAsync(file.Stream, cancellationToken);
            Open.Dialect = file.Dialect;
            _file = file;
            FirstTicks = _newestTicks = timing.NeedsTimes ? file.HeadTicks : 0;
        }

        return Open;
    }

    /// <summary>Hands the open batch over, if there is one.</summary>
    public async ValueTask PostAsync(CancellationToken cancellationToken)
    {
        if (Open is { MessageCount: > 0 } batch && _file is not null)
        {
            batch.TimeShift = timing.Shift(_newestTicks);
            _file.Count(batch);
            Open = null;
            _file = null;
            await sink.PostAsync(batch, cancellationToken);
        }
    }
}
