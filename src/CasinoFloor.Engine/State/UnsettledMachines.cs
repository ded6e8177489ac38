using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.State;

/// <summary>Reads what is left open at the machines.</summary>
internal static class UnsettledMachines
{
    /// <summary>The machines at which something is open.</summary>
    public static IReadOnlyList<UnsettledMachine> Of(MachineStates states, MachineCatalog catalog)
    {
        var unsettled = new List<UnsettledMachine>();
        for (var machine = 0; machine < states.Count; machine++)
        {
            ref readonly var state = ref states[machine];
            var isPending = state.HandPayStart != 0 && state.HandPaySettled == 0;
            if (Of(catalog.Infos[machine].Id, in state, isPending) is var left && left != new UnsettledMachine(left.MachineId))
            {
                unsettled.Add(left);
            }
        }

        return unsettled;
    }

    private static UnsettledMachine Of(string id, in MachineState state, bool isPending) => new(id)
    {
        HandPay = isPending ? new Money(state.HandPayUnits) : default,
        IsPowerOff = state.Bits.HasFlag(MachineBits.PowerOff),

        // The engine takes a tilt back with the next game; a door that was closed since says that somebody has seen to it.
        IsTilted = state.Bits.HasFlag(MachineBits.Tilt) && (state.DoorAt < state.TiltAt || state.Bits.HasFlag(MachineBits.DoorOpen)),
        IsDoorOpen = state.Bits.HasFlag(MachineBits.DoorOpen),
        HasEmployeeCard = state.Bits.HasFlag(MachineBits.EmployeeCard),

        // Of a card that was put in before the first event we know of only its games tell.
        HasPlayerCard = state.Bits.HasFlag(MachineBits.PlayerCard) || state.LastCardedSpin > state.PlayerCardAt,
        IsLampOn = state.Bits.HasFlag(MachineBits.ServiceLamp),
    };
}
