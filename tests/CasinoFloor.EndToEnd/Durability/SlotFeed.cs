using System.Globalization;
using System.Text;

namespace CasinoFloor.EndToEnd.Durability;

/// <summary>A feed whose totals are known because they are added up while it is written.</summary>
internal sealed class SlotFeed(int seed, DateTime start)
{
    private readonly Random _random = new(seed);

    public long Events { get; private set; }

    public decimal CoinIn { get; private set; }

    public decimal CoinOut { get; private set; }

    /// <summary>The next event: ten a second over 50 machines, one in 200 a bill, one in 500 without an id.</summary>
    public string Next()
    {
        var n = Events++;
        var time = start.AddMilliseconds(100 * n).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var line = new StringBuilder("{");
        if (n % 500 != 0)
        {
            line.Append(CultureInfo.InvariantCulture, $"\"event_id\":\"feed-{seed}-{n}\",");
        }

        line.Append(CultureInfo.InvariantCulture, $"\"machine_id\":\"M-{n % 50:000}\",\"event_timestamp\":\"{time}\",\"floor_section\":\"North\",");
        if (n % 200 == 0)
        {
            return line.Append("\"event_type\":\"BILL_IN\",\"bill_amount\":20}").ToString();
        }

        var wager = _random.Next(1, 500) / 100m;
        var payout = _random.Next(10) == 0 ? _random.Next(1, 4000) / 100m : 0m;
        CoinIn += wager;
        CoinOut += payout;
        return line.Append(CultureInfo.InvariantCulture, $"\"event_type\":\"SPIN\",\"wager_amount\":{wager},\"payout_amount\":{payout}}}").ToString();
    }
}
