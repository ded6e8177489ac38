using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Floor;

/// <summary>Reads one machine's figures.</summary>
internal static class DetailReader
{
    private const int ErrorMinutes = 15;

    /// <summary>The machine's figures by the engine's clock.</summary>
    public static MachineDetail Read(FloorModel model, int machine, MachineView view)
    {
        ref readonly var state = ref model.States[machine];
        var minute = MinuteMath.Of(model.Clock.Ticks);
        var recent = model.Cells.Recent(machine, minute, FloorCapture.RecentMinutes);
        var hour = model.Cells.Recent(machine, minute, CellSlab.Minutes);
        return new MachineDetail
        {
            Info = model.Catalog.Infos[machine],
            View = view,
            AsOf = new DateTime(model.Clock.Ticks, DateTimeKind.Utc),
            LastSeen = state.LastEvent == 0 ? null : new DateTime(state.LastEvent, DateTimeKind.Utc),
            Spins = recent.Spins,
            CoinIn = new Money(recent.CoinIn),
            CoinOut = new Money(recent.CoinOut),
            HoldPercent = FloorCapture.Hold(hour.CoinIn, hour.CoinOut),
            HoldSample = hour.Spins,
            HopperLevel = float.IsNaN(state.HopperLevel) ? null : state.HopperLevel,
            Errors = Errors(model, machine, minute),
            LockedBy = model.Context.Jackpots.LockedBy(machine)?.Amount,
        };
    }

    // Exact while the error times kept suffice; beyond them by whole minutes.
    private static int Errors(FloorModel model, int machine, int minute)
    {
        var exact = model.Errors.CountAfter(machine, model.Clock.Ticks - (ErrorMinutes * TimeSpan.TicksPerMinute));
        return exact < model.Errors.Depth ? exact : Math.Max(exact, model.Cells.Recent(machine, minute, ErrorMinutes).Errors);
    }
}
