namespace CasinoFloor.Web.Components.Results;

/// <summary>Orders rows by a column: numbers and moments by value, texts ordinally, nulls last in both directions; equal rows keep their order.</summary>
public static class ResultOrder
{
    /// <summary>The indexes of the rows in their order.</summary>
    /// <param name="rows">The rows of an answer.</param>
    /// <param name="column">Index of the column.</param>
    /// <param name="descending">Greatest first.</param>
    public static int[] By(IReadOnlyList<object?[]> rows, int column, bool descending)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var indexes = Enumerable.Range(0, rows.Count);
        var byNull = indexes.OrderBy(i => rows[i][column] is null);
        return [.. descending ? byNull.ThenByDescending(i => rows[i][column], Comparison) : byNull.ThenBy(i => rows[i][column], Comparison)];
    }

    private static readonly Comparer<object?> Comparison = Comparer<object?>.Create((left, right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (null, _) or (_, null) => 0,
        _ => Comparer<object>.Default.Compare(left, right),
    });
}
