using System.Globalization;
using System.Text.RegularExpressions;
using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <summary>DuckDB takes no value for a parameter that a statement does not name: what belongs to columns that were left out must go.</summary>
internal static partial class UsedParameters
{
    /// <summary>The statement with the parameters that it names, numbered from 1.</summary>
    /// <param name="sql">The statement; no text of a query is in it, so that a <c>$1</c> is a parameter.</param>
    /// <param name="parameters">All values.</param>
    /// <param name="columns">The columns of its result.</param>
    public static Translation Renumber(string sql, IReadOnlyList<string> parameters, IReadOnlyList<Column> columns)
    {
        var numbers = new int[parameters.Count + 1];
        var used = new List<string>();
        foreach (var match in Parameter().EnumerateMatches(sql))
        {
            ref var number = ref numbers[int.Parse(sql.AsSpan(match.Index + 1, match.Length - 1), CultureInfo.InvariantCulture)];
            if (number == 0)
            {
                used.Add("");
                number = used.Count;
            }
        }

        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > 0)
            {
                used[numbers[i] - 1] = parameters[i - 1];
            }
        }

        if (used.Count == parameters.Count)
        {
            return new Translation(sql, parameters, columns);
        }

        var renumbered = Parameter().Replace(
            sql, match => string.Create(CultureInfo.InvariantCulture, $"${numbers[int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture)]}"));
        return new Translation(renumbered, used, columns);
    }

    [GeneratedRegex(@"\$[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
