// What lies over the machines: hover, the chosen machine, the pulse of a new jackpot, and the marks. On a layer of its own, so that an
// animation does not draw the machines again.

import { drawMarks } from './marks.js';
import { FLAG } from './scales.js';

const PULSE = 8000; // milliseconds
const BEAT = 1300;

export class Overlay {
  hovered = -1;
  chosen = -1;
  #pulses = new Map();

  /** Finds machines that have just been locked. */
  noteLocks(before, state, now) {
    for (let i = 0; i < state.count; i++) {
      if ((state.flags[i] & FLAG.locked) && !(before[i] & FLAG.locked)) {
        this.#pulses.set(i, now);
      }
    }
  }

  get moving() {
    return this.#pulses.size > 0;
  }

  draw(surface, view, layout, state, ink, metric, now) {
    const context = surface.begin();
    const size = layout.size * view.scale;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const [machine, start] of this.#pulses) {
      if (now - start > PULSE || machine >= layout.count) {
        this.#pulses.delete(machine);
        continue;
      }

      const share = still ? 0.4 : (now - start) % BEAT / BEAT;
      const [x, y] = view.toScreen(layout.x[machine], layout.y[machine]);
      ring(context, x, y, Math.max(size, 10) * (0.8 + share * 2.6), ink.locked, 3, 1 - share);
    }

    this.#frame(context, view, layout, this.hovered, size, ink.focus, 2);
    this.#frame(context, view, layout, this.chosen, size, ink.focus, 3);
    if (this.chosen >= 0 && this.chosen < layout.count) {
      const [x, y] = view.toScreen(layout.x[this.chosen], layout.y[this.chosen]);
      ring(context, x, y, Math.max(size * 1.15, 14), ink.focus, 1.5, 0.9);
    }

    drawMarks(context, view, layout, state, ink, metric);
  }

  #frame(context, view, layout, machine, size, colour, width) {
    if (machine < 0 || machine >= layout.count) {
      return;
    }

    const [x, y] = view.toScreen(layout.x[machine], layout.y[machine]);
    const half = Math.max(size / 2, 4) + width;
    context.save();
    context.translate(x, y);
    context.rotate(layout.angle[machine]);
    context.beginPath();
    context.roundRect(-half, -half, half * 2, half * 2, half * 0.4);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
    context.restore();
  }
}

function ring(context, x, y, radius, colour, width, alpha) {
  context.globalAlpha = alpha;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = 1;
}
