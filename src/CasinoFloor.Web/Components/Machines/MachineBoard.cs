using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Machines;

/// <summary>Makes the list of machines from the newest picture of the floor, once for all viewers. A machine that did not change keeps its row.</summary>
/// <param name="feed">The live floor.</param>
public sealed class MachineBoard(FloorFeed feed)
{
    private readonly Lock _gate = new();
    private FloorPicture? _picture;
    private MachineTable? _table;

    /// <summary>The machines now; null before the first event. The same object as before while nothing changed.</summary>
    public MachineTable? Latest()
    {
        lock (_gate)
        {
            if (feed.Latest is not { Known: not null } picture)
                return null;

            // A tick in which no machine changed keeps the cells of the tick before.
            if (_table is null || _picture!.Layout != picture.Layout || !_picture.Cells.Equals(picture.Cells))
                _table = new MachineTable(RowsOf(picture, _table?.Rows ?? []));

            _picture = picture;
            return _table;
        }
    }

    private static MachineRow[] RowsOf(FloorPicture picture, IReadOnlyList<MachineRow> shown)
    {
        var cells = picture.Cells.Span;
        var machines = picture.Layout.Machines;
        var rows = new MachineRow[machines.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i < shown.Count && shown[i].Cell == cells[i] && ReferenceEquals(shown[i].Info, machines[i])
                ? shown[i]
                : new MachineRow(machines[i], cells[i]);
        }

        return rows;
    }
}
