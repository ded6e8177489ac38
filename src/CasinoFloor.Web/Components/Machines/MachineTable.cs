using System.Collections.Concurrent;

namespace CasinoFloor.Web.Components.Machines;

/// <summary>The machines at one moment. Immutable; an order is made by the first viewer that wants it and kept for the others.</summary>
/// <param name="rows">The machines, by index.</param>
public sealed class MachineTable(IReadOnlyList<MachineRow> rows)
{
    private readonly ConcurrentDictionary<MachineColumn, Lazy<IReadOnlyList<MachineRow>>> _orders = new();

    /// <summary>The machines, by index.</summary>
    public IReadOnlyList<MachineRow> Rows { get; } = rows;

    /// <summary>Their sections, ordered by name.</summary>
    public IReadOnlyList<string> Sections { get; } = [.. rows.Select(row => row.Section).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The machines by a column, least first; machines that are alike keep the order of their indexes.</summary>
    public IReadOnlyList<MachineRow> By(MachineColumn column) => _orders.GetOrAdd(
        column,
        static (column, rows) => new(() => [.. rows.Order(Comparer<MachineRow>.Create(column.Order))]),
        Rows).Value;
}
