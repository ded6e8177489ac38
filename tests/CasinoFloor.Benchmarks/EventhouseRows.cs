using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Benchmarks;

/// <summary>Batches of judged slot events as a large floor sends them, with texts of realistic length and repetition.</summary>
internal sealed class EventhouseRows
{
    private const int BatchRows = 4096;
    private static readonly string[] Sections = ["High Limit", "Main Floor North", "Main Floor South", "Smoking Patio", "Sports Bar", "Lobby"];
    private static readonly string[] Makers = ["Aristocrat", "IGT", "Light & Wonder", "Konami", "Everi"];
    private static readonly string[] Themes = ["Buffalo Gold Revolution", "Wheel of Fortune 4D", "Dragon Link", "Cleopatra", "88 Fortunes", "Quick Hit"];

    private readonly Random _random = new(17);
    private readonly IReadOnlyList<(string Machine, string Section)> _machines;
    private readonly List<EventBatch> _batches = [];
    private long _offset;
    private long _ticks = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>Makes batches of this many rows in total, of these machines, else of 3,000 invented ones.</summary>
    public EventhouseRows(int rows, IReadOnlyList<(string Machine, string Section)>? machines = null)
    {
        _machines = machines
            ?? [.. Enumerable.Range(0, 3000).Select(n => (string.Create(CultureInfo.InvariantCulture, $"SLOT-{n:0000}"), Sections[n % Sections.Length]))];
        for (var made = 0; made < rows; made += BatchRows)
        {
            _batches.Add(Make(Math.Min(BatchRows, rows - made)));
        }
    }

    /// <summary>The batches.</summary>
    public IReadOnlyList<EventBatch> Batches => _batches;

    /// <summary>The partition they come from.</summary>
    public static SourcePartition Partition { get; } = new(EventStream.Slot, "simulator:benchmark", 0, 0);

    /// <summary>The first offset after them.</summary>
    public long NextOffset => _offset;

    /// <summary>The same from a moment on, with so many events in a second of event time.</summary>
    public void Renew(DateTime from, int perSecond)
    {
        _ticks = from.Ticks;
        Renew(TimeSpan.TicksPerSecond / perSecond);
    }

    /// <summary>Gives every event a new id, time and position, 2,000 events in a second of event time.</summary>
    public void Renew() => Renew(TimeSpan.TicksPerSecond / 2000);

    private void Renew(long step)
    {
        Span<byte> id = stackalloc byte[36];
        foreach (var batch in _batches)
        {
            var bodies = batch.MessageCount;
            var enqueued = _ticks;
            foreach (ref var slot in batch.Slots.Items)
            {
                slot.Timestamp = _ticks += step;
                NewGuid().TryFormat(id, out _);
                id.CopyTo(batch.Buffer.AsSpan(slot.EventId.Start));
            }

            _offset += bodies;
            batch.ReceivedTicks = enqueued;
        }
    }

    private Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private EventBatch Make(int rows)
    {
        var batch = new EventBatch();
        batch.Reset(EventStream.Slot);
        for (var row = 0; row < rows; row++)
        {
            var machine = _random.Next(_machines.Count);
            batch.Add("{}"u8, 0, _offset + row, _ticks);
            ref var slot = ref batch.Slots.Add();
            slot.Message = row;
            slot.Outcome = EventOutcome.Accepted;
            slot.EventId = Text(batch, NewGuid().ToString());
            slot.MachineId = Text(batch, _machines[machine].Machine);
            slot.FloorSection = Text(batch, _machines[machine].Section);
            slot.Manufacturer = Text(batch, Makers[machine % Makers.Length]);
            slot.GameTheme = Text(batch, Themes[machine % Themes.Length]);
            slot.MachineType = Text(batch, "Video Slot");
            slot.Denomination = new Money(100 * (1 + (machine % 4)));
            slot.HopperLevel = row % 10 == 0 ? _random.Next(1000) / 10f : float.NaN;
            slot.TheoreticalHold = 0.08f;
            slot.Type = row % 25 == 0 ? SlotEventType.BillIn : SlotEventType.Spin;
            slot.Wager = new Money(_random.Next(1, 500) * 100);
            slot.Payout = _random.Next(10) == 0 ? new Money(_random.Next(1, 5000) * 100) : Money.Zero;
            slot.Bill = new Money(20 * Money.Scale);
            if (_random.Next(5) < 2)
            {
                var player = _random.Next(50_000);
                slot.PlayerId = Text(batch, string.Create(CultureInfo.InvariantCulture, $"PLAYER-{player:000000}"));
                slot.SessionId = Text(batch, string.Create(CultureInfo.InvariantCulture, $"SESSION-{player:000000}-1"));
            }
        }

        return batch;
    }

    private static TextSlice Text(EventBatch batch, string text) => batch.AddText(Encoding.UTF8.GetBytes(text));
}
