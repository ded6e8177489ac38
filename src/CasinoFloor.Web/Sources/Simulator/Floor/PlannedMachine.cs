using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Games;

namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>A machine of the floor plan: where it stands and which game is on it.</summary>
/// <param name="Location">Its row of <c>machine_locations</c>.</param>
/// <param name="Game">Its game.</param>
/// <param name="Popularity">How much of the time somebody plays it, relative to the floor's average.</param>
/// <param name="Pace">Pace of play relative to the floor's average.</param>
public sealed record PlannedMachine(MachineLocation Location, SlotGame Game, double Popularity, double Pace);
