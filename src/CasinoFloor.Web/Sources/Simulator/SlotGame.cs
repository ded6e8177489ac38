using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>A game as it stands on a machine: its par sheet and what can be wagered.</summary>
public sealed class SlotGame
{
    internal SlotGame(GameFamily family, string theme, string manufacturer, Money denomination, double hold)
    {
        Theme = theme;
        Manufacturer = manufacturer;
        MachineType = family.MachineType;
        Denomination = denomination;
        PayTable = PayTable.Create(hold, family.Wins);
        Credits = family.Credits;
        ThemeText = System.Text.Encoding.UTF8.GetBytes(theme);
        ManufacturerText = System.Text.Encoding.UTF8.GetBytes(manufacturer);
        MachineTypeText = System.Text.Encoding.UTF8.GetBytes(MachineType);
    }

    /// <summary>Game theme.</summary>
    public string Theme { get; }

    /// <summary>Manufacturer.</summary>
    public string Manufacturer { get; }

    /// <summary>Kind of machine.</summary>
    public string MachineType { get; }

    /// <summary>Value of one credit.</summary>
    public Money Denomination { get; }

    /// <summary>What it pays.</summary>
    public PayTable PayTable { get; }

    /// <summary>The wagers on offer, in credits.</summary>
    public IReadOnlyList<int> Credits { get; }

    internal byte[] ThemeText { get; }

    internal byte[] ManufacturerText { get; }

    internal byte[] MachineTypeText { get; }
}
