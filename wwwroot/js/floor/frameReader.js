// Reads the binary frames of src/CasinoFloor.Web/Live/FrameCodec.cs; that file documents the layout, this one mirrors it.

import { FLAG } from './codes.js';

const MAGIC = 0x32464643;
const HEADER = 56;
const SNAPSHOT = 1;
const DELTA = 2;
const CELL = 7;
const DELTA_RECORD = 4 + CELL;
const COLUMNS = ['status', 'flags', 'heat', 'coinIn', 'hold', 'occupancy', 'lastWin'];

/** The floor as this browser has it: one byte per machine and figure. What the newest frame changed is kept with it. */
export class FloorState {
  sequence = 0;
  layoutVersion = -1;
  count = 0;
  changedCount = 0;
  lockedCount = 0;

  constructor() {
    this.resize(0);
  }

  resize(count) {
    this.count = count;
    for (const column of COLUMNS) {
      this[column] = new Uint8Array(count);
    }

    // The first changedCount, lockedCount of them: machines that changed, that were locked.
    this.changed = new Int32Array(count);
    this.locked = new Int32Array(count);
  }

  set(index, bytes, at) {
    if ((bytes[at + 1] & FLAG.locked) && !(this.flags[index] & FLAG.locked)) {
      this.locked[this.lockedCount++] = index;
    }

    this.changed[this.changedCount++] = index;
    this.status[index] = bytes[at];
    this.flags[index] = bytes[at + 1];
    this.heat[index] = bytes[at + 2];
    this.coinIn[index] = bytes[at + 3];
    this.hold[index] = bytes[at + 4];
    this.occupancy[index] = bytes[at + 5];
    this.lastWin[index] = bytes[at + 6];
  }
}

/**
 * Applies a frame to a state.
 * @returns the frame's clocks (Unix milliseconds), kind, sequence and count of changes, and how long before the newest its oldest event was received; or null when it does not fit what the state shows.
 */
export function applyFrame(state, bytes, layoutVersion) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = bytes[4];
  const count = view.getUint32(20, true);
  const records = view.getUint32(24, true);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(16, true) !== layoutVersion) {
    return null;
  }

  state.changedCount = state.lockedCount = 0;
  if (kind === SNAPSHOT) {
    state.resize(count);
    for (let i = 0, at = HEADER; i < count; i++, at += CELL) {
      state.set(i, bytes, at);
    }

    // What was locked before is no news.
    state.lockedCount = 0;
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
    sequence: state.sequence,
    changed: records,
    spread: view.getFloat32(28, true),
    engineClock: view.getFloat64(32, true),
    serverClock: view.getFloat64(40, true),
    newestReceived: view.getFloat64(48, true),
  };
}
