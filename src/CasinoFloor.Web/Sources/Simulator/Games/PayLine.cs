namespace CasinoFloor.Web.Sources.Simulator.Games;

/// <summary>A line of a pay table.</summary>
/// <param name="Multiple">What it pays, as a multiple of the wager: whole or half.</param>
/// <param name="Weight">How many of the cycle's games pay it.</param>
public readonly record struct PayLine(decimal Multiple, long Weight);
