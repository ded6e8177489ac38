// The machines and where they stand: reads the layout message of src/CasinoFloor.Web/Live/LayoutMessage.cs and works out what
// the ground needs: the outlines of sections and banks. Coordinates stay in the plan's unit.

const ZONE_MARGIN = 1.5; // in machine sizes
const ZONE_HEAD = 2.6;
const BANK_MARGIN = 0.22;
const ANNEX = 4;

/** @param drawing what stands under the machines; null for none: what is set up beside the plan keeps clear of it */
export function readLayout(bytes, drawing) {
  const message = JSON.parse(new TextDecoder().decode(bytes));
  const { id, section, bank, x, y, angle, placed } = message.machines;
  const layout = {
    version: message.version,
    scale: message.scale,
    size: message.size,
    count: id.length,
    background: message.background ?? null,
    sectionNames: message.sections,
    bankNames: message.banks,
    id,
    shortId: id.map(text => text.slice(-5)),
    section,
    bank,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    angle: Float64Array.from(angle, degrees => degrees * Math.PI / 180),
    placed,
  };
  layout.sectionMachines = message.sections.map((_, number) => section.filter(other => other === number).length);
  layout.unplaced = placed.reduce((count, known) => count + (known ? 0 : 1), 0);
  keepClear(layout, drawing);
  layout.zones = zonesOf(layout);
  outline(layout.zones, drawing);
  layout.zoneOf = new Int32Array(layout.count);
  layout.zones.forEach((zone, number) => zone.members.forEach(i => { layout.zoneOf[i] = number; }));
  layout.plinths = plinthsOf(layout);
  layout.plinthOf = new Int32Array(layout.count).fill(-1);
  layout.plinths.forEach((plinth, number) => plinth.members.forEach(i => { layout.plinthOf[i] = number; }));
  layout.bounds = boundsOf(layout, drawing);
  return layout;
}

function keepClear({ count, placed, x, size, unplaced }, drawing) {
  if (!drawing || unplaced === 0 || unplaced === count) {
    return;
  }

  const left = x.reduce((least, at, i) => placed[i] ? least : Math.min(least, at), Infinity);
  const shift = Math.max(0, drawing.right + ANNEX * size - left);
  for (let i = 0; i < count; i++) {
    x[i] += placed[i] ? 0 : shift;
  }
}

// One zone per section, and a second one where some of its machines stand beside the plan.
function zonesOf({ count, section, placed, x, y, size, sectionNames }) {
  const found = new Map();
  for (let i = 0; i < count; i++) {
    const key = section[i] * 2 + placed[i];
    const zone = found.get(key);
    if (zone) {
      zone.left = Math.min(zone.left, x[i]);
      zone.right = Math.max(zone.right, x[i]);
      zone.top = Math.min(zone.top, y[i]);
      zone.bottom = Math.max(zone.bottom, y[i]);
      zone.members.push(i);
    } else {
      found.set(key, { name: sectionNames[section[i]], section: section[i], placed: placed[i], left: x[i], right: x[i], top: y[i], bottom: y[i], members: [i] });
    }
  }

  const margin = ZONE_MARGIN * size;
  return [...found.values()].map(zone => ({
    ...zone,
    machines: zone.members.length,
    left: zone.left - margin,
    right: zone.right + margin,
    top: zone.top - margin - ZONE_HEAD * size,
    bottom: zone.bottom + margin,
    head: ZONE_HEAD * size,
  }));
}

// Where the drawing knows a section's area, that is its zone.
function outline(zones, drawing) {
  for (const zone of zones) {
    const shape = zone.placed && drawing?.shapes.find(candidate => candidate.kind === 'section' && candidate.label === zone.name);
    if (shape) {
      const first = zone.top + zone.head + ZONE_MARGIN / 2;
      Object.assign(zone, { left: shape.left, right: shape.right, top: shape.top, bottom: shape.bottom, head: Math.max(0, first - shape.top), drawn: true });
    }
  }
}

// The base under the machines of a bank: a disc under a carousel, else a turned rectangle.
function plinthsOf({ count, bank, angle, x, y, size, bankNames }) {
  const members = new Map();
  for (let i = 0; i < count; i++) {
    if (bank[i] >= 0) {
      (members.get(bank[i]) ?? members.set(bank[i], []).get(bank[i])).push(i);
    }
  }

  return [...members].map(([number, machines]) => {
    const cx = machines.reduce((sum, i) => sum + x[i], 0) / machines.length;
    const cy = machines.reduce((sum, i) => sum + y[i], 0) / machines.length;
    const turn = angle[machines[0]];
    const pad = size * (0.5 + BANK_MARGIN);
    const name = bankNames[number];
    if (machines.some(i => Math.abs(angle[i] - turn) > 0.01)) {
      const radius = Math.max(...machines.map(i => Math.hypot(x[i] - cx, y[i] - cy))) + pad;
      return { name, members: machines, round: true, x: cx, y: cy, radius, width: radius * 2, top: cy - radius };
    }

    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const along = machines.map(i => (x[i] - cx) * cos + (y[i] - cy) * sin);
    const across = machines.map(i => (y[i] - cy) * cos - (x[i] - cx) * sin);
    const left = Math.min(...along) - pad;
    const top = Math.min(...across) - pad;
    const width = Math.max(...along) + pad - left;
    const height = Math.max(...across) + pad - top;
    return { name, members: machines, round: false, x: cx, y: cy, turn, left, topInside: top, width, height, top: Math.min(...machines.map(i => y[i])) - pad };
  });
}

function boundsOf({ zones }, drawing) {
  const boxes = drawing ? [...zones, drawing] : zones;
  return boxes.length === 0
    ? { left: 0, top: 0, right: 1, bottom: 1 }
    : {
      left: Math.min(...boxes.map(box => box.left)),
      top: Math.min(...boxes.map(box => box.top)),
      right: Math.max(...boxes.map(box => box.right)),
      bottom: Math.max(...boxes.map(box => box.bottom)),
    };
}
