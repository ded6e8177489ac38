// The machines and where they stand: reads the layout message of src/CasinoFloor.Web/Live/LayoutMessage.cs and works out what
// the ground needs: the outlines of sections and banks. Coordinates stay in the plan's unit.

const ZONE_MARGIN = 1.5; // in machine sizes
const ZONE_HEAD = 2.6;
const BANK_MARGIN = 0.22;

export function readLayout(bytes) {
  const message = JSON.parse(new TextDecoder().decode(bytes));
  const { id, section, bank, x, y, angle, placed } = message.machines;
  const layout = {
    version: message.version,
    scale: message.scale,
    size: message.size,
    count: id.length,
    sectionNames: message.sections,
    bankNames: message.banks,
    id,
    section,
    bank,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    angle: Float64Array.from(angle, degrees => degrees * Math.PI / 180),
    placed,
  };
  layout.zones = zonesOf(layout);
  layout.plinths = plinthsOf(layout);
  layout.bounds = boundsOf(layout);
  return layout;
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
      zone.machines++;
    } else {
      found.set(key, { name: sectionNames[section[i]], placed: placed[i], left: x[i], right: x[i], top: y[i], bottom: y[i], machines: 1 });
    }
  }

  const margin = ZONE_MARGIN * size;
  return [...found.values()].map(zone => ({
    ...zone,
    left: zone.left - margin,
    right: zone.right + margin,
    top: zone.top - margin - ZONE_HEAD * size,
    bottom: zone.bottom + margin,
    head: ZONE_HEAD * size,
  }));
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
      return { name, round: true, x: cx, y: cy, radius, width: radius * 2, top: cy - radius };
    }

    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const along = machines.map(i => (x[i] - cx) * cos + (y[i] - cy) * sin);
    const across = machines.map(i => (y[i] - cy) * cos - (x[i] - cx) * sin);
    const left = Math.min(...along) - pad;
    const top = Math.min(...across) - pad;
    const width = Math.max(...along) + pad - left;
    const height = Math.max(...across) + pad - top;
    return { name, round: false, x: cx, y: cy, turn, left, topInside: top, width, height, top: Math.min(...machines.map(i => y[i])) - pad };
  });
}

function boundsOf({ zones }) {
  return zones.length === 0
    ? { left: 0, top: 0, right: 1, bottom: 1 }
    : {
      left: Math.min(...zones.map(zone => zone.left)),
      top: Math.min(...zones.map(zone => zone.top)),
      right: Math.max(...zones.map(zone => zone.right)),
      bottom: Math.max(...zones.map(zone => zone.bottom)),
    };
}
