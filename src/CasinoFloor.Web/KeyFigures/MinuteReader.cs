using CasinoFloor.Kql;

namespace CasinoFloor.Web.KeyFigures;

/// <summary>Reads the answer of <c>kql/usual/floor_minutes</c>.</summary>
public static class MinuteReader
{
    /// <summary>The question's name.</summary>
    public const string Question = "usual/floor_minutes";

    private const long Together = 5 * TimeSpan.TicksPerMinute;

    /// <summary>The minutes, in order of time.</summary>
    /// <param name="table">The answer.</param>
    /// <param name="closedTo">Minutes from here on are not all closed, UTC: how many machines played around them is not known yet.</param>
    public static IEnumerable<(DateTime Start, FloorMinute Minute)> Read(KqlResultTable table, DateTime closedTo)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var row in table.Rows)
        {
            if (row is not [DateTime start, long games, double coinIn, double coinOut, double theoreticalWin, double ratedCoinIn, long jackpots, long machines])
                throw new InvalidOperationException($"{Question} gave a row of other columns than moment, games, coin_in, coin_out, theoretical_win, rated_coin_in, jackpots, machines.");

            var isWhole = start.Ticks - (start.Ticks % Together) + Together <= closedTo.Ticks;
            yield return (start, new FloorMinute(games, coinIn, coinOut, theoreticalWin, ratedCoinIn, jackpots, isWhole ? machines : null));
        }
    }
}
