// The machines: one stamp per colour is drawn once and then copied, which keeps 10,000 machines within a frame.

import { FLAG, HOLLOW, STATUS, UNKNOWN, inkOn } from './scales.js';

const STAMP_MARGIN = 2;
const SMALLEST_STAMP = 4; // CSS pixels; below, a plain square says as much
const SMALLEST_TEXT = 34;

export class MachinePainter {
  #stamps = new Map();
  #stampKey = '';
  #stampSize = 0;

  /** Colour index of each machine, for tests and legends too. */
  static colourIndex(state, scale, i) {
    const status = state.status[i];
    if (status === STATUS.offline || status === STATUS.powerOff) {
      return HOLLOW;
    }

    return status === STATUS.unknown ? UNKNOWN : scale.index(state[scale.column][i]);
  }

  /** @param moving whether the view is on its way: stamps of nearly the right size will do until it rests */
  draw(surface, view, layout, state, scale, ink, metric, moving) {
    const context = surface.begin();
    const size = layout.size * view.scale;
    const inside = view.visible(size);
    const ratio = surface.ratio;
    const stamped = size >= SMALLEST_STAMP;
    this.#prepare(size, ratio, ink, metric, moving);
    const half = size / 2;
    let straight = true;
    for (let i = 0; i < state.count; i++) {
      const wx = layout.x[i];
      const wy = layout.y[i];
      if (wx < inside.left || wx > inside.right || wy < inside.top || wy > inside.bottom) {
        continue;
      }

      const x = wx * view.scale + view.x;
      const y = wy * view.scale + view.y;
      const colour = MachinePainter.colourIndex(state, scale, i);
      const turn = layout.angle[i];
      if (turn > 0.01 && turn < 1.56) {
        const cos = Math.cos(turn) * ratio;
        const sin = Math.sin(turn) * ratio;
        context.setTransform(cos, sin, -sin, cos, x * ratio, y * ratio);
        this.#machine(context, 0, 0, half, colour, scale, ink, stamped);
        straight = false;
      } else {
        if (!straight) {
          context.setTransform(ratio, 0, 0, ratio, 0, 0);
          straight = true;
        }

        this.#machine(context, x, y, half, colour, scale, ink, stamped);
      }
    }

    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (size >= SMALLEST_TEXT) {
      this.#texts(context, view, layout, state, scale, ink, size, inside);
    }
  }

  #machine(context, x, y, half, colour, scale, ink, stamped) {
    if (stamped) {
      const stamp = this.#stamp(colour, scale, ink);
      const edge = stamp.width / this.ratio * (half * 2 / this.#stampSize);
      context.drawImage(stamp, x - edge / 2, y - edge / 2, edge, edge);
      return;
    }

    context.fillStyle = colour >= 0 ? scale.colours[colour] : ink.hollow;
    context.fillRect(x - half, y - half, half * 2, half * 2);
  }

  #prepare(size, ratio, ink, metric, moving) {
    const key = `${ratio}/${ink.theme}/${metric}`;
    const near = moving && size < this.#stampSize * 1.5 && size > this.#stampSize / 1.5;
    if (key !== this.#stampKey || (size !== this.#stampSize && !near)) {
      this.#stampKey = key;
      this.#stampSize = size;
      this.#stamps.clear();
    }

    this.ratio = ratio;
  }

  #stamp(colour, scale, ink) {
    let stamp = this.#stamps.get(colour);
    if (!stamp) {
      stamp = new OffscreenCanvas(1, 1);
      stamp.width = stamp.height = Math.ceil((this.#stampSize + 2 * STAMP_MARGIN) * this.ratio);
      const context = stamp.getContext('2d');
      context.scale(this.ratio, this.ratio);
      context.translate(stamp.width / this.ratio / 2, stamp.width / this.ratio / 2);
      paintMachine(context, colour, scale, ink, this.#stampSize);
      this.#stamps.set(colour, stamp);
    }

    return stamp;
  }

  // Close up a machine says its number and its figure.
  #texts(context, view, layout, state, scale, ink, size, inside) {
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const roomy = size >= 52;
    for (let i = 0; i < state.count; i++) {
      if (layout.x[i] < inside.left || layout.x[i] > inside.right || layout.y[i] < inside.top || layout.y[i] > inside.bottom) {
        continue;
      }

      const [x, y] = view.toScreen(layout.x[i], layout.y[i]);
      const colour = MachinePainter.colourIndex(state, scale, i);
      const value = roomy && colour >= 0 ? scale.value(state[scale.column][i]) : '';
      context.fillStyle = colour >= 0 ? inkOn(scale.colours[colour]) : ink.label;
      const id = layout.id[i].slice(-5);
      context.font = `600 ${Math.min(15, size * 0.24)}px ${ink.font}`;
      context.fillText(id, x, value ? y - size * 0.13 : y, size * 0.9);
      if (value) {
        context.font = `400 ${Math.min(14, size * 0.22)}px ${ink.font}`;
        context.fillText(value, x, y + size * 0.17, size * 0.9);
      }
    }
  }
}

/** Around the origin: a full square for a figure, a dot in a frame for an unknown one, a struck-out frame for a machine that is off. */
export function paintMachine(context, colour, scale, ink, size) {
  const half = size / 2;
  const radius = Math.min(size * 0.24, 12);
  const line = Math.max(1, size * 0.07);
  context.beginPath();
  context.roundRect(-half + line / 2, -half + line / 2, size - line, size - line, radius);
  if (colour >= 0) {
    context.fillStyle = scale.colours[colour];
    context.fill();
    context.strokeStyle = ink.edge;
    context.lineWidth = Math.min(line, 1.5);
    context.stroke();
    if (scale.column === 'status' && colour === STATUS.idle) {
      context.fillStyle = ink.hollow;
      context.fillRect(-half * 0.5, -line / 2, half, line);
    }

    return;
  }

  context.strokeStyle = ink.hollow;
  context.lineWidth = line;
  context.stroke();
  context.beginPath();
  if (colour === HOLLOW) {
    context.moveTo(-half * 0.55, half * 0.55);
    context.lineTo(half * 0.55, -half * 0.55);
    context.stroke();
  } else {
    context.arc(0, 0, Math.max(0.8, size * 0.1), 0, 2 * Math.PI);
    context.fillStyle = ink.hollow;
    context.fill();
  }
}

/** The marks a machine carries, worst first: letter, colour by the style sheet's name, shape, and whether only health shows it. */
export function marksOf(status, flags) {
  const marks = [];
  const add = (letter, ink, shape, healthOnly = false) => marks.push({ letter, ink, shape, healthOnly });
  if (status === STATUS.critical) add('!!', 'critical', 'octagon');
  if (flags & FLAG.locked) add('J', 'locked', 'circle');
  if (flags & FLAG.tilt) add('T', 'tilt', 'triangle');
  if (flags & FLAG.door) add('D', 'door', 'square');
  if (status === STATUS.powerOff) add('P', 'power', 'square');
  if (status === STATUS.attention) add('!', 'attention', 'diamond');
  if (flags & FLAG.hopper) add('H', 'hopper', 'circle', true);
  if (flags & FLAG.lamp) add('S', 'lamp', 'circle', true);
  return marks;
}
