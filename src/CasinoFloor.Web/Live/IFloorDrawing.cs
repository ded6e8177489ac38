using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Web.Live;

/// <summary>Knows the floor's walls, aisles, pits and the like.</summary>
public interface IFloorDrawing
{
    /// <summary>The drawing, in the coordinates of the machines; <see cref="FloorDrawing.Empty"/> when there is none.</summary>
    FloorDrawing Drawing { get; }
}

/// <summary>A drawing that stays as it is.</summary>
public sealed class StaticFloorDrawing(FloorDrawing drawing) : IFloorDrawing
{
    /// <inheritdoc />
    public FloorDrawing Drawing => drawing;
}
