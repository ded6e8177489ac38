// The numbers of the engine's enumerations, as the frame carries them: MachineView.cs.

export const STATUS = { unknown: 0, inService: 1, idle: 2, offline: 3, powerOff: 4, attention: 5, critical: 6 };
export const FLAG = { locked: 1, door: 2, tilt: 4, hopper: 8, hot: 16, cold: 32, carded: 64, lamp: 128 };
export const OCCUPANCY = { free: 0, uncarded: 1, carded: 2 };

/** The index of the colour for a machine that has none: drawn hollow. */
export const HOLLOW = -1;
/** The same for one whose figure is not known: a dot. */
export const UNKNOWN = -2;

/** Whether nothing newer can be said of a machine: HOLLOW when it is off line or without power, UNKNOWN when not heard of; otherwise 0. */
export function silent(status) {
  return status === STATUS.offline || status === STATUS.powerOff ? HOLLOW : status === STATUS.unknown ? UNKNOWN : 0;
}
