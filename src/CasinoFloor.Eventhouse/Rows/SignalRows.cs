using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Signals of machines as rows of <c>slot_signals_live</c> tell them.</summary>
internal static class SignalRows
{
    /// <summary>Reads one of a row with machine, event type and time.</summary>
    /// <exception cref="EventhouseException">The type is none: it was asked for others.</exception>
    public static MachineSignal Read(IRowReader reader, int row, StringPool strings) => SlotEventTypeNames.TryParse(reader.Text(1, row), out var type)
        ? new MachineSignal(strings.Get(reader.Text(0, row)), type, new DateTime(StoredTime.ToTicks(reader.Long(2, row)), DateTimeKind.Utc))
        : throw new EventhouseException("slot_signals_live holds a type of event that was not asked for.");
}
