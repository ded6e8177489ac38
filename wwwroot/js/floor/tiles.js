// Far away: a section is a tile that says its figure, a bank is a bar in the colour of its machines' figure.

import { MARKS, drawBadge } from './marks.js';
import { FLAG, STATUS } from './codes.js';
import { count, machines as machinesOf } from './figures.js';

const COUNTED = [MARKS.critical, MARKS.locked, MARKS.tilt, MARKS.door];
const BADGE = 16;
const PAD = 8;

/** A section: name, machines, figure, and how many want somebody. */
export function drawTile(context, place, zone, says, wanting, scale, ink) {
  const x = zone.left * place.scale + place.x;
  const y = zone.top * place.scale + place.y;
  const width = (zone.right - zone.left) * place.scale;
  const height = (zone.bottom - zone.top) * place.scale;
  const coloured = says.colour >= 0;
  context.beginPath();
  context.roundRect(x + 1, y + 1, width - 2, height - 2, Math.min(10, width / 6, height / 6));
  context.fillStyle = coloured ? scale.colours[says.colour] : ink.zone;
  context.fill();
  context.strokeStyle = ink.zoneLine;
  context.lineWidth = 1;
  context.setLineDash(zone.placed ? [] : [5, 4]);
  context.stroke();
  context.setLineDash([]);
  write(context, x, y, width, height, zone, says, wanting, coloured ? scale.inks[says.colour] : ink.label, ink);
}

function write(context, x, y, width, height, zone, says, wanting, colour, ink) {
  const room = width - 2 * PAD;
  const figure = Math.min(30, height * 0.34, room / Math.max(3, says.text.length) * 1.7);
  const name = Math.min(14, height * 0.24, Math.max(9, room / 9));
  context.fillStyle = colour;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  if (room < 24 && height > 2 * width) {
    writeUpwards(context, x, y, width, height, `${zone.name}  ${says.text}`, ink);
    return;
  }

  if (room < 24 || height < 20) {
    return;
  }

  let line = y + PAD * 0.8;
  context.font = `600 ${name}px ${ink.font}`;
  context.fillText(zone.name, x + PAD, line, room);
  line += name * 1.25;
  if (height > name * 2.2 + figure) {
    context.font = `700 ${figure}px ${ink.font}`;
    context.fillText(says.text, x + PAD, line, room);
    line += figure * 1.12;
  }

  const machines = zone.placed ? machinesOf(zone.machines) : `${count(zone.machines)} without a place`;
  context.font = `400 ${name * 0.88}px ${ink.font}`;
  const both = `${says.note} · ${machines}`;
  const lines = says.note && context.measureText(both).width <= room ? [both] : [says.note, machines].filter(Boolean);
  for (const text of lines) {
    if (y + height > line + name * 1.1 && room > 40) {
      context.fillText(text, x + PAD, line, room);
      line += name * 1.2;
    }
  }

  if (y + height - line > BADGE + 2) {
    drawWanting(context, x + PAD + BADGE / 2, Math.min(line + BADGE, y + height - PAD - BADGE / 2), x + width - PAD, wanting, colour, name, ink);
  }
}

// A narrow section has room along its height only.
function writeUpwards(context, x, y, width, height, text, ink) {
  const size = Math.min(13, width * 0.45);
  if (size < 9) {
    return;
  }

  context.save();
  context.translate(x + width / 2, y + height / 2);
  context.rotate(-Math.PI / 2);
  context.font = `600 ${size}px ${ink.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, 0, 0, height - 2 * PAD);
  context.restore();
}

function drawWanting(context, x, y, right, wanting, colour, size, ink) {
  COUNTED.forEach((mark, n) => {
    if (wanting[n] > 0 && x + BADGE < right) {
      drawBadge(context, mark, x, y, BADGE, ink);
      context.font = `600 ${size}px ${ink.font}`;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      context.fillStyle = colour;
      const text = String(wanting[n]);
      context.fillText(text, x + BADGE * 0.7, y);
      x += BADGE * 1.9 + size * 0.6 * text.length;
    }
  });
}

/** How many machines of each group are critical, locked, tilted, open. */
export class Wanting {
  constructor(of, groups) {
    this.of = of;
    this.counts = Array.from({ length: groups }, () => new Int32Array(COUNTED.length));
    this.changed = new Uint8Array(groups);
    this.since = new Uint8Array(groups);
    this.#before = Array.from({ length: groups }, () => new Int32Array(COUNTED.length));
  }

  #before;

  update(state) {
    for (let group = 0; group < this.counts.length; group++) {
      this.#before[group].set(this.counts[group]);
      this.counts[group].fill(0);
    }

    for (let i = 0; i < state.count; i++) {
      const flags = state.flags[i];
      const counts = this.counts[this.of[i]];
      counts[0] += state.status[i] === STATUS.critical ? 1 : 0;
      counts[1] += flags & FLAG.locked ? 1 : 0;
      counts[2] += flags & FLAG.tilt ? 1 : 0;
      counts[3] += flags & FLAG.door ? 1 : 0;
    }

    for (let group = 0; group < this.counts.length; group++) {
      if (this.counts[group].some((wanting, n) => wanting !== this.#before[group][n])) {
        this.changed[group] = this.since[group] = 1;
      }
    }
  }
}
