using System.Globalization;
using System.Text.RegularExpressions;
using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <summary>DuckDB takes no value for a parameter that a statement does not name: what belongs to columns that were left out must go.</summary>
internal static partial class UsedParameters
{
    /// <summary>The statement with the parameters that it names, numbered from 1.</summary>
    /// <param name="sql">The statement; no text of a query is in it, so that a <c>$1</c> outside quotes is a parameter.</param>
    /// <param name="parameters">All values.</param>
    /// <param name="columns">The columns of its result.</param>
    public static Translation Renumber(string sql, IReadOnlyList<string> parameters, IReadOnlyList<Column> columns)
    {
        var numbers = new int[parameters.Count + 1];
        var used = new List<string>();
        foreach (var match in Placeholder().EnumerateMatches(sql))
        {
            if (sql[match.Index] != '$')
            {
                continue;
            }

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

        return used.Count == parameters.Count
            ? new Translation(sql, parameters, columns)
            : new Translation(Replace(sql, number => string.Create(CultureInfo.InvariantCulture, $"${numbers[number]}")), used, columns);
    }

    /// <summary>A statement with something else in the places of its parameters. What stands in quotes is left: a column of a table may be named like one.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="replacement">What stands for the parameter of a number, from 1.</param>
    public static string Replace(string sql, Func<int, string> replacement) => Placeholder().Replace(
        sql, match => match.ValueSpan[0] == '$' ? replacement(int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture)) : match.Value);

    [GeneratedRegex("""
        \$[0-9]+|"(?:[^"]|"")*"|'(?:[^']|'')*'
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
