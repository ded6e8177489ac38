using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>What a feed's event type is.</summary>
/// <param name="Canonical">Canonical name, upper case, UTF-8.</param>
/// <param name="SlotType">On the slot stream: the type.</param>
/// <param name="Plan">What the feed's field names mean on it.</param>
/// <param name="Direction">On the cash stream: which way cash moves when it is paid in cash.</param>
internal sealed record EventTypeEntry(byte[] Canonical, SlotEventType SlotType, FieldPlan Plan, CashDirection Direction);
