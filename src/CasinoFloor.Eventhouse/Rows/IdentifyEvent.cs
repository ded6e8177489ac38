using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>
/// The identity of an event within its stream, by its event id: must be the very function the decoder uses, so that an event
/// read back from the Eventhouse and a duplicate that arrives later are known as the same.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="eventId">The event id as UTF-8; not empty.</param>
public delegate UInt128 IdentifyEvent(EventStream stream, ReadOnlySpan<byte> eventId);
