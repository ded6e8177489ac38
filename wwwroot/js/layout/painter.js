// Draws a draft: floor and picture, grid, machines, what is chosen or wrong, and what is being dragged.

const LEAST_GRID = 14; // CSS pixels between two lines
const LEAST_LABEL = 30; // CSS pixels of a machine that has room for its name

export function readColours(element) {
  const style = getComputedStyle(element);
  const colour = name => style.getPropertyValue(name).trim();
  return {
    font: style.fontFamily,
    ground: colour('--map-ground'),
    zone: colour('--map-zone'),
    line: colour('--map-zone-line'),
    label: colour('--map-label'),
    faint: colour('--map-faint'),
    bank: colour('--map-bank'),
    machine: colour('--plan-machine'),
    edge: colour('--plan-edge'),
    ink: colour('--plan-ink'),
    grid: colour('--plan-grid'),
    chosen: colour('--plan-chosen'),
    chosenInk: colour('--plan-chosen-ink'),
    wrong: colour('--map-critical'),
    guide: colour('--plan-guide'),
  };
}

export function drawFloor(surface, view, scene, shapes, picture, colours) {
  const context = surface.begin();
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, view.width, view.height);
  if (scene.width > 0) {
    const [x, y] = view.toScreen(0, 0);
    context.fillStyle = colours.zone;
    context.fillRect(x, y, scene.width * view.scale, scene.height * view.scale);
  }

  if (picture && scene.background) {
    const { x, y, width } = scene.background;
    const [left, top] = view.toScreen(x, y);
    context.globalAlpha = 0.7;
    context.drawImage(picture, left, top, width * view.scale, width * picture.naturalHeight / picture.naturalWidth * view.scale);
    context.globalAlpha = 1;
  }

  for (const shape of shapes) {
    drawShape(context, view, shape, colours);
  }

  // Over all shapes: a wall or a table would cross them out.
  for (const shape of shapes) {
    drawLabel(context, view, shape, colours);
  }

  drawGrid(context, view, scene, colours);
}

function drawShape(context, view, { kind, closed, points }, colours) {
  context.beginPath();
  points.forEach(([x, y], i) => {
    const at = view.toScreen(x, y);
    i === 0 ? context.moveTo(...at) : context.lineTo(...at);
  });
  if (closed) {
    context.closePath();
  }

  if (closed && kind !== 'wall') {
    context.globalAlpha = kind === 'section' ? 0.25 : 0.6;
    context.fillStyle = colours.bank;
    context.fill();
    context.globalAlpha = 1;
  }

  context.strokeStyle = kind === 'wall' ? colours.faint : colours.line;
  context.lineWidth = kind === 'wall' ? 3 : 1;
  context.stroke();
}

function drawLabel(context, view, { kind, label, closed, points }, colours) {
  if (label && closed) {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const section = kind === 'section';
    const [x, y] = section
      ? view.toScreen(Math.min(...xs), Math.min(...ys))
      : view.toScreen((Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2);
    const width = (Math.max(...xs) - Math.min(...xs)) * view.scale;
    context.font = `${section ? 600 : 500} 12px ${colours.font}`;
    const wide = context.measureText(label).width;
    if (wide < width - 8) {
      context.fillStyle = section ? colours.zone : colours.bank;
      context.fillRect(section ? x - 1 : x - wide / 2 - 3, section ? y - 18 : y - 8, wide + 6, 16);
      context.textAlign = section ? 'left' : 'center';
      context.textBaseline = section ? 'bottom' : 'middle';
      context.fillStyle = section ? colours.label : colours.faint;
      context.fillText(label, section ? x + 2 : x, section ? y - 3 : y);
    }
  }
}

function drawGrid(context, view, scene, colours) {
  if (scene.grid <= 0) {
    return;
  }

  let step = scene.grid;
  while (step * view.scale < LEAST_GRID) {
    step *= 2;
  }

  const { left, top, right, bottom } = view.visible();
  context.beginPath();
  for (let x = Math.ceil(left / step) * step; x <= right; x += step) {
    const at = Math.round(view.toScreen(x, 0)[0]) + 0.5;
    context.moveTo(at, 0);
    context.lineTo(at, view.height);
  }

  for (let y = Math.ceil(top / step) * step; y <= bottom; y += step) {
    const at = Math.round(view.toScreen(0, y)[1]) + 0.5;
    context.moveTo(0, at);
    context.lineTo(view.width, at);
  }

  context.strokeStyle = colours.grid;
  context.lineWidth = 1;
  context.stroke();
}

export function drawMachines(surface, view, scene, drag, colours) {
  const context = surface.begin();
  const pixels = scene.size * view.scale;
  const reach = scene.size * 2;
  const { left, top, right, bottom } = view.visible();
  for (let i = 0; i < scene.count; i++) {
    if (!scene.placed(i)) {
      continue;
    }

    const moved = drag && scene.selected.has(i);
    const x = scene.x[i] + (moved ? drag.x : 0);
    const y = scene.y[i] + (moved ? drag.y : 0);
    if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) {
      continue;
    }

    if (moved) {
      square(context, view, scene.x[i], scene.y[i], pixels, scene.angle[i], { stroke: colours.faint, dash: [3, 3] });
    }

    const chosen = scene.selected.has(i);
    const wrong = !moved && (scene.overlapping.has(i) || scene.outside.has(i));
    square(context, view, x, y, pixels, scene.angle[i], {
      fill: chosen ? colours.chosen : colours.machine,
      stroke: wrong ? colours.wrong : chosen ? colours.chosen : colours.edge,
      width: wrong ? 2.5 : 1,
    });
    const ink = chosen ? colours.chosenInk : colours.ink;
    if (wrong && pixels > 8) {
      write(context, view, x, y, '!', `700 ${Math.min(18, pixels * 0.6)}px ${colours.font}`, ink);
    } else if (pixels > LEAST_LABEL) {
      write(context, view, x, y, scene.id[i], `500 ${Math.min(13, pixels * 0.2)}px ${colours.font}`, ink, pixels - 4);
    }
  }
}

