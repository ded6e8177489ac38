using CasinoFloor.Kql;
using CasinoFloor.Web.Components.Shared;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>What a machine held over a period against its par sheet, and what can be said of it.</summary>
/// <param name="Period">The period, in words.</param>
/// <param name="Games">The sample.</param>
/// <param name="Hold">Actual hold in percent; null is unknown.</param>
/// <param name="Theoretical">Theoretical hold in percent; null is unknown.</param>
/// <param name="Margin">Half the width of the interval that holds the true figure in 95 of 100 cases, points; null is unknown.</param>
public sealed record HoldReading(string Period, long Games, double? Hold, double? Theoretical, double? Margin)
{
    /// <summary>Games from which a hold is worth comparing, as regulators' guides have it.</summary>
    public const long WorthComparing = 100_000;

    /// <summary>Points of difference that call for an investigation, as regulators' guides have it.</summary>
    public const double Investigate = 3;

    /// <summary>Reads a row of <c>kql/machine/machine_hold</c>.</summary>
    public static IReadOnlyList<HoldReading> Of(KqlResultTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Rows.Select(row => row is [string period, var games, _, _, var hold, var theoretical, _, var margin]
            ? new HoldReading(period, games as long? ?? 0, hold as double?, theoretical as double?, margin as double?)
            : throw new InvalidOperationException("machine/machine_hold gave a row of other columns."))];
    }

    /// <summary>Whether the difference calls for somebody: a sample worth comparing, outside of chance, and more than <see cref="Investigate"/> points.</summary>
    public bool IsSuspect => Games >= WorthComparing && IsOutside && Math.Abs(Hold!.Value - Theoretical!.Value) > Investigate;

    /// <summary>What can be said, in a sentence.</summary>
    public string Verdict =>
        Hold is not { } hold ? "Nothing was wagered."
        : Theoretical is not { } theoretical ? "Its theoretical hold is not known."
        : Margin is not { } margin ? "Too few games to say anything."
        : IsSuspect ? $"{Figures.Points(hold - theoretical)} against theoretical over {Figures.Count(Games)} games: to be investigated."
        : IsOutside ? $"Outside of what chance explains by 95 %{Sample()}."
        : $"Within chance: {Figures.Percent(hold - margin)} to {Figures.Percent(Math.Min(100, hold + margin))} holds the true figure{Sample()}.";

    private bool IsOutside => Hold is { } hold && Theoretical is { } theoretical && Margin is { } margin && Math.Abs(hold - theoretical) > margin;

    private string Sample() => Games < WorthComparing ? $"; {Figures.Count(Games)} games are under the {Figures.Count(WorthComparing)} that are worth comparing" : "";
}
