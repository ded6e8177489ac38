// What lies over the machines and belongs to the screen: names of sections, marks, the pulse of a new jackpot, the machine that is hovered
// or chosen. It is moved with the view and drawn anew when the view has another scale, or when it has gone so far that names which keep to the
// screen's edge have gone with it.

import { MarkedMachines } from './marks.js';
import { drawNames } from './names.js';
import { DETAIL } from './plan.js';

const PULSE = 8000; // milliseconds
const BEAT = 1300;

export class Overlay {
  hovered = -1;
  chosen = -1;
  #marked = new MarkedMachines();
  #pulses = new Map();
  #drawn = null;
  #still = matchMedia('(prefers-reduced-motion: reduce)');

  /** Takes over what the newest frame changed. */
  update(state, marks, now) {
    if (this.#marked.collect(state, marks)) {
      this.#drawn = null;
    }

    for (let n = 0; n < state.lockedCount; n++) {
      this.#pulses.set(state.locked[n], now);
    }
  }

  /** Whether something moves on its own. */
  get moving() {
    return this.#pulses.size > 0;
  }

  /** Something else is to be seen: a machine is hovered or chosen, the layout, theme or size is another. */
  touch() {
    this.#drawn = null;
  }

  /**
   * Brings it to where the view is.
   * @returns whether all is where it belongs; false while it is only moved with the view
   */
  draw(surface, view, layout, detail, ink, now) {
    const before = this.#drawn;
    if (before && !this.moving && before.scale === view.scale && before.detail === detail) {
      const [x, y] = [view.x - before.x, view.y - before.y];
      if (before.empty || surface.move(x, y)) {
        return before.empty || (x === 0 && y === 0);
      }
    }

    const empty = detail === DETAIL.sections && !this.moving && this.hovered < 0 && this.chosen < 0;
    surface.canvas.hidden = empty;
    if (!empty) {
      this.#draw(surface, view, layout, detail, ink, now);
    }

    // A pulse that has ended has just been left out.
    this.#drawn = { x: view.x, y: view.y, scale: view.scale, detail, empty };
    return true;
  }

  #draw(surface, view, layout, detail, ink, now) {
    const context = surface.begin();
    const size = layout.size * view.scale;
    this.#pulse(context, view, layout, size, ink, now);
    if (detail !== DETAIL.sections) {
      drawNames(context, view, layout, ink, surface.margin);
      this.#marked.draw(context, view, layout, ink, surface);
    }

    this.#frame(context, view, layout, this.hovered, size, ink.focus, 2);
    this.#frame(context, view, layout, this.chosen, size, ink.focus, 3);
    if (this.chosen >= 0 && this.chosen < layout.count) {
      const [x, y] = view.toScreen(layout.x[this.chosen], layout.y[this.chosen]);
      ring(context, x, y, Math.max(size * 1.15, 14), ink.focus, 1.5, 0.9);
    }
  }

  #pulse(context, view, layout, size, ink, now) {
    for (const [machine, start] of this.#pulses) {
      if (now - start > PULSE || machine >= layout.count) {
        this.#pulses.delete(machine);
        continue;
      }

      const share = this.#still.matches ? 0.4 : Math.max(0, now - start) % BEAT / BEAT;
      const [x, y] = view.toScreen(layout.x[machine], layout.y[machine]);
      ring(context, x, y, Math.max(size, 10) * (0.8 + share * 2.6), ink.locked, 3, 1 - share);
    }
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
