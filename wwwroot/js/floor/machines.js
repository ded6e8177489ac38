// The machines: one stamp per colour is drawn once and then copied. A stamp says its state by a shape too, where a colour alone would.

import { HOLLOW } from './codes.js';
import { inkOn } from './colours.js';
import { outline } from './marks.js';

const MARGIN = 2; // CSS pixels around a stamp

/** The stamps of one size; anew for another size, layer or theme. */
export class Stamps {
  #stamps = [];

  constructor(size, ratio, scale, ink) {
    Object.assign(this, { size, ratio, scale, ink });
    this.pixels = Math.ceil((size + 2 * MARGIN) * ratio);
    this.edge = this.pixels / ratio;
  }

  of(colour) {
    return this.#stamps[colour + 2] ??= this.#make(colour);
  }

  #make(colour) {
    const stamp = new OffscreenCanvas(this.pixels, this.pixels);
    const context = stamp.getContext('2d');
    context.scale(this.ratio, this.ratio);
    context.translate(this.edge / 2, this.edge / 2);
    paintMachine(context, colour, this.scale, this.ink, this.size);
    return stamp.transferToImageBitmap();
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
    glyph(context, scale.glyphs?.[colour] ?? '', half, line, inkOn(scale.colours[colour]));
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

function glyph(context, name, half, line, colour) {
  context.fillStyle = context.strokeStyle = colour;
  context.lineWidth = Math.max(1, line);
  context.beginPath();
  switch (name) {
    case '':
      return;
    case 'dash':
      context.globalAlpha = 0.6;
      context.fillRect(-half * 0.5, -line / 2, half, line);
      context.globalAlpha = 1;
      return;
    case 'dot':
      context.arc(0, 0, Math.max(1, half * 0.3), 0, 2 * Math.PI);
      break;
    case 'card':
      context.roundRect(-half * 0.52, -half * 0.34, half * 1.04, half * 0.68, half * 0.12);
      break;
    case 'ring':
      context.arc(0, 0, half * 0.45, 0, 2 * Math.PI);
      context.stroke();
      return;
    case 'up':
    case 'down': {
      const tip = name === 'up' ? -half * 0.55 : half * 0.55;
      context.moveTo(0, tip);
      context.lineTo(half * 0.55, -tip * 0.7);
      context.lineTo(-half * 0.55, -tip * 0.7);
      break;
    }
    default:
      outline(context, name, 0, 0, half * 0.5);
  }

  context.fill();
}
