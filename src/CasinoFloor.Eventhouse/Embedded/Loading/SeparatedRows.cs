using System.Globalization;
using System.Text;
using CasinoFloor.Eventhouse.Embedded.Catalog;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>
/// Reads rows of texts with separators, by the order of the columns; a text in quotes may hold separators, line breaks and doubled quotes. A sample:
/// <code>
/// M-1,2026-03-14,"a ""quoted"" text, with a comma"
/// </code>
/// A row may end early: the columns that are left are empty.
/// </summary>
internal static class SeparatedRows
{
    /// <summary>Hands over each row; gives what is wrong with the first that cannot be read, null when all could.</summary>
    /// <param name="data">The rows as UTF-8.</param>
    /// <param name="separator">What stands between two values.</param>
    /// <param name="hasHeader">Whether the first row is left out.</param>
    /// <param name="columns">The columns in order.</param>
    /// <param name="take">Takes a row; valid until it returns.</param>
    public static string? Read(ReadOnlySpan<byte> data, char separator, bool hasHeader, IReadOnlyList<CatalogColumn> columns, Action<object?[]> take)
    {
        var text = Encoding.UTF8.GetString(data).TrimStart('\uFEFF');
        var row = new object?[columns.Count];
        var values = new List<string>();
        var number = 0L;
        for (var at = 0; at < text.Length;)
        {
            values.Clear();
            number++;
            if (!Split(text, separator, ref at, values))
            {
                return Said("has a quoted text that does not end, or goes on after its quote.");
            }

            if (values is [""] || (hasHeader && number == 1))
            {
                continue;
            }

            if (values.Count > columns.Count)
            {
                return Said(string.Create(CultureInfo.InvariantCulture, $"has {values.Count} values for {columns.Count} columns."));
            }

            for (var index = 0; index < row.Length; index++)
            {
                var value = index < values.Count ? values[index] : "";
                if (!ValueReader.TryText(value, columns[index].Type, out row[index]))
                {
                    return Said(RowErrors.DoesNotFit(columns[index], value));
                }
            }

            take(row);
        }

        return null;

        string Said(string what) => string.Create(CultureInfo.InvariantCulture, $"Row {number} {what}");
    }

    /// <summary>Reads the values of one row and the line break after it; false when a quoted text does not end with its value.</summary>
    private static bool Split(string text, char separator, ref int at, List<string> values)
    {
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                var value = new StringBuilder();
                for (at++; at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"')); at++)
                {
                    at += text[at] == '"' ? 1 : 0;
                    value.Append(text[at]);
                }

                if (at++ >= text.Length || (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')))
                {
                    return false;
                }

                values.Add(value.ToString());
            }
            else
            {
                var end = text.AsSpan(at).IndexOfAny(separator, '\n', '\r');
                values.Add(end < 0 ? text[at..] : text.Substring(at, end));
                at = end < 0 ? text.Length : at + end;
            }

            if (at < text.Length && text[at] == separator)
            {
                at++;
                continue;
            }

            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            at += at < text.Length && text[at] == '\n' ? 1 : 0;
            return true;
        }
    }
}
