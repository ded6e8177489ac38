using System.Globalization;
using System.Numerics;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>Whether two answers say the same: otherwise their times cannot be compared.</summary>
internal static class Agreement
{
    /// <summary>The first difference in words; null when there is none.</summary>
    public static string? Difference(IReadOnlyList<object?[]> left, IReadOnlyList<object?[]> right)
    {
        if (left.Count != right.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{left.Count} rows against {right.Count} of the SQL");
        }

        for (var row = 0; row < left.Count; row++)
        {
            if (left[row].Length != right[row].Length)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{left[row].Length} columns against {right[row].Length} of the SQL");
            }

            for (var column = 0; column < left[row].Length; column++)
            {
                if (!IsSame(left[row][column], right[row][column]))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"row {row}, column {column}: {left[row][column]} against {right[row][column]} of the SQL");
                }
            }
        }

        return null;
    }

    // The language counts time in ticks of 100 ns, DuckDB in microseconds.
    private static readonly TimeSpan MostApart = TimeSpan.FromMicroseconds(10);

    // Sums of doubles depend on the order of the rows.
    private static bool IsSame(object? left, object? right) => (Number(left), Number(right)) switch
    {
        ({ } a, { } b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))),
        _ when left is DateTime from && right is DateTime to => (from - to).Duration() <= MostApart,
        _ => Equals(left ?? "", right ?? ""),
    };

    private static double? Number(object? value) => value switch
    {
        BigInteger big => (double)big,
        bool or string or null or DateTime => null,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };
}
