using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Replay;

/// <summary>The floor at a past moment.</summary>
/// <param name="At">The moment, UTC.</param>
public sealed record ReplayMoment(DateTime At)
{
    /// <summary>What the map shows; null where it could not be asked.</summary>
    public FloorPicture? Picture { get; init; }

    /// <summary>The machines' figures, by index.</summary>
    public IReadOnlyList<MachineDetail> Details { get; init; } = [];

    /// <summary>Whether any machine sent anything in the quarter of an hour before: if not, what is shown is no picture of the floor.</summary>
    public bool IsStored { get; init; }

    /// <summary>Why there is no picture; empty where there is.</summary>
    public string Problem { get; init; } = "";
}
