// Walls, aisles, pits, cage, bars and entrances under the machines: what GET /floor/drawing gives, in the machines' coordinates.

const STYLES = {
  section: { fill: 'zone', line: 'zoneLine', width: 1 },
  aisle: { fill: 'aisle', line: '', width: 6 },
  pit: { fill: 'pit', line: 'zoneLine', width: 1 },
  table: { fill: 'bank', line: 'bankLine', width: 1 },
  cage: { fill: 'bank', line: 'wall', width: 2 },
  bar: { fill: 'bank', line: 'bankLine', width: 1 },
  wall: { fill: '', line: 'wall', width: 3 },
  entrance: { fill: '', line: 'entrance', width: 5 },
};
const SMALLEST_TEXT = 9; // CSS pixels
const LARGEST_TEXT = 14;
const THROUGH = 0.25; // of an area over a picture
const LINE = 1.2; // of a text's size
const SMALLEST_SHAPE = 2;
const NAME = 16; // CSS pixels above a section in which its name stands

/** @returns the drawing with the box of each shape, null when there is none or it cannot be had */
export async function fetchDrawing() {
  const response = await fetch('/floor/drawing');
  return response.ok ? readDrawing(await response.json()) : null;
}

export function readDrawing({ shapes }) {
  if (shapes.length === 0) {
    return null;
  }

  const boxed = shapes.filter(shape => STYLES[shape.kind]).map(shape => ({ ...shape, ...boxOf(shape.points) }));
  const whole = {
    left: Math.min(...boxed.map(shape => shape.left)),
    right: Math.max(...boxed.map(shape => shape.right)),
    top: Math.min(...boxed.map(shape => shape.top)),
    bottom: Math.max(...boxed.map(shape => shape.bottom)),
  };
  for (const shape of boxed) {
    shape.isLeft = shape.left + shape.right < whole.left + whole.right;
    shape.isTop = shape.top + shape.bottom < whole.top + whole.bottom;
  }

  return { shapes: boxed, ...whole };
}

/** @param overPicture whether areas let a picture under them through */
export function drawShape(context, place, shape, overPicture, ink) {
  const { left, right, top, bottom } = shape;
  const x = left * place.scale + place.x;
  const y = top * place.scale + place.y;
  const across = (right - left) * place.scale;
  const down = (bottom - top) * place.scale;
  if (x > place.width || y > place.height || x + across < 0 || y + down < 0 || Math.max(across, down) < SMALLEST_SHAPE) {
    return;
  }

  const style = STYLES[shape.kind];
  context.beginPath();
  shape.points.forEach(([px, py], n) =>
    context[n === 0 ? 'moveTo' : 'lineTo'](px * place.scale + place.x, py * place.scale + place.y));
  if (shape.closed) {
    context.closePath();
  }

  if (style.fill && shape.closed) {
    context.globalAlpha = overPicture ? THROUGH : 1;
    context.fillStyle = ink[style.fill];
    context.fill();
    context.globalAlpha = 1;
  }

  const line = style.line || style.fill;
  if (style.line || !shape.closed) {
    context.strokeStyle = ink[line];
    context.lineWidth = Math.max(1, Math.min(style.width, place.scale * style.width * 0.15));
    context.lineJoin = context.lineCap = 'round';
    context.stroke();
  }
}

/**
 * A shape's name: in the middle of an area, at the head of a pit, beside a line; left out where it has no room. The map names sections itself.
 * @param shapes all of the drawing
 */
export function drawLabel(context, place, shape, shapes, ink) {
  const across = (shape.right - shape.left) * place.scale;
  const down = (shape.bottom - shape.top) * place.scale;
  // An upright line is as long as the aisle is wide that its name stands in.
  const room = shape.closed ? down * (shape.kind === 'pit' ? 0.14 : 0.5) : down > across ? down * 0.55 : LARGEST_TEXT;
  const size = Math.min(LARGEST_TEXT, room);
  if (!shape.label || shape.kind === 'section' || size < SMALLEST_TEXT) {
    return;
  }

  context.font = `500 ${size}px ${ink.font}`;
  context.fillStyle = ink.faint;
  context.textBaseline = 'middle';
  if (shape.closed) {
    areaLabel(context, place, shape, across, down, size, ink);
  } else {
    lineLabel(context, place, shape, shapes, down > across, size);
  }
}

// Inside, beside the line, in the free space there.
function lineLabel(context, place, shape, shapes, upright, size) {
  const middle = (shape.left + shape.right) / 2 * place.scale + place.x;
  const y = (shape.top + shape.bottom) / 2 * place.scale + place.y;
  const width = context.measureText(shape.label).width;
  const left = !upright ? middle - width / 2 : shape.isLeft ? middle + 8 : middle - 8 - width;
  // Above the middle of a side: below it the name of a section may begin.
  const top = upright ? y - size : y + (shape.isTop ? size : -size) - size / 2;
  const covers = ({ kind, closed, ...area }) => closed && kind !== 'aisle'
    && left < area.right * place.scale + place.x && left + width > area.left * place.scale + place.x
    && top < area.bottom * place.scale + place.y && top + size > area.top * place.scale + place.y - (kind === 'section' ? NAME : 0);
  if (!shapes.some(covers)) {
    context.textBaseline = 'top';
    context.textAlign = 'left';
    context.fillText(shape.label, left, top);
  }
}

function areaLabel(context, place, shape, across, down, size, ink) {
  const room = across - 6;
  const lines = context.measureText(shape.label).width <= room ? [shape.label] : shape.label.split(' ');
  const widest = Math.max(...lines.map(line => context.measureText(line).width));
  const height = lines.length * size * LINE;
  if (widest > room || height > down) {
    return;
  }

  const x = shape.left * place.scale + place.x + across / 2;
  let y = shape.top * place.scale + place.y + (down - height) / 2 + size * LINE / 2;
  if (shape.kind === 'pit') {
    // Over its tables, at its head.
    y = shape.top * place.scale + place.y + size * 0.8;
    context.fillStyle = ink.pit;
    context.fillRect(x - widest / 2 - 4, y - size * 0.7, widest + 8, height);
    context.fillStyle = ink.faint;
  }

  context.textAlign = 'center';
  lines.forEach((line, n) => context.fillText(line, x, y + n * size * LINE));
}

function boxOf(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
