// Marks over the machines: a letter in a shape in a colour, so that no state is told by its colour alone. They keep a
// readable size however far the map is zoomed out. Which of them a layer draws is its own choice.

import { inkOn } from './colours.js';
import { FLAG, STATUS } from './codes.js';

const SMALLEST = 15; // CSS pixels
const LARGEST = 24;

/** Letter, the style sheet's name of the colour, shape, name in the legend. */
export const MARKS = {
  critical: mark('!!', 'critical', 'octagon', 'Critical'),
  locked: mark('J', 'locked', 'circle', 'Hand pay'),
  tilt: mark('T', 'tilt', 'triangle', 'Tilt'),
  door: mark('D', 'door', 'square', 'Door'),
  power: mark('P', 'power', 'square', 'Power'),
  attention: mark('!', 'attention', 'diamond', 'Attention'),
  hopper: mark('H', 'hopper', 'circle', 'Hopper low'),
  lamp: mark('S', 'lamp', 'circle', 'Service'),
};

// Worst first: a machine shows one.
const USUAL = [MARKS.critical, MARKS.locked, MARKS.tilt, MARKS.door, MARKS.power, MARKS.attention];
const SETS = {
  usual: USUAL,
  all: [...USUAL, MARKS.hopper, MARKS.lamp],
  locks: [MARKS.locked],
  doors: [MARKS.door],
  anomalies: [MARKS.critical, MARKS.tilt, MARKS.attention],
};
const HOLDS = new Map([
  [MARKS.critical, status => status === STATUS.critical],
  [MARKS.locked, (_, flags) => flags & FLAG.locked],
  [MARKS.tilt, (_, flags) => flags & FLAG.tilt],
  [MARKS.door, (_, flags) => flags & FLAG.door],
  [MARKS.power, status => status === STATUS.powerOff],
  [MARKS.attention, status => status === STATUS.attention],
  [MARKS.hopper, (_, flags) => flags & FLAG.hopper],
  [MARKS.lamp, (_, flags) => flags & FLAG.lamp],
]);
const NONE = 255;
const ALL = Object.values(MARKS);
ALL.forEach((one, number) => { one.number = number; });

// By set, status and flags, so that looking for a machine's mark is one read.
const TABLES = Object.fromEntries(Object.entries(SETS).map(([name, marks]) => [name, Uint8Array.from({ length: 7 * 256 }, (_, at) =>
  marks.find(candidate => HOLDS.get(candidate)(at >> 8, at & 255))?.number ?? NONE)]));

/** The marks that a set draws. */
export function marksIn(set) {
  return SETS[set];
}

/** A machine's mark, undefined for none. */
export function markOf(set, status, flags) {
  return ALL[TABLES[set][status << 8 | flags]];
}

/** The machines with a mark, kept until the next update. */
export class MarkedMachines {
  #machines = new Int32Array(0);
  #marks = new Uint8Array(0);
  #count = 0;
  #stamps = [];
  #stampKey = '';

  /** @returns whether they are others than before, or have other marks */
  collect(state, set) {
    if (this.#machines.length < state.count) {
      this.#machines = new Int32Array(state.count);
      this.#marks = new Uint8Array(state.count);
    }

    const table = TABLES[set];
    const before = this.#count;
    let same = true;
    this.#count = 0;
    for (let i = 0; i < state.count; i++) {
      const found = table[state.status[i] << 8 | state.flags[i]];
      if (found !== NONE) {
        same &&= this.#machines[this.#count] === i && this.#marks[this.#count] === found;
        this.#machines[this.#count] = i;
        this.#marks[this.#count++] = found;
      }
    }

    return !same || this.#count !== before;
  }

  draw(context, view, layout, ink, { ratio, margin }) {
    const size = layout.size * view.scale;
    const badge = Math.round(Math.min(LARGEST, Math.max(SMALLEST, size * 0.55)));
    const reach = margin + badge;
    this.#prepare(ratio, ink);
    // Close up the mark moves to the corner, so that the machine's own text stays readable.
    const corner = size > badge * 1.6 ? size * 0.42 : 0;
    for (let n = 0; n < this.#count; n++) {
      const machine = this.#machines[n];
      const x = layout.x[machine] * view.scale + view.x;
      const y = layout.y[machine] * view.scale + view.y;
      if (x < -reach || y < -reach || x > view.width + reach || y > view.height + reach) {
        continue;
      }

      const mark = ALL[this.#marks[n]];
      if (mark === MARKS.locked) {
        ring(context, x, y, Math.max(size * 0.78, badge * 0.72), size, ink.locked);
      }

      const stamp = this.#stamp(mark, badge, ink, ratio);
      const edge = stamp.width / ratio;
      context.drawImage(stamp, x + corner - edge / 2, y - corner - edge / 2, edge, edge);
    }
  }

  #prepare(ratio, ink) {
    const key = `${ratio}/${ink.theme}`;
    if (key !== this.#stampKey) {
      this.#stampKey = key;
      this.#stamps = [];
    }
  }

  #stamp(mark, badge, ink, ratio) {
    const at = mark.number * 32 + badge;
    let stamp = this.#stamps[at];
    if (!stamp) {
      const edge = Math.ceil((badge + 6) * ratio);
      stamp = new OffscreenCanvas(edge, edge);
      const context = stamp.getContext('2d');
      context.scale(ratio, ratio);
      drawBadge(context, mark, edge / ratio / 2, edge / ratio / 2, badge, ink);
      stamp = this.#stamps[at] = stamp.transferToImageBitmap();
    }

    return stamp;
  }
}

/** A mark; the legend and the tiles draw the same. */
export function drawBadge(context, { letter, shape, ink: name }, x, y, badge, ink) {
  const colour = ink[name];
  context.beginPath();
  outline(context, shape, x, y, badge / 2);
  context.fillStyle = colour;
  context.fill();
  context.strokeStyle = ink.ground;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = inkOn(colour);
  context.font = `700 ${badge * (letter.length > 1 ? 0.6 : 0.66)}px ${ink.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(letter, x, y + badge * (shape === 'triangle' ? 0.12 : 0.04));
}

/** The path of a shape around a point. */
export function outline(context, shape, x, y, half) {
  switch (shape) {
    case 'square':
      context.roundRect(x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8, half * 0.3);
      break;
    case 'triangle':
      polygon(context, x, y + half * 0.12, half * 1.3, 3, -Math.PI / 2);
      break;
    case 'diamond':
      polygon(context, x, y, half * 1.2, 4, 0);
      break;
    case 'octagon':
      polygon(context, x, y, half * 1.08, 8, Math.PI / 8);
      break;
    default:
      context.arc(x, y, half, 0, 2 * Math.PI);
  }
}

function mark(letter, ink, shape, name) {
  return { letter, ink, shape, name, number: -1 };
}

function ring(context, x, y, radius, size, colour) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = Math.max(2, size * 0.09);
  context.stroke();
}

function polygon(context, x, y, radius, corners, turn) {
  for (let i = 0; i < corners; i++) {
    const angle = turn + i * 2 * Math.PI / corners;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }

  context.closePath();
}
