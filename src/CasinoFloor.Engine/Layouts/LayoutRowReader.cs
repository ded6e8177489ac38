using System.Globalization;
using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Engine.Layouts;

/// <summary>Checks the machines of an imported file one by one, whatever its format.</summary>
internal sealed class LayoutRowReader
{
    private const int LongestText = 200;

    private readonly List<FileRow> _rows = [];
    private readonly List<FileRemark> _errors = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Whether so much is wrong that reading on is of no use.</summary>
    public bool IsFull => _errors.Count >= LayoutFile.MostErrors || _rows.Count > LayoutFile.MostRows;

    /// <summary>Notes an error.</summary>
    public void Fail(int line, string message)
    {
        if (_errors.Count < LayoutFile.MostErrors)
        {
            _errors.Add(new FileRemark(line, message));
        }
    }

    /// <summary>Adds a machine, or says what is wrong with it.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="id">Its id.</param>
    /// <param name="section">Its section; null where the file does not say.</param>
    /// <param name="bank">Its bank; null where the file does not say.</param>
    /// <param name="x">Its x; empty for none.</param>
    /// <param name="y">Its y; empty for none.</param>
    public void Add(int line, string id, string? section, string? bank, string x, string y)
    {
        if (id.Length == 0)
        {
            Fail(line, "machine_id is empty; each row names a machine.");
            return;
        }

        if (id.Length > LongestText || section?.Length > LongestText || bank?.Length > LongestText)
        {
            Fail(line, $"a text is longer than {LongestText} characters.");
            return;
        }

        if (!_lines.TryAdd(id, line))
        {
            Fail(line, $"machine '{id}' stands on line {_lines[id]} already; each machine may stand once.");
            return;
        }

        if (x.Length == 0 != (y.Length == 0))
        {
            Fail(line, $"machine '{id}' has only one of x_coord and y_coord; give both, or leave both empty to take it off the floor.");
            return;
        }

        var place = new LayoutPlace(id, section ?? "", bank ?? "", null);
        if (x.Length > 0)
        {
            if (Coordinate(line, id, "x_coord", x) is not { } across || Coordinate(line, id, "y_coord", y) is not { } down)
            {
                return;
            }

            place = place.MovedTo(across, down);
        }

        _rows.Add(new FileRow(line, place, bank is not null));
        if (_rows.Count > LayoutFile.MostRows)
        {
            Fail(line, $"the file has more than {LayoutFile.MostRows} machines.");
        }
    }

    /// <summary>What was read.</summary>
    public LayoutFile Result()
    {
        if (_rows.Count == 0 && _errors.Count == 0)
        {
            Fail(1, "the file names no machine.");
        }

        return new LayoutFile(_errors.Count == 0 ? _rows : [], _errors);
    }

    private double? Coordinate(int line, string id, string name, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Fail(line, $"{name} of machine '{id}' is '{Short(text)}', which is no number; write it with a point, as in 12.5.");
            return null;
        }

        if (!LayoutPlace.IsWithin(value))
        {
            Fail(line, string.Create(CultureInfo.InvariantCulture, $"{name} of machine '{id}' is {value}; it must be from -{LayoutPlace.Farthest} to {LayoutPlace.Farthest}."));
            return null;
        }

        return value;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
