using CasinoFloor.Engine.Floor;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>The floor's key figures over the last 5 minutes.</summary>
public sealed partial class KpiStrip
{
    /// <summary>The figures; null before the first.</summary>
    [Parameter]
    public FloorFigures? Figures { get; set; }

    private IEnumerable<Kpi> Kpis
    {
        get
        {
            const string Waiting = "Not known yet: no events have arrived";
            yield return new("Spins / min", Show(f => Shared.Figures.Rate(f.SpinsPerMinute)), Figures is null ? Waiting : "Games per minute");
            yield return new("Coin-in", Show(f => Shared.Figures.Dollars(f.CoinIn)), Figures is null ? Waiting : "Wagered in games played");
            yield return new("Coin-out", Show(f => Shared.Figures.Dollars(f.CoinOut)), Figures is null ? Waiting : "Paid, hand pays included");
            yield return new(
                "Hold",
                Show(f => Shared.Figures.Percent(f.HoldPercent)),
                Figures is null ? Waiting : Figures.HoldPercent is null ? "Not known: nothing was wagered in this time" : "(Coin-in − coin-out) / coin-in");
            yield return new("Active machines", Show(f => Shared.Figures.Count(f.ActiveMachines)), Figures is null ? Waiting : "Machines with at least one game")
            {
                Of = Figures is null ? "" : $" of {Shared.Figures.Count(Figures.Machines)}",
            };
            yield return new("Players", Show(f => Shared.Figures.Count(f.Players)), Figures is null ? Waiting : "Machines with a player's card");
            yield return new("Jackpots", Show(f => Shared.Figures.Count(f.Jackpots)), Figures is null ? Waiting : "Hand pays at or over the large-win threshold");
        }
    }

    private string Show(Func<FloorFigures, string> text) => Figures is null ? Shared.Figures.Unknown : text(Figures);

    private sealed record Kpi(string Label, string Value, string Hint)
    {
        public string Of { get; init; } = "";
    }
}
