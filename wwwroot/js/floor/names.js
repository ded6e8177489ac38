// The sections' names, over the machines: a section that begins above the screen keeps its name at the edge.

const SMALLEST = 11; // CSS pixels
const LARGEST = 17;
const MEASURED = 100; // CSS pixels of the text that widths are taken from: they grow with the size

/** @param margin CSS pixels beyond the screen's lower edge that are drawn too */
export function drawNames(context, view, layout, ink, margin) {
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const zone of layout.zones) {
    drawName(context, view, zone, ink, margin);
  }
}

function drawName(context, view, zone, ink, margin) {
  const x = zone.left * view.scale + view.x;
  const y = zone.top * view.scale + view.y;
  const width = (zone.right - zone.left) * view.scale;
  const height = (zone.bottom - zone.top) * view.scale;
  const head = zone.head * view.scale;
  const size = Math.min(LARGEST, Math.max(SMALLEST, head * 0.55));
  const room = Math.min(x + width, view.width) - Math.max(x, 0) - 14;
  if (room < size * 2 || y > view.height + margin || y + height < size * 2) {
    return;
  }

  zone.widths ??= measure(context, zone, ink);
  // Where a section is smaller than its name's line, only a whole name is worth the machines it covers.
  const whole = zone.widths.name * size <= room;
  const name = whole ? zone.name : shorten(zone, size, room);
  if (!name || (head < size && !whole && !zone.drawn)) {
    return;
  }

  const nameWidth = whole ? zone.widths.name * size : room;
  const textX = Math.max(x, 0) + Math.min(12, width / 12);
  // A section of the drawing has no line for its name: it stands above, as long as that is on the screen.
  const above = zone.drawn && head < size * 1.2 && y > size * 1.6;
  const textY = above ? y - size * 0.75 : Math.max(y + Math.max(head * 0.5, size * 0.75), size * 1.2);
  const after = nameWidth + size * 0.6;
  const noteWidth = zone.widths.note * size * 0.82;
  const noted = after + noteWidth <= room;

  // Kept at the edge it lies over machines and needs a ground of its own.
  const plate = (noted ? after + noteWidth : nameWidth) + (above ? 6 : 16);
  if (above) {
    context.fillStyle = ink.ground;
    context.fillRect(textX - 3, textY - size * 0.6, plate, size * 1.2);
  } else if (textY > y + head) {
    context.beginPath();
    context.roundRect(textX - 8, textY - size * 0.9, plate, size * 1.8, size * 0.5);
    context.fillStyle = ink.zone;
    context.fill();
    context.strokeStyle = ink.zoneLine;
    context.lineWidth = 1;
    context.stroke();
  }

  context.font = `600 ${size}px ${ink.font}`;
  context.fillStyle = ink.label;
  context.fillText(name, textX, textY);
  if (noted) {
    context.font = `400 ${size * 0.82}px ${ink.font}`;
    context.fillStyle = ink.faint;
    context.fillText(noteOf(zone), textX + after, textY);
  }
}

function noteOf(zone) {
  return zone.placed ? `${zone.machines}` : `${zone.machines} · without a place`;
}

function measure(context, zone, ink) {
  context.font = `600 ${MEASURED}px ${ink.font}`;
  const name = context.measureText(zone.name).width / MEASURED;
  context.font = `400 ${MEASURED}px ${ink.font}`;
  return { name, note: context.measureText(noteOf(zone)).width / MEASURED };
}

function shorten(zone, size, room) {
  const letters = Math.floor(zone.name.length * room / (zone.widths.name * size)) - 2;
  return letters > 1 ? `${zone.name.slice(0, letters)}…` : '';
}
