// Reads the binary frames of src/CasinoFloor.Web/Live/FrameCodec.cs; that file documents the layout, this one mirrors it.

const MAGIC = 0x31464643;
const HEADER = 56;
const SNAPSHOT = 1;
const DELTA = 2;
const CELL = 5;
const DELTA_RECORD = 4 + CELL;

/** The floor as this browser has it: one byte per machine and figure. */
export class FloorState {
  sequence = 0;
  layoutVersion = -1;
  count = 0;
  status = new Uint8Array(0);
  flags = new Uint8Array(0);
  heat = new Uint8Array(0);
  coinIn = new Uint8Array(0);
  hold = new Uint8Array(0);

  resize(count) {
    this.count = count;
    for (const column of ['status', 'flags', 'heat', 'coinIn', 'hold']) {
      this[column] = new Uint8Array(count);
    }
  }

  set(index, bytes, at) {
    this.status[index] = bytes[at];
    this.flags[index] = bytes[at + 1];
    this.heat[index] = bytes[at + 2];
    this.coinIn[index] = bytes[at + 3];
    this.hold[index] = bytes[at + 4];
  }
}

/**
 * Applies a frame to a state.
 * @returns the frame's clocks (Unix milliseconds), kind and count of changes, or null when it does not fit what the state shows.
 */
export function applyFrame(state, bytes, layoutVersion) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = bytes[4];
  const count = view.getUint32(20, true);
  const records = view.getUint32(24, true);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(16, true) !== layoutVersion) {
    return null;
  }

  if (kind === SNAPSHOT) {
    state.resize(count);
    for (let i = 0, at = HEADER; i < count; i++, at += CELL) {
      state.set(i, bytes, at);
    }
  } else if (kind === DELTA && view.getUint32(12, true) === state.sequence && state.layoutVersion === layoutVersion) {
    for (let i = 0, at = HEADER; i < records; i++, at += DELTA_RECORD) {
      state.set(view.getUint32(at, true), bytes, at + 4);
    }
  } else {
    return null;
  }

  state.sequence = view.getUint32(8, true);
  state.layoutVersion = layoutVersion;
  return {
    snapshot: kind === SNAPSHOT,
    changed: records,
    engineClock: view.getFloat64(32, true),
    serverClock: view.getFloat64(40, true),
    newestReceived: view.getFloat64(48, true),
  };
}
