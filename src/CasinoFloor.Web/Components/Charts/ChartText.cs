namespace CasinoFloor.Web.Components.Charts;

/// <summary>How columns are called on a page.</summary>
public static class ChartText
{
    /// <summary>A column's name in words: <c>coin_in</c> is "Coin in".</summary>
    public static string Name(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var words = column.Replace('_', ' ').Trim();
        return words.Length == 0 ? column : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
