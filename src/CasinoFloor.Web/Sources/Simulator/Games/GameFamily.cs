namespace CasinoFloor.Web.Sources.Simulator.Games;

/// <summary>Games that are alike: what can be wagered, and the par sheets that the house can order them with.</summary>
/// <remarks>
/// Every multiple of every wager is a whole number of cents (half multiples only with even credits), so that payouts need no rounding
/// and the actual hold converges to the theoretical one exactly.
/// </remarks>
public sealed class GameFamily
{
    internal GameFamily(string name, string machineType, int[] credits, string[] themes, IReadOnlyList<ParSheet> parSheets)
    {
        Name = name;
        MachineType = machineType;
        Credits = credits;
        Themes = themes;
        ParSheets = parSheets;
    }

    /// <summary>Name of the family.</summary>
    public string Name { get; }

    /// <summary>Kind of machine.</summary>
    public string MachineType { get; }

    /// <summary>Wagers in credits; a wager named twice is chosen twice as often.</summary>
    public IReadOnlyList<int> Credits { get; }

    /// <summary>Names of the games.</summary>
    public IReadOnlyList<string> Themes { get; }

    /// <summary>The par sheets on offer, lowest hold first.</summary>
    public IReadOnlyList<ParSheet> ParSheets { get; }

    /// <summary>The par sheets with a hold in a range; where there is none, the one nearest to it.</summary>
    public IReadOnlyList<ParSheet> Within(decimal low, decimal high)
    {
        ParSheet[] within = [.. ParSheets.Where(sheet => sheet.TheoreticalHold >= low && sheet.TheoreticalHold <= high)];
        return within.Length > 0 ? within : [ParSheets.MinBy(sheet => Math.Abs(sheet.TheoreticalHold - ((low + high) / 2)))!];
    }
}
