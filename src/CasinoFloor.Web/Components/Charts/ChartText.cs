using System.Text.RegularExpressions;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>How columns are called on a page.</summary>
public static partial class ChartText
{
    // What their columns' names do not say in the floor's own words.
    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        ["machine_id"] = "Machine",
        ["dealer_id"] = "Dealer",
        ["table_id"] = "Table",
        ["player_id"] = "Player",
        ["x_coord"] = "From the left (m)",
        ["y_coord"] = "From the top (m)",
        ["is_complete"] = "Whole step",
        ["bin_size"] = "Step",
        ["top_n"] = "Rows at most",
    };

    // Of the last word.
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["percent"] = "%",
        ["minutes"] = "(min)",
        ["seconds"] = "(s)",
        ["points"] = "(points)",
    };

    /// <summary>A column's name in words, with its unit: <c>coin_in</c> is "Coin-in", <c>hold_percent</c> "Hold %", <c>p90_minutes</c> "90th percentile (min)".</summary>
    public static string Name(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (Special.TryGetValue(column, out var known))
            return known;

        var words = column.Split('_', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return column;

        if (words.Length > 1 && Units.TryGetValue(words[^1], out var unit))
            words[^1] = unit;

        if (Percentile().IsMatch(words[0]))
            words[0] = $"{words[0][1..]}th percentile{(words.Length > 1 && words[1][0] != '(' ? " of" : "")}";

        var text = CoinFlow().Replace(string.Join(' ', words), "$1-$2");
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    [GeneratedRegex("^p(?:50|75|90|95|99)$")]
    private static partial Regex Percentile();

    [GeneratedRegex(@"\b(coin) (in|out)\b")]
    private static partial Regex CoinFlow();
}
