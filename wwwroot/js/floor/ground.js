// The floor itself: carpet, sections, and the bases of the banks with their names. Drawn anew only when the view, the
// layout or the theme changes.

const THREAD = 26; // CSS pixels between two threads of the carpet

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
  const tile = new OffscreenCanvas(THREAD, THREAD);
  const weave = tile.getContext('2d');
  weave.fillStyle = ink.thread;
  weave.fillRect(0, 0, 1.5, 1.5);
  weave.fillRect(THREAD / 2, THREAD / 2, 1.5, 1.5);
  const pattern = context.createPattern(tile, 'repeat');
  pattern.setTransform(new DOMMatrix().translate(view.x % THREAD, view.y % THREAD));
  context.fillStyle = pattern;
  context.fillRect(0, 0, view.width, view.height);
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
