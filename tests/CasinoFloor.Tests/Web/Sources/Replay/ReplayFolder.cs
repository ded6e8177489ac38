using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CasinoFloor.Tests.Web.Sources.Replay;

/// <summary>A folder of recorded events that goes away with the test.</summary>
internal sealed class ReplayFolder : IDisposable
{
    public static readonly DateTime Start = new(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);

    public string Path { get; } = Directory.CreateTempSubdirectory("replay").FullName;

    /// <summary>A slot event a number of tenths of a second after the start.</summary>
    public static string Slot(int tenths) => Line(
        tenths, $"\"machine_id\":\"SLOT-{tenths % 50:00000}\",\"event_type\":\"SPIN\",\"wager_amount\":1.00,\"payout_amount\":0.50");

    public static string Table(int tenths) => Line(tenths, "\"table_id\":\"TBL-001\",\"event_type\":\"BUY_IN\",\"amount\":500");

    public static string Security(int tenths) => Line(tenths, "\"location_id\":\"LOC-1\",\"event_type\":\"BADGE_SWIPE\",\"badge_number\":\"B1\"");

    public static string Cash(int tenths) => Line(tenths, "\"transaction_type\":\"CASH_IN\",\"amount\":300,\"cage_location\":\"Main Cage\"");

    public static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    public static byte[] Gzip(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    public string Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] bytes)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Line(int tenths, string rest) => string.Create(
        CultureInfo.InvariantCulture, $"{{\"event_timestamp\":\"{Start.AddMilliseconds(tenths * 100):yyyy-MM-ddTHH:mm:ss.fffZ}\",\"number\":{tenths},{rest}}}");
}
