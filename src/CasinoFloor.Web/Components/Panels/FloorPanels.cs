using CasinoFloor.Web.Components.KeyFigures;
using CasinoFloor.Web.KeyFigures;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;

namespace CasinoFloor.Web.Components.Panels;

/// <summary>
/// What stands beside the map of the live floor, written at most once a second for all viewers: two hundred rows that each open page renders for itself would
/// cost more than the map.
/// </summary>
/// <param name="board">Makes the strip of key figures.</param>
public sealed class FloorPanels(KpiBoard board) : IFloorPanels
{
    // A little under a second: ticks do not come to the millisecond. What changes faster cannot be read.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(900);

    private readonly Lock _writing = new();
    private readonly PanelSheet?[] _newest = new PanelSheet?[Enum.GetValues<FigureWindow>().Length];
    private long _number;

    /// <inheritdoc />
    public IPanelSheet Of(FloorPicture picture, string window)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var chosen = WindowWords.Parse(window);
        if (IsFresh(Volatile.Read(ref _newest[(int)chosen]), picture) is { } sheet)
            return sheet;

        lock (_writing)
        {
            return IsFresh(_newest[(int)chosen], picture) ?? Write(picture, chosen);
        }
    }

    private static PanelSheet? IsFresh(PanelSheet? sheet, FloorPicture picture) =>
        sheet is not null && (picture.TakenAt - sheet.At).Duration() < Interval ? sheet : null;

    private PanelSheet Write(FloorPicture picture, FigureWindow window)
    {
        var sheet = new PanelSheet(++_number, picture.TakenAt, picture.Known, board.Of(window, picture.Known));
        Volatile.Write(ref _newest[(int)window], sheet);
        return sheet;
    }
}
