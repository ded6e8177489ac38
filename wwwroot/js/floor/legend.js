// The legend under the map: the scale with its range, or the states with their marks; drawn with the map's own tables.

import { drawBadge } from './marks.js';
import { paintMachine } from './machines.js';
import { HOLLOW, STATUS, UNKNOWN } from './scales.js';

const STATES = [['In service', STATUS.inService], ['Idle', STATUS.idle]];
const MARKS = [
  ['Hand pay', 'J', 'locked', 'circle'], ['Tilt', 'T', 'tilt', 'triangle'], ['Door', 'D', 'door', 'square'], ['Power', 'P', 'power', 'square'],
  ['Critical', '!!', 'critical', 'octagon'], ['Attention', '!', 'attention', 'diamond'],
];
const HEALTH_MARKS = [['Hopper low', 'H', 'hopper', 'circle'], ['Service', 'S', 'lamp', 'circle']];

export function drawLegend(element, scale, ink, metric) {
  const parts = [];
  if (scale.ticks) {
    parts.push(heading(scale), ramp(scale));
  } else {
    parts.push(...STATES.map(([name, status]) => item(name, machine(status, scale, ink))));
  }

  parts.push(item('Offline', machine(HOLLOW, scale, ink)));
  if (metric === 'hold') {
    parts.push(item('Unknown', machine(UNKNOWN, scale, ink)));
  }

  const marks = metric === 'health' ? [...MARKS, ...HEALTH_MARKS] : MARKS;
  parts.push(...marks.map(([name, letter, colour, shape]) => item(name, badge(letter, shape, ink[colour], ink))));
  element.replaceChildren(...parts);
}

function heading(scale) {
  const label = make('span', 'legend-title');
  label.textContent = scale.title;
  label.title = scale.note;
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
  return picture((context, edge) => {
    context.translate(edge / 2, edge / 2);
    paintMachine(context, colour, scale, ink, edge - 4);
  });
}

function badge(letter, shape, colour, ink) {
  return picture((context, edge) => drawBadge(context, shape, letter, edge / 2, edge / 2, edge - 4, colour, ink));
}

function picture(draw) {
  const edge = 18;
  const ratio = Math.max(1, window.devicePixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = edge * ratio;
  canvas.style.width = canvas.style.height = `${edge}px`;
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  draw(context, edge);
  return canvas;
}

function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
