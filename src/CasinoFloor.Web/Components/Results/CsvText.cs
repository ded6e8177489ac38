using System.Text;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Results;

/// <summary>
/// An answer as CSV (RFC 4180): UTF-8, CRLF, a heading, times in ISO 8601 UTC, numbers to the last digit, nothing for null. A text that a spreadsheet
/// would run as a formula is led by an apostrophe.
/// </summary>
public static class CsvText
{
    // What makes a text a formula, as its first letter; the wide ones are East Asian keyboards'.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    private const string EndOfLine = "\r\n";

    /// <summary>The lines, the heading first; each with its end.</summary>
    public static IEnumerable<string> Lines(KqlResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        yield return Line(table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            yield return Line(row);
        }
    }

    /// <summary>One line, with its end.</summary>
    public static string Line(IEnumerable<object?> values) => new StringBuilder().AppendJoin(',', values.Select(Value)).Append(EndOfLine).ToString();

    private static string Value(object? value) => value is string text ? Text(text) : ResultText.Exact(value);

    private static string Text(string text)
    {
        var safe = text.Length > 0 && Formula.Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
