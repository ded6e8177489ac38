using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Games;

/// <summary>A game as it stands on a machine: its par sheet and what can be wagered.</summary>
public sealed class SlotGame
{
    internal SlotGame(GameFamily family, string theme, string manufacturer, Money denomination, ParSheet sheet)
    {
        Family = family;
        Theme = theme;
        Manufacturer = manufacturer;
        Denomination = denomination;
        ParSheet = sheet;
        TheoreticalHold = (double)sheet.TheoreticalHold;
        ThemeText = Encoding.UTF8.GetBytes(theme);
        ManufacturerText = Encoding.UTF8.GetBytes(manufacturer);
        MachineTypeText = Encoding.UTF8.GetBytes(family.MachineType);
    }

    /// <summary>The family it is one of.</summary>
    public GameFamily Family { get; }

    /// <summary>Game theme.</summary>
    public string Theme { get; }

    /// <summary>Manufacturer.</summary>
    public string Manufacturer { get; }

    /// <summary>Value of one credit.</summary>
    public Money Denomination { get; }

    /// <summary>What it pays.</summary>
    public ParSheet ParSheet { get; }

    /// <summary>The wagers on offer, in credits.</summary>
    public IReadOnlyList<int> Credits => Family.Credits;

    /// <summary>The par sheet's hold, as the events have it.</summary>
    internal double TheoreticalHold { get; }

    internal byte[] ThemeText { get; }

    internal byte[] ManufacturerText { get; }

    internal byte[] MachineTypeText { get; }

    /// <summary>What a wager wins at a multiple; whole cents, because of what the families offer.</summary>
    internal static Money Win(Money wager, double multiple) => new((long)(wager.Units * multiple));
}
