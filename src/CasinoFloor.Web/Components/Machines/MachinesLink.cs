using Microsoft.AspNetCore.WebUtilities;

namespace CasinoFloor.Web.Components.Machines;

/// <summary>
/// What the list of machines shows, as its address says it. A name that there is not is left out.
/// <code>/machines?q=buffalo&amp;section=Main&amp;state=Offline&amp;sort=heat&amp;order=desc&amp;columns=floor_section,state</code>
/// </summary>
/// <param name="Filter">Which machines, and in which order.</param>
/// <param name="Columns">The columns beside the machine's id, in their order.</param>
public sealed record MachinesLink(MachineFilter Filter, IReadOnlyList<MachineColumn> Columns)
{
    /// <summary>The page.</summary>
    public const string Path = "/machines";

    private const string TextKey = "q";
    private const string SectionKey = "section";
    private const string StateKey = "state";
    private const string SortKey = "sort";
    private const string OrderKey = "order";
    private const string ColumnsKey = "columns";
    private const string Descending = "desc";

    private static readonly MachineColumn[] AtFirst = [.. MachineColumn.All.Skip(1).Where(column => column.AtFirst)];

    /// <summary>Reads an address.</summary>
    public static MachinesLink Parse(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        var sorted = MachineColumn.All.FirstOrDefault(column => column.Name == Value(SortKey));
        var filter = new MachineFilter
        {
            Text = Value(TextKey),
            Section = Value(SectionKey),
            State = MachineState.All.FirstOrDefault(state => state.Name == Value(StateKey)),
            SortedBy = sorted,
            Descending = sorted is not null && Value(OrderKey) == Descending,
        };
        var names = Value(ColumnsKey).Split(',');
        return new MachinesLink(filter, query.ContainsKey(ColumnsKey) ? [.. MachineColumn.All.Skip(1).Where(column => names.Contains(column.Name))] : AtFirst);

        string Value(string key) => query.TryGetValue(key, out var values) ? values.ToString() : "";
    }

    /// <summary>With a column more or less.</summary>
    public MachinesLink Toggle(MachineColumn column) =>
        this with { Columns = [.. MachineColumn.All.Skip(1).Where(one => Columns.Contains(one) != (one == column))] };

    /// <summary>The address; what is as at first is left out.</summary>
    public override string ToString()
    {
        var query = new Dictionary<string, string?>();
        Add(TextKey, Filter.Text);
        Add(SectionKey, Filter.Section);
        Add(StateKey, Filter.State?.Name);
        Add(SortKey, Filter.SortedBy?.Name);
        Add(OrderKey, Filter is { SortedBy: not null, Descending: true } ? Descending : null);
        if (!Columns.SequenceEqual(AtFirst))
            query[ColumnsKey] = string.Join(',', Columns.Select(column => column.Name));

        return QueryHelpers.AddQueryString(Path, query);

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                query[key] = value;
        }
    }
}
