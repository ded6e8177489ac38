using System.Text;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Shared.Results;

/// <summary>A result as comma-separated values (RFC 4180), UTF-8 with a byte order mark, which spreadsheets ask for.</summary>
public static class ResultCsv
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    /// <summary>Writes a table.</summary>
    public static byte[] Write(KqlResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(true)) { NewLine = "\r\n" })
        {
            writer.WriteLine(string.Join(',', table.Columns.Select(column => Cell(column.Name, true))));
            foreach (var row in table.Rows)
            {
                writer.WriteLine(string.Join(',', row.Select((value, i) => Cell(ResultText.Of(value), table.Columns[i].Type is KqlType.String or KqlType.Dynamic))));
            }
        }

        return bytes.ToArray();
    }

    // A spreadsheet would run text that begins like a formula.
    private static string Cell(string text, bool isText)
    {
        var safe = isText && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.IndexOfAny(Special) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
