namespace CasinoFloor.Web.Components.Machine;

/// <summary>Finds ids that somebody may have meant.</summary>
public static class SimilarIds
{
    private const int Most = 5;
    private const int MostEdits = 2;

    /// <summary>At most five ids with the fewest edits, at most two; then those that contain what was given.</summary>
    public static IReadOnlyList<string> To(string given, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(given);
        return
        [
            .. ids.Select(id => (Id: id, Edits: Edits(given, id)))
                .Where(one => one.Edits <= MostEdits || (given.Length > 1 && one.Id.Contains(given, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(one => one.Edits).ThenBy(one => one.Id, StringComparer.Ordinal)
                .Take(Most)
                .Select(one => one.Id),
        ];
    }

    // Levenshtein's distance, in any case.
    private static int Edits(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostEdits)
            return int.MaxValue;

        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var (corner, c) = (row[0], char.ToUpperInvariant(one[i - 1]));
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var cost = corner + (c == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
