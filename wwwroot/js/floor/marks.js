// Marks over the machines: a letter in a shape in a colour, so that no state is told by its colour alone. They keep a
// readable size however far the map is zoomed out.

import { marksOf } from './machines.js';
import { inkOn } from './scales.js';

const SMALLEST = 15; // CSS pixels
const LARGEST = 24;

export function drawMarks(context, view, layout, state, ink, metric) {
  const size = layout.size * view.scale;
  const badge = Math.min(LARGEST, Math.max(SMALLEST, size * 0.55));
  const inside = view.visible(badge);
  for (let i = 0; i < state.count; i++) {
    if (state.flags[i] === 0 && state.status[i] < 4) {
      continue;
    }

    if (layout.x[i] < inside.left || layout.x[i] > inside.right || layout.y[i] < inside.top || layout.y[i] > inside.bottom) {
      continue;
    }

    const mark = marksOf(state.status[i], state.flags[i]).find(candidate => metric === 'health' || !candidate.healthOnly);
    if (mark) {
      const [x, y] = view.toScreen(layout.x[i], layout.y[i]);
      drawMark(context, mark, x, y, size, badge, ink);
    }
  }
}

function drawMark(context, mark, x, y, size, badge, ink) {
  const colour = ink[mark.ink];
  if (mark.letter === 'J') {
    context.beginPath();
    context.arc(x, y, Math.max(size * 0.78, badge * 0.72), 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = Math.max(2, size * 0.09);
    context.stroke();
  }

  // Close up the mark moves to the corner, so that the machine's own text stays readable.
  const corner = size > badge * 1.6 ? size * 0.42 : 0;
  drawBadge(context, mark.shape, mark.letter, x + corner, y - corner, badge, colour, ink);
}

/** A letter in a shape; the legend draws the same. */
export function drawBadge(context, shape, letter, x, y, badge, colour, ink) {
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

function outline(context, shape, x, y, half) {
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

function polygon(context, x, y, radius, corners, turn) {
  for (let i = 0; i < corners; i++) {
    const angle = turn + i * 2 * Math.PI / corners;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }

  context.closePath();
}
