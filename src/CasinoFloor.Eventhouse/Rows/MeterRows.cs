using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Lifetime meters as a reading of <c>slot_events_live</c> gives them.</summary>
internal static class MeterRows
{
    /// <summary>Reads one of a row with machine, coin-in and coin-out.</summary>
    public static MachineMeters Read(IRowReader reader, int row, StringPool strings) =>
        new(strings.Get(reader.Text(0, row)), StoredMoney.FromReal(reader.Real(1, row)), StoredMoney.FromReal(reader.Real(2, row)));
}
