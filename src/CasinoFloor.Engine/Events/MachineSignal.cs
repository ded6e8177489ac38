namespace CasinoFloor.Engine.Events;

/// <summary>When a machine said something last of its doors, its cards or its lamp.</summary>
/// <param name="MachineId">The machine.</param>
/// <param name="Type">What it said: one of <see cref="Types"/>.</param>
/// <param name="Time">Event time of the newest of its kind, UTC.</param>
public readonly record struct MachineSignal(string MachineId, SlotEventType Type, DateTime Time)
{
    /// <summary>The events that hold until another takes them back, and of which no finding tells.</summary>
    public static ReadOnlySpan<SlotEventType> Types =>
    [
        SlotEventType.DoorOpen, SlotEventType.DoorClose, SlotEventType.ServiceLampOn, SlotEventType.ServiceLampOff,
        SlotEventType.CardIn, SlotEventType.CardOut, SlotEventType.EmployeeCardIn, SlotEventType.EmployeeCardOut,
    ];
}
