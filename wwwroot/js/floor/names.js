// The sections' names, over the machines: a section that begins above the screen keeps its name at the edge.

const SMALLEST = 11; // CSS pixels
const LARGEST = 17;

export function drawNames(context, view, layout, ink) {
  for (const zone of layout.zones) {
    drawName(context, view, zone, ink);
  }
}

function drawName(context, view, zone, ink) {
  const [x, y] = view.toScreen(zone.left, zone.top);
  const width = (zone.right - zone.left) * view.scale;
  const height = (zone.bottom - zone.top) * view.scale;
  const head = zone.head * view.scale;
  const size = Math.min(LARGEST, Math.max(SMALLEST, head * 0.55));
  const room = Math.min(x + width, view.width) - Math.max(x, 0) - 14;
  if (room < size * 2 || y > view.height || y + height < size * 2) {
    return;
  }

  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.font = `600 ${size}px ${ink.font}`;
  // Where a section is smaller than its name's line, only a whole name is worth the machines it covers.
  const name = shorten(context, zone.name, room);
  if (!name || (head < size && name !== zone.name)) {
    return;
  }

  const nameWidth = context.measureText(name).width;
  const noteFont = `400 ${size * 0.82}px ${ink.font}`;
  const textX = Math.max(x, 0) + Math.min(12, width / 12);
  const textY = Math.max(y + Math.max(head * 0.5, size * 0.75), size * 1.2);
  context.font = noteFont;
  const note = zone.placed ? `${zone.machines}` : `${zone.machines} · auto-placed`;
  const after = nameWidth + size * 0.6;
  const noteWidth = context.measureText(note).width;
  const noted = after + noteWidth <= room;

  // Kept at the edge it lies over machines and needs a ground of its own.
  if (textY > y + head) {
    context.beginPath();
    context.roundRect(textX - 8, textY - size * 0.9, (noted ? after + noteWidth : nameWidth) + 16, size * 1.8, size * 0.5);
    context.fillStyle = ink.zone;
    context.fill();
    context.strokeStyle = ink.zoneLine;
    context.stroke();
  }

  context.font = `600 ${size}px ${ink.font}`;
  context.fillStyle = ink.label;
  context.fillText(name, textX, textY);
  if (noted) {
    context.font = noteFont;
    context.fillStyle = ink.faint;
    context.fillText(note, textX + after, textY);
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
