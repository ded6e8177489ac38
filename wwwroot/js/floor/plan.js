// Draws a part of the floor onto a canvas, in small steps: whoever runs it stops when its time is up and goes on with the next frame.
// A place says which part: a point of the plan lies at world * scale + x, y of the canvas.

import { drawLabel, drawShape } from './drawing.js';
import { drawCarpet, drawPlinth, drawZone } from './ground.js';
import { drawTile } from './tiles.js';

export const DETAIL = { sections: 'sections', banks: 'banks', machines: 'machines', labels: 'labels' };

// CSS pixels of a machine from which on this is drawn.
const BANKS = 2.8;
const MACHINES = 4.5;
const LABELS = 34;
const FIGURES = 52;
const STRIDE = 32; // machines between two looks at the clock
const TURNED = 0.01; // radians

export function detailOf(pixels) {
  return pixels < BANKS ? DETAIL.sections : pixels < MACHINES ? DETAIL.banks : pixels < LABELS ? DETAIL.machines : DETAIL.labels;
}

/**
 * Everything in a place, in steps; yields true once what is drawn is worth showing.
 * @param floor {layout, drawing, picture, state, scale, ink, zones, wanting, banks}: zones and banks are the groups' figures
 */
export function* drawPlan(context, place, floor) {
  const { layout, drawing, picture, ink } = floor;
  drawCarpet(context, place, place.width, place.height, ink);
  yield false;
  if (picture.shown) {
    picture.draw(context, place);
    yield false;
  }

  for (const shape of drawing?.shapes ?? []) {
    drawShape(context, place, shape, picture.shown, ink);
    yield false;
  }

  for (const shape of drawing?.shapes ?? []) {
    drawLabel(context, place, shape, drawing.shapes, ink);
    yield false;
  }

  if (place.detail === DETAIL.sections) {
    for (let zone = 0; zone < layout.zones.length; zone++) {
      patchTile(context, place, floor, zone);
      yield false;
    }

    return;
  }

  for (const zone of layout.zones) {
    drawZone(context, place, zone, picture.shown, ink);
    yield false;
  }

  for (let n = 0; n < layout.plinths.length; n++) {
    if (seesPlinth(place, layout.plinths[n])) {
      patchBank(context, place, floor, n);
      yield false;
    }
  }

  for (let i = 0; i < floor.state.count; i++) {
    patchSquare(context, place, floor, i);
    if (i % STRIDE === 0) {
      yield false;
    }
  }

  if (place.detail === DETAIL.labels) {
    yield true;
    for (let i = 0; i < floor.state.count; i++) {
      if (sees(place, layout, i)) {
        write(context, place, floor, i);
        yield false;
      }
    }
  }
}

/** One machine anew. */
export function patchMachine(context, place, floor, i) {
  if (patchSquare(context, place, floor, i) && place.detail === DETAIL.labels) {
    write(context, place, floor, i);
  }
}

export function patchTile(context, place, { layout, zones, wanting, scale, ink }, zone) {
  drawTile(context, place, layout.zones[zone], zones.says[zone], wanting.counts[zone], scale, ink);
}

export function patchBank(context, place, { layout, banks, scale, ink }, plinth) {
  const colour = place.detail === DETAIL.banks ? banks.says[plinth].colour : -1;
  drawPlinth(context, place, layout.plinths[plinth], layout.size * place.scale, colour >= 0 ? scale.colours[colour] : ink.bank, ink);
}

// @returns whether there was anything to draw
function patchSquare(context, place, floor, i) {
  const { layout, state, scale, ink } = floor;
  const banked = layout.plinthOf[i] >= 0;
  if (!sees(place, layout, i) || (banked && place.detail === DETAIL.banks)) {
    return false;
  }

  const x = layout.x[i] * place.scale + place.x;
  const y = layout.y[i] * place.scale + place.y;
  const colour = scale.colourOf(state, i);
  if (place.detail === DETAIL.banks) {
    const edge = layout.size * place.scale;
    context.fillStyle = colour >= 0 ? scale.colours[colour] : ink.hollow;
    context.fillRect(x - edge / 2, y - edge / 2, edge, edge);
    return true;
  }

  const { ratio, stamps } = place;
  const flat = place.flat && colour >= 0 && !scale.glyphs?.[colour] ? scale.colours[colour] : '';
  const base = banked ? ink.bank : ink.zone;
  const turn = layout.angle[i];
  if (turn > TURNED && turn < Math.PI / 2 - TURNED) {
    const [cos, sin] = [Math.cos(turn) * ratio, Math.sin(turn) * ratio];
    context.setTransform(cos, sin, -sin, cos, x * ratio, y * ratio);
    put(context, stamps, colour, base, flat, -stamps.edge / 2, -stamps.edge / 2);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  } else {
    // On whole pixels of the screen: a stamp between two of them would be blurred.
    put(context, stamps, colour, base, flat, Math.round((x - stamps.edge / 2) * ratio) / ratio, Math.round((y - stamps.edge / 2) * ratio) / ratio);
  }

  return true;
}

// @param flat the colour of a machine that needs no stamp
function put(context, stamps, colour, base, flat, left, top) {
  const { edge, size } = stamps;
  const inset = (edge - size) / 2;
  context.fillStyle = base;
  context.fillRect(left + inset, top + inset, size, size);
  if (flat) {
    context.fillStyle = flat;
    context.fillRect(left + inset, top + inset, size, size);
  } else {
    context.drawImage(stamps.of(colour), left, top, edge, edge);
  }
}

// Close up a machine says its number and its figure.
function write(context, place, { layout, state, scale, ink }, i) {
  const size = layout.size * place.scale;
  const x = layout.x[i] * place.scale + place.x;
  const y = layout.y[i] * place.scale + place.y;
  const colour = scale.colourOf(state, i);
  const value = size >= FIGURES && colour >= 0 ? scale.text(state, i) : '';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colour >= 0 ? scale.inks[colour] : ink.label;
  context.font = place.fonts.id;
  context.fillText(layout.shortId[i], x, value ? y - size * 0.13 : y - (scale.glyphs?.[colour] ? size * 0.3 : 0), size * 0.9);
  if (value) {
    context.font = place.fonts.value;
    context.fillText(value, x, y + size * 0.17, size * 0.9);
  }
}

function sees(place, layout, i) {
  const x = layout.x[i];
  const y = layout.y[i];
  return x > place.left && x < place.right && y > place.top && y < place.bottom;
}

function seesPlinth(place, plinth) {
  const reach = plinth.round ? plinth.radius : plinth.width + plinth.height;
  return plinth.x + reach > place.left && plinth.x - reach < place.right && plinth.y + reach > place.top && plinth.y - reach < place.bottom;
}
