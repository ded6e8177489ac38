namespace CasinoFloor.Web.Components.Machines;

/// <summary>Which machines are listed, and in which order.</summary>
public sealed record MachineFilter
{
    /// <summary>Words that must all occur in id, section, bank, game, type or manufacturer, in any case; empty for every machine.</summary>
    public string Text { get; init; } = "";

    /// <summary>The section; empty for all.</summary>
    public string Section { get; init; } = "";

    /// <summary>The state; null for all.</summary>
    public MachineState? State { get; init; }

    /// <summary>The column to sort by; null for the order in which the machines became known.</summary>
    public MachineColumn? SortedBy { get; init; }

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>The filter after a press on a heading: numbers begin with the greatest, text with the least; then the other way round; then unsorted.</summary>
    public MachineFilter Press(MachineColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (SortedBy != column)
            return this with { SortedBy = column, Descending = column.IsNumber };

        return Descending == column.IsNumber ? this with { Descending = !Descending } : this with { SortedBy = null, Descending = false };
    }

    /// <summary>The machines that remain, in order.</summary>
    public List<MachineRow> Of(MachineTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rows = SortedBy is null ? table.Rows : table.By(SortedBy);
        return [.. (Descending ? rows.Reverse() : rows).Where(row => Keeps(row, words))];
    }

    private bool Keeps(MachineRow row, string[] words) =>
        (Section.Length == 0 || row.Section == Section)
        && (State is null || State.Holds(row))
        && Array.TrueForAll(words, word => Occurs(row, word));

    private static bool Occurs(MachineRow row, string word)
    {
        var location = row.Info.Location;
        return Has(location.MachineId) || Has(row.Section) || Has(location.Bank) || Has(location.GameTheme) || Has(location.MachineType) || Has(location.Manufacturer);

        bool Has(string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
