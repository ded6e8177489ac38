using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Tests.Web.Pipeline;

/// <summary>Gives spins of one dollar, in small batches, as fast as they are taken.</summary>
internal sealed class SpinSource(long messages, int perBatch) : IEventSource
{
    private long _read;
    private long _stored;

    public bool FailAtTheEnd { get; init; }

    public long Read => Volatile.Read(ref _read);

    public long Stored => Volatile.Read(ref _stored);

    public string Description => "spins";

    public SourceStatus Status => new() { State = "running", Read = Read };

    public async Task RunAsync(IBatchSink sink, CancellationToken cancellationToken)
    {
        var partition = sink.Register(EventStream.Slot, "spins", 0);
        while (_read < messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await sink.RentAsync(EventStream.Slot, cancellationToken);
            for (var n = 0; n < perBatch && _read < messages; n++)
            {
                batch.Add(Message(_read), partition.Index, _read, 0);
                Volatile.Write(ref _read, _read + 1);
            }

            await sink.PostAsync(batch, cancellationToken);
        }

        if (FailAtTheEnd)
        {
            throw new InvalidOperationException("the source broke");
        }
    }

    public void OnStored(SourcePartition partition, long nextOffset) => Volatile.Write(ref _stored, nextOffset);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static byte[] Message(long n) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"event_id":"e{{n}}","machine_id":"M{{n % 9}}","event_type":"SPIN","event_timestamp":"2026-05-01T12:{{n / 60 % 60:00}}:{{n % 60:00}}Z","wager_amount":1,"payout_amount":0}"""));
}
