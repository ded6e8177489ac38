using System.Globalization;
using System.Text;

namespace CasinoFloor.Engine.Layouts;

/// <summary>A layout as comma-separated values (RFC 4180), UTF-8.</summary>
/// <remarks>
/// A sample:
/// <code>
/// machine_id,floor_section,bank,x_coord,y_coord
/// PN-0001,Penny,PN-01,12.5,3
/// PN-0002,Penny,PN-01,13.4,3
/// HL-0001,High Limit,,,
/// </code>
/// The columns are known by their names, in any order; <c>machine_id</c>, <c>x_coord</c> and <c>y_coord</c> must be there.
/// A text that a spreadsheet would run as a formula, such as a bank <c>=A1</c>, is led by an apostrophe; reading takes it off again.
/// </remarks>
public static class LayoutCsv
{
    private static readonly string[] Columns = ["machine_id", "floor_section", "bank", "x_coord", "y_coord"];
    private static readonly string[] Needed = ["machine_id", "x_coord", "y_coord"];

    /// <summary>Writes places, by machine id.</summary>
    public static string Write(IEnumerable<LayoutPlace> places)
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var place in places.OrderBy(place => place.MachineId, StringComparer.Ordinal))
        {
            text.Append(Quote(place.MachineId)).Append(',').Append(Quote(place.FloorSection)).Append(',').Append(Quote(place.Bank)).Append(',')
                .Append(Number(place.At?.X)).Append(',').Append(Number(place.At?.Y)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Reads a file.</summary>
    public static LayoutFile Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new LayoutRowReader();
        if (!IsText(utf8))
        {
            reader.Fail(1, "the file is no UTF-8 text; save it as CSV in UTF-8.");
            return reader.Result();
        }

        var records = new CsvRecords(Encoding.UTF8.GetString(utf8));
        if (!records.Next() || Header(records, reader) is not { } at)
        {
            return reader.Result();
        }

        while (!reader.IsFull && records.Next())
        {
            if (records.Fields is [""])
            {
                continue;
            }

            if (records.Fields.Count != at.Count)
            {
                reader.Fail(records.Line, $"there are {records.Fields.Count} fields, but the first line names {at.Count} columns.");
                continue;
            }

            reader.Add(records.Line, Text("machine_id")!, Text("floor_section"), Text("bank"), Field("x_coord")!, Field("y_coord")!);
        }

        if (records.Error is { } error)
        {
            reader.Fail(records.Line, error);
        }

        return reader.Result();

        string? Field(string name) => at.IndexOf(name) is >= 0 and var index ? records.Fields[index].Trim() : null;

        string? Text(string name) => Field(name) is ['\'', .. var text] && IsFormula(text) ? text : Field(name);
    }

    private static List<string>? Header(CsvRecords records, LayoutRowReader reader)
    {
        var names = records.Fields.Select(name => name.Trim().ToLowerInvariant()).ToList();
        var missing = Needed.Except(names).ToList();
        var unknown = names.Except(Columns).ToList();
        if (missing.Count > 0)
        {
            reader.Fail(1, $"the first line must name the columns machine_id, x_coord and y_coord, and may name floor_section and bank; {string.Join(", ", missing)} is missing.");
        }
        else if (unknown.Count > 0)
        {
            reader.Fail(1, $"column '{unknown[0]}' is not known; there are {string.Join(", ", Columns)}.");
        }
        else if (names.Distinct().Count() < names.Count)
        {
            reader.Fail(1, "a column is named twice.");
        }
        else
        {
            return names;
        }

        return null;
    }

    private static bool IsText(ReadOnlySpan<byte> utf8) => System.Text.Unicode.Utf8.IsValid(utf8) && !utf8.Contains((byte)0);

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Quote(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 || safe != safe.Trim() ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // Behind apostrophes as well: so the one that is written before them can be told from them.
    private static bool IsFormula(ReadOnlySpan<char> text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