export function drawOverlay(surface, view, scene, { guides, band, hovered, ghost }, colours) {
  const context = surface.begin();
  for (const { isVertical, at, from, to } of guides) {
    const start = isVertical ? view.toScreen(at, from) : view.toScreen(from, at);
    const end = isVertical ? view.toScreen(at, to) : view.toScreen(to, at);
    context.beginPath();
    context.moveTo(...start);
    context.lineTo(...end);
    context.strokeStyle = colours.guide;
    context.lineWidth = 1.5;
    context.stroke();
  }

  if (hovered >= 0 && hovered < scene.count && scene.placed(hovered)) {
    const pixels = scene.size * view.scale;
    square(context, view, scene.x[hovered], scene.y[hovered], pixels + 6, scene.angle[hovered], { stroke: colours.guide, width: 2 });
    const bank = scene.bank[hovered];
    tip(context, view, scene, hovered, bank ? `${scene.id[hovered]} · bank ${bank}` : scene.id[hovered], colours);
  }

  if (ghost) {
    square(context, view, ...ghost, scene.size * view.scale, 0, { fill: colours.chosen, stroke: colours.chosen });
  }

  if (band) {
    const { left, top, right, bottom } = band;
    context.fillStyle = colours.chosen;
    context.globalAlpha = 0.15;
    context.fillRect(left, top, right - left, bottom - top);
    context.globalAlpha = 1;
    context.strokeStyle = colours.chosen;
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, top + 0.5, right - left, bottom - top);
  }
}

function tip(context, view, scene, machine, words, colours) {
  const [x, y] = view.toScreen(scene.x[machine], scene.y[machine]);
  context.font = `600 12px ${colours.font}`;
  const width = context.measureText(words).width + 14;
  const left = Math.min(Math.max(4, x - width / 2), view.width - width - 4);
  const below = y - scene.size * view.scale / 2 - 32 < 0;
  const top = below ? y + scene.size * view.scale / 2 + 8 : y - scene.size * view.scale / 2 - 32;
  context.beginPath();
  context.roundRect(left, top, width, 24, 6);
  context.fillStyle = colours.ground;
  context.fill();
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.stroke();
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = colours.label;
  context.fillText(words, left + 7, top + 12.5);
}

function square(context, view, x, y, pixels, angle, { fill, stroke, width = 1, dash = [] }) {
  const [sx, sy] = view.toScreen(x, y);
  const half = Math.max(1.5, pixels / 2);
  context.save();
  context.translate(sx, sy);
  context.rotate(angle ?? 0);
  context.beginPath();
  context.roundRect(-half, -half, half * 2, half * 2, Math.min(4, half * 0.35));
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }

  if (stroke && pixels > 4) {
    context.setLineDash(dash);
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  }

  context.restore();
}

function write(context, view, x, y, words, font, ink, room = Infinity) {
  context.font = font;
  if (context.measureText(words).width > room) {
    return;
  }

  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink;
  context.fillText(words, ...view.toScreen(x, y));
}
