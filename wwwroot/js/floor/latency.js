// From the receipt of an event at the server until its pixel is drawn here, over the last minute. The frame says when its events were received; the clocks of
// server and browser are compared by the answer that was under way for the shortest time.

const KEPT = 60000; // milliseconds
const STEP = 10; // milliseconds of receipt that one sample stands for
const MAX_SAMPLES = 500; // of one frame
const CLOCKS = 12; // the newest answers that are compared: two minutes of them

export class Latency {
  #answers = [];
  #drawn = [];
  #waiting = null;
  #newest = NaN;
  #sequence = 0;

  /** An answer of the server: what was sent and when, here, and the server's clock (Unix milliseconds). */
  clock(sent, server) {
    const now = performance.now();
    this.#answers = [...this.#answers.slice(1 - CLOCKS), { roundTrip: now - sent, offset: server - (sent + now) / 2 }];
  }

  /** A frame has come; it is drawn when drawn() is called. */
  frame({ snapshot, changed, sequence, newestReceived, spread }) {
    const follows = !snapshot && sequence === this.#sequence + 1;
    const since = follows ? newestReceived - spread : this.#newest;
    this.#sequence = sequence;
    this.#newest = newestReceived;

    // A snapshot shows what happened before anybody looked; a hidden tab draws nothing.
    if (document.hidden || snapshot) {
      this.#waiting = null;
    } else if (changed > 0 && since <= newestReceived) {
      this.#waiting = { first: Math.min(since, this.#waiting?.first ?? Infinity), last: newestReceived };
    }
  }

  /** What came is on the canvas: the next animation frame begins when it is on the screen. */
  drawn() {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) {
      requestAnimationFrame(() => this.#take(waiting, performance.now()));
    }
  }

  #take({ first, last }, now) {
    if (this.#answers.length === 0) {
      return;
    }

    const { offset } = this.#answers.reduce((best, answer) => answer.roundTrip < best.roundTrip ? answer : best);
    this.#drawn.push({ at: now, shortest: now + offset - last, longest: now + offset - first });
    while (now - this.#drawn[0].at > KEPT) {
      this.#drawn.shift();
    }
  }

  /** @returns {median, p99 (milliseconds)} of the last minute; null where nothing was measured */
  measured() {
    const since = performance.now() - KEPT;
    const frames = this.#drawn.filter(frame => frame.at >= since);
    const samples = frames.flatMap(({ shortest, longest }) => spread(shortest, longest)).sort((x, y) => x - y);
    const at = share => Math.max(0, samples[Math.ceil(share * samples.length) - 1]);
    return samples.length > 0 ? { median: at(0.5), p99: at(0.99) } : null;
  }
}

// The events of a frame were received evenly between its first and its last.
function spread(shortest, longest) {
  const count = Math.min(MAX_SAMPLES, Math.max(1, Math.round((longest - shortest) / STEP)));
  return Array.from({ length: count }, (_, i) => count === 1 ? longest : shortest + (longest - shortest) * i / (count - 1));
}
