using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Benchmarks.Runs;

/// <summary>
/// A source for load runs: spins of about 370 bytes in the default dialect, ids and times patched into prepared text, so that making them
/// costs little beside reading them. Event time runs at 2,000 events a second and ends now.
/// </summary>
internal sealed class SpinFeed : IEventSource
{
    private const int EventsPerSecond = 2_000;
    private const int BatchSize = 4_096;
    private readonly long _events;
    private readonly DateTime _start;
    private readonly byte[][] _templates;
    private readonly int _idAt;
    private readonly int _timeAt;
    private long _read;
    private long _stored;

    public SpinFeed(long events, int machines, DateTime now)
    {
        _events = events;
        _start = now.AddSeconds(-(double)events / EventsPerSecond);
        var random = new Random(5);
        _templates = [.. Enumerable.Range(0, machines).Select(n => Encoding.UTF8.GetBytes(Template(n, random)))];
        _idAt = IndexOf(_templates[0], "00000000-0000-4000-8000-"u8) + 24;
        _timeAt = IndexOf(_templates[0], "0000-00-00T"u8);
    }

    public string Description => "prepared spins";

    public long Stored => Volatile.Read(ref _stored);

    public SourceStatus Status => new() { State = "running", Read = Volatile.Read(ref _read), Progress = (double)_read / _events };

    public async Task RunAsync(IBatchSink sink, CancellationToken cancellationToken)
    {
        var partition = sink.Register(EventStream.Slot, "load", 0);
        for (long n = 0; n < _events;)
        {
            var batch = await sink.RentAsync(EventStream.Slot, cancellationToken);
            var end = Math.Min(_events, n + BatchSize);
            Fill(batch, partition.Index, n, end);
            n = end;
            Volatile.Write(ref _read, n);
            await sink.PostAsync(batch, cancellationToken);
        }
    }

    public void OnStored(SourcePartition partition, long nextOffset) => Volatile.Write(ref _stored, nextOffset);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Fill(EventBatch batch, int partition, long from, long to)
    {
        Span<byte> time = stackalloc byte[24];
        long stamped = -1;
        for (var n = from; n < to; n++)
        {
            var message = _templates[n * 7919 % _templates.Length];
            var millisecond = n * 1000 / EventsPerSecond;
            if (millisecond != stamped)
            {
                stamped = millisecond;
                _start.AddMilliseconds(millisecond).TryFormat(time, out _, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            }

            time.CopyTo(message.AsSpan(_timeAt));
            n.TryFormat(message.AsSpan(_idAt, 12), out _, "D12", CultureInfo.InvariantCulture);
            batch.Add(message, partition, n, _start.Ticks);
        }
    }

    private static string Template(int n, Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"event_id":"00000000-0000-4000-8000-000000000000","event_timestamp":"0000-00-00T00:00:00.000Z","machine_id":"SLOT-{{n:00000}}","event_type":"SPIN","wager_amount":{{random.Next(1, 900) / 100m}},"payout_amount":{{(random.Next(5) == 0 ? random.Next(1, 5000) / 100m : 0m)}},"floor_section":"{{Pick(n, "North", "Penny", "High Limit", "VIP")}}","denomination":{{Pick(n, "0.01", "0.05", "1.00", "5.00")}},"player_id":"P{{random.Next(10_000):0000}}","hopper_level":{{random.Next(25, 100)}},"machine_type":"Video Slots","manufacturer":"Aristocrat","game_theme":"Desert Fortune","theoretical_hold":0.0731}
        """);

    private static string Pick(int n, params string[] of) => of[n % of.Length];

    private static int IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part) => text.IndexOf(part);
}
