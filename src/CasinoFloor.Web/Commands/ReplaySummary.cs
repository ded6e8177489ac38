using System.Globalization;
using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Commands;

/// <summary>What a replay came to, as one JSON object or as a table.</summary>
public sealed class ReplaySummary(EngineTotals totals, TimeSpan elapsed)
{
    /// <summary>
    /// <c>{"received":…,"accepted":…,"rejected":{"reason":…},"rejected_total":…,"duplicates":…,"late":…,"windows":…,"coin_in":"…","coin_out":"…",
    /// "large_wins":…,"streams":{"slot":{…},…}}</c>; money as exact decimals in strings.
    /// </summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            Write(json, totals.Streams, totals.Windows);
            json.WriteNumber("corrections", totals.Corrections);
            json.WriteNumber("elapsed_seconds", Math.Round(elapsed.TotalSeconds, 3));
            json.WriteStartObject("streams");
            foreach (var stream in totals.Streams)
            {
                json.WriteStartObject(stream.Stream.Name());
                Write(json, [stream], stream.Stream == EventStream.Slot ? totals.Windows : 0);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The same for people: a line per stream that had messages, and the total.</summary>
    public string ToText()
    {
        var text = new System.Text.StringBuilder();
        Line("stream", "received", "accepted", "rejected", "duplicates", "late", "coin-in", "coin-out", "large wins");
        foreach (var stream in totals.Streams.Where(stream => stream.Received > 0))
        {
            Line(stream.Stream.Name(), Cells([stream]));
        }

        Line("total", Cells(totals.Streams));
        foreach (var (reason, count) in Rejected(totals.Streams))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"rejected {reason}: {count:N0}");
        }

        text.Append(CultureInfo.InvariantCulture, $"{totals.Windows:N0} machine-minutes closed, {totals.Corrections:N0} corrected; {elapsed.TotalSeconds:N1} s");
        var received = totals.Streams.Sum(stream => stream.Received);
        if (elapsed > TimeSpan.Zero)
        {
            text.Append(CultureInfo.InvariantCulture, $", {received / elapsed.TotalSeconds:N0} events/s");
        }

        return text.ToString();

        void Line(string name, params object[] cells) =>
            text.AppendLine(name.PadRight(10) + string.Concat(cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell,16:N0}"))));
    }

    private static object[] Cells(IReadOnlyList<StreamTotals> streams) =>
    [
        streams.Sum(stream => stream.Received),
        streams.Sum(stream => stream.Accepted),
        streams.Sum(stream => stream.Rejected.Sum()),
        streams.Sum(stream => stream.Duplicates),
        streams.Sum(stream => stream.Late),
        Sum(streams, stream => stream.CoinIn),
        Sum(streams, stream => stream.CoinOut),
        streams.Sum(stream => stream.LargeWins),
    ];

    private static void Write(Utf8JsonWriter json, IReadOnlyList<StreamTotals> streams, long windows)
    {
        json.WriteNumber("received", streams.Sum(stream => stream.Received));
        json.WriteNumber("accepted", streams.Sum(stream => stream.Accepted));
        json.WriteStartObject("rejected");
        foreach (var (reason, count) in Rejected(streams))
        {
            json.WriteNumber(reason, count);
        }

        json.WriteEndObject();
        json.WriteNumber("rejected_total", streams.Sum(stream => stream.Rejected.Sum()));
        json.WriteNumber("duplicates", streams.Sum(stream => stream.Duplicates));
        json.WriteNumber("late", streams.Sum(stream => stream.Late));
        json.WriteNumber("windows", windows);
        json.WriteString("coin_in", Sum(streams, stream => stream.CoinIn).ToString());
        json.WriteString("coin_out", Sum(streams, stream => stream.CoinOut).ToString());
        json.WriteNumber("large_wins", streams.Sum(stream => stream.LargeWins));
    }

    private static Money Sum(IReadOnlyList<StreamTotals> streams, Func<StreamTotals, Money> amount) =>
        streams.Aggregate(Money.Zero, (sum, stream) => sum + amount(stream));

    private static IEnumerable<(string Reason, long Count)> Rejected(IReadOnlyList<StreamTotals> streams) =>
        Enum.GetValues<RejectionReason>()
            .Select(reason => (reason.Name(), streams.Sum(stream => stream.Rejected[(int)reason])))
            .Where(item => item.Item2 > 0);
}
