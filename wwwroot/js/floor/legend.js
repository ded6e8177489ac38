// The legend under the map: the scale with its range, or the states with their marks; drawn with the map's own tables.

import { HOLLOW, UNKNOWN } from './codes.js';
import { paintMachine } from './machines.js';
import { drawBadge, marksIn } from './marks.js';

const EDGE = 18; // CSS pixels of a picture

export function drawLegend(element, scale, ink) {
  const parts = [heading(scale)];
  if (scale.ticks) {
    parts.push(ramp(scale));
  } else {
    parts.push(...scale.items.map(([name, colour]) => item(name, machine(colour, scale, ink))));
  }

  parts.push(item('Offline', machine(HOLLOW, scale, ink)));
  if (scale.unknownName) {
    parts.push(item(scale.unknownName, machine(UNKNOWN, scale, ink)));
  }

  parts.push(...marksIn(scale.marks).map(mark => item(mark.name, badge(mark, ink))));
  element.replaceChildren(...parts);
}

function heading(scale) {
  const label = make('span', 'legend-title');
  label.append(scale.title);
  if (scale.note) {
    const note = make('span', 'legend-note');
    note.textContent = scale.note;
    label.append(note);
  }

  return label;
}

function ramp(scale) {
  const box = make('span', 'legend-ramp');
  const bar = make('span', 'legend-bar');
  const stops = scale.colours.filter((_, i) => i % 15 === 0);
  bar.style.background = `linear-gradient(90deg, ${stops.join(', ')})`;
  const ticks = make('span', 'legend-ticks num');
  for (const [at, label] of scale.ticks) {
    const tick = make('span', '');
    tick.textContent = label;
    tick.style.left = `${at * 100}%`;
    tick.dataset.end = at === 0 ? 'first' : at === 1 ? 'last' : '';
    ticks.append(tick);
  }

  box.append(bar, ticks);
  return box;
}

function item(name, picture) {
  const label = make('span', 'legend-item');
  label.append(picture, name);
  return label;
}

function machine(colour, scale, ink) {
  return picture(context => {
    context.translate(EDGE / 2, EDGE / 2);
    paintMachine(context, colour, scale, ink, EDGE - 4);
  });
}

function badge(mark, ink) {
  return picture(context => drawBadge(context, mark, EDGE / 2, EDGE / 2, EDGE - 4, ink));
}

function picture(draw) {
  const ratio = Math.max(1, window.devicePixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = EDGE * ratio;
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  draw(context);
  // A canvas in the document is put on the screen anew with every frame of the map, an image is not.
  const image = new Image(EDGE, EDGE);
  image.alt = '';
  image.src = canvas.toDataURL();
  return image;
}

function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
