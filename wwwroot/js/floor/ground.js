// The floor itself: carpet, what the drawing has (walls, pits, cage), sections, and the bases of the banks with their names.

const THREAD = 26; // CSS pixels between two threads of the carpet
const NAMED = 20; // CSS pixels of a machine from which a bank says its name

/** A lattice that moves with the plan but keeps its size on the screen. */
export function drawCarpet(context, place, width, height, ink) {
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, width, height);
  const tile = new OffscreenCanvas(THREAD, THREAD);
  const weave = tile.getContext('2d');
  weave.fillStyle = ink.thread;
  weave.fillRect(0, 0, 1.5, 1.5);
  weave.fillRect(THREAD / 2, THREAD / 2, 1.5, 1.5);
  const pattern = context.createPattern(tile, 'repeat');
  // On whole pixels it wants no smoothing, which takes longer than all the rest of the ground.
  const whole = value => Math.round(value % THREAD * place.ratio) / place.ratio;
  pattern.setTransform(new DOMMatrix().translate(whole(place.x), whole(place.y)));
  context.imageSmoothingEnabled = false;
  context.fillStyle = pattern;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = true;
}

/**
 * A section's area, where the drawing does not show it already.
 * @param overPicture whether only its edge is drawn, since a picture lies there
 */
export function drawZone(context, place, zone, overPicture, ink) {
  if (zone.drawn) {
    return;
  }

  const width = (zone.right - zone.left) * place.scale;
  const height = (zone.bottom - zone.top) * place.scale;
  context.beginPath();
  context.roundRect(zone.left * place.scale + place.x, zone.top * place.scale + place.y, width, height, Math.min(14, width / 8, height / 8));
  if (!overPicture) {
    context.fillStyle = ink.zone;
    context.fill();
  }

  context.strokeStyle = ink.zoneLine;
  context.lineWidth = 1;
  context.setLineDash(zone.placed ? [] : [5, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** @param fill the base's own colour, or that of its machines' figure */
export function drawPlinth(context, place, plinth, pixels, fill, ink) {
  const x = plinth.x * place.scale + place.x;
  const y = plinth.y * place.scale + place.y;
  context.save();
  context.translate(x, y);
  context.beginPath();
  if (plinth.round) {
    context.arc(0, 0, plinth.radius * place.scale, 0, 2 * Math.PI);
  } else {
    context.rotate(plinth.turn);
    context.roundRect(
      plinth.left * place.scale, plinth.topInside * place.scale, plinth.width * place.scale, plinth.height * place.scale, Math.min(8, pixels * 0.3));
  }

  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = ink.bankLine;
  context.lineWidth = 1;
  context.stroke();
  context.restore();

  if (pixels > NAMED && plinth.name) {
    context.font = `500 ${Math.min(13, pixels * 0.4)}px ${ink.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'bottom';
    context.fillStyle = ink.faint;
    context.fillText(plinth.name, x, plinth.top * place.scale + place.y - 3);
  }
}
