using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;

namespace CasinoFloor.Web.Components.Panels;

/// <summary>The live map in words, for those who do not see it.</summary>
internal static class MapWords
{
    /// <summary>The map at a moment.</summary>
    /// <param name="summary">The floor at that moment; null before the first event.</param>
    public static string Of(FloorSummary? summary) => summary is null
        ? "No data yet."
        : $"{Figures.Count(summary.Figures.ActiveMachines)} of {Figures.Count(summary.Figures.Machines)} machines active in "
            + $"{Figures.Count(summary.Sections.Count)} sections; {summary.Jackpots.Count(jackpot => jackpot.ResetAt is null)} locked by a hand pay; "
            + $"{Figures.Count(summary.Attention.Count)} conditions need attention.";
}
