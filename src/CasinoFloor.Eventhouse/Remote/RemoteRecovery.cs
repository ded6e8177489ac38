using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Remote.Answers;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Rows;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>Reads back from a remote Eventhouse what the engine needs at a start; large answers slice by slice, row by row.</summary>
internal sealed class RemoteRecovery(KustoClient client, RecoveryQueries queries, IdentifyEvent identity)
{
    private const int BatchRows = 4096;
    private const int MostIdentities = 200_000;

    // A full floor of 10,000 machines makes about 100,000 slot events a minute; the other streams are a hundredth of that.
    private static readonly TimeSpan SlotSlice = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OtherSlice = TimeSpan.FromHours(2);

    /// <summary>Time of the newest event of any stream; null while there is none.</summary>
    public async Task<DateTime?> NewestAsync(CancellationToken cancellationToken)
    {
        DateTime? newest = null;
        await ReadAsync(queries.Get("newest_event"), row => newest = row.IsNull(0, 0) ? null : StoredTime.ToDateTime(row.Long(0, 0)), cancellationToken);
        return newest;
    }

    /// <summary>Stored events since a moment, oldest first, in batches of about 4,096.</summary>
    public async Task RecoverAsync(EventStream stream, DateTime since, DateTime newest, Action<EventBatch> apply, CancellationToken cancellationToken)
    {
        var map = StoredEventMap.Of(stream, identity);
        var batch = new EventBatch();
        Reset();
        var slice = stream == EventStream.Slot ? SlotSlice : OtherSlice;
        for (var from = since; from <= newest; from += slice)
        {
            await ReadAsync(queries.Get(stream.Name(), ("since", from), ("until", from + slice)), Add, cancellationToken);
        }

        Hand();

        void Add(IRowReader row)
        {
            map.Add(batch, row, 0);
            if (batch.MessageCount == BatchRows)
            {
                Hand();
            }
        }

        void Hand()
        {
            if (batch.MessageCount > 0)
            {
                batch.ReceivedTicks = batch.Messages[^1].EnqueuedTicks;
                apply(batch);
                Reset();
            }
        }

        void Reset()
        {
            batch.Reset(stream);
            batch.Recovery = true;
        }
    }

    /// <summary>Identities of the events stored last.</summary>
    public async Task RecoverIdentitiesAsync(int count, Action<EventStream, UInt128> take, CancellationToken cancellationToken)
    {
        foreach (var stream in EventStreams.All.ToArray())
        {
            await ReadAsync(
                queries.Get("identities", ("stream", stream.Name()), ("newest", (long)Math.Min(count, MostIdentities))),
                row => take(stream, identity(stream, row.Text(0, 0))),
                cancellationToken);
        }
    }

    /// <summary>Findings since a moment, oldest first; of those that this version does not know <paramref name="unknown"/> is told.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(DateTime since, Action<string> unknown, CancellationToken cancellationToken) =>
        [.. (await ListAsync(queries.Get("findings", ("since", since)), (reader, row, strings) => FindingRows.Read(reader, row, strings, unknown), cancellationToken)).OfType<Finding>()];

    /// <summary>The newest row of each machine-minute since a moment.</summary>
    public Task<IReadOnlyList<ActivityWindow>> WindowsAsync(DateTime since, CancellationToken cancellationToken) =>
        ListAsync(queries.Get("windows", ("since", since)), WindowRows.Read, cancellationToken);

    /// <summary>The newest signal of each kind that each machine sent between two moments.</summary>
    public Task<IReadOnlyList<MachineSignal>> SignalsAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        ListAsync(queries.Get("signals", ("since", since), ("until", until)), SignalRows.Read, cancellationToken);

    /// <summary>Where the lifetime meters stand of each machine whose newest reading lies between two moments.</summary>
    public Task<IReadOnlyList<MachineMeters>> MetersAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        ListAsync(queries.Get("meters", ("since", since), ("until", until)), MeterRows.Read, cancellationToken);

    /// <summary>The machines, or why they cannot be read.</summary>
    public Task<(IReadOnlyList<MachineLocation>? Machines, KustoFailure? Failure)> MachinesAsync(CancellationToken cancellationToken) =>
        TryListAsync(queries.Get("machines"), MachineRows.Read, cancellationToken);

    /// <summary>Computes closed machine-minutes anew, as their next revision; or why that was not possible.</summary>
    /// <param name="stale">The machine-minutes, as a dynamic array of objects with machine_id and window_start.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<(IReadOnlyList<ActivityWindow>? Windows, KustoFailure? Failure)> RevisedAsync(string stale, CancellationToken cancellationToken) =>
        TryListAsync(queries.Get("stale_windows", ("stale", stale)), WindowRows.Read, cancellationToken);

    /// <summary>What an operator is told of a failed reading.</summary>
    public static EventhouseException Unreadable(KustoFailure failure) => new($"The Eventhouse cannot be read: {failure.Error.Message}");

    private async Task<IReadOnlyList<T>> ListAsync<T>(KqlQuery query, Func<IRowReader, int, StringPool, T> make, CancellationToken cancellationToken) =>
        await TryListAsync(query, make, cancellationToken) is var (items, failure) && items is not null ? items : throw Unreadable(failure!);

    private async Task<(IReadOnlyList<T>? Items, KustoFailure? Failure)> TryListAsync<T>(
        KqlQuery query, Func<IRowReader, int, StringPool, T> make, CancellationToken cancellationToken)
    {
        var strings = new StringPool();
        var items = new List<T>();
        var failure = await client.StreamAsync(query, new RowSink(row => items.Add(make(row, 0, strings))), cancellationToken);
        return failure is null ? (items, null) : (null, failure);
    }

    private async Task ReadAsync(KqlQuery query, Action<IRowReader> take, CancellationToken cancellationToken)
    {
        if (await client.StreamAsync(query, new RowSink(take), cancellationToken) is { } failure)
        {
            throw Unreadable(failure);
        }
    }
}
