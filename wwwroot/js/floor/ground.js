// The floor itself: carpet, sections with their names, and the bases of the banks. Drawn anew only when the view, the
// layout or the theme changes.

const THREAD = 26; // CSS pixels between two threads of the carpet
const SMALLEST_NAME = 11;
const LARGEST_NAME = 17;

export function drawGround(surface, view, layout, ink) {
  const context = surface.begin();
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, view.width, view.height);
  carpet(context, view, ink);
  for (const zone of layout.zones) {
    drawZone(context, view, zone, ink);
  }

  const pixels = layout.size * view.scale;
  for (const plinth of layout.plinths) {
    drawPlinth(context, view, plinth, pixels, ink);
  }
}

// A lattice that moves with the plan but keeps its size on the screen.
function carpet(context, view, ink) {
  const left = ((view.x % THREAD) + THREAD) % THREAD - THREAD;
  const top = ((view.y % THREAD) + THREAD) % THREAD - THREAD;
  context.fillStyle = ink.thread;
  for (let row = 0, y = top; y < view.height + THREAD; y += THREAD / 2, row++) {
    for (let x = left + (row % 2) * THREAD / 2; x < view.width + THREAD; x += THREAD) {
      context.fillRect(x, y, 1.5, 1.5);
    }
  }
}

function drawZone(context, view, zone, ink) {
  const [x, y] = view.toScreen(zone.left, zone.top);
  const width = (zone.right - zone.left) * view.scale;
  const height = (zone.bottom - zone.top) * view.scale;
  if (x > view.width || y > view.height || x + width < 0 || y + height < 0) {
    return;
  }

  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(14, width / 8, height / 8));
  context.fillStyle = ink.zone;
  context.fill();
  context.strokeStyle = ink.zoneLine;
  context.lineWidth = 1;
  context.setLineDash(zone.placed ? [] : [5, 4]);
  context.stroke();
  context.setLineDash([]);

  // The name keeps to the visible part of a section that is larger than the screen.
  const size = Math.min(LARGEST_NAME, Math.max(SMALLEST_NAME, zone.head * view.scale * 0.55));
  const nameX = Math.max(x, 0) + Math.min(12, width / 12);
  const nameY = Math.max(y, 0) + Math.max(zone.head * view.scale * 0.5, size * 0.75);
  const room = Math.min(x + width, view.width) - nameX - 6;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.font = `600 ${size}px ${ink.font}`;
  const name = shorten(context, zone.name, room);
  context.fillStyle = ink.label;
  context.fillText(name, nameX, nameY);
  const after = context.measureText(name).width + size * 0.6;
  context.font = `400 ${size * 0.82}px ${ink.font}`;
  const note = zone.placed ? `${zone.machines}` : `${zone.machines} · arranged by section`;
  if (after + context.measureText(note).width <= room) {
    context.fillStyle = ink.faint;
    context.fillText(note, nameX + after, nameY);
  }
}

function drawPlinth(context, view, plinth, pixels, ink) {
  const [x, y] = view.toScreen(plinth.x, plinth.y);
  const reach = plinth.width * view.scale;
  if (x + reach < 0 || y + reach < 0 || x - reach > view.width || y - reach > view.height) {
    return;
  }

  context.save();
  context.translate(x, y);
  context.beginPath();
  if (plinth.round) {
    context.arc(0, 0, plinth.radius * view.scale, 0, 2 * Math.PI);
  } else {
    context.rotate(plinth.turn);
    context.roundRect(
      plinth.left * view.scale, plinth.topInside * view.scale, plinth.width * view.scale, plinth.height * view.scale, Math.min(8, pixels * 0.3));
  }

  context.fillStyle = ink.bank;
  context.fill();
  context.strokeStyle = ink.bankLine;
  context.lineWidth = 1;
  context.stroke();
  context.restore();

  if (pixels > 20 && plinth.name) {
    context.font = `500 ${Math.min(13, pixels * 0.4)}px ${ink.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'bottom';
    context.fillStyle = ink.faint;
    context.fillText(plinth.name, x, view.toScreen(0, plinth.top)[1] - 3);
  }
}

function shorten(context, text, room) {
  if (context.measureText(text).width <= room) {
    return text;
  }

  let end = text.length;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > room) {
    end--;
  }

  return end > 1 ? `${text.slice(0, end)}…` : '';
}
