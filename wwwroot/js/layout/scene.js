// The draft as the browser has it: machines in columns, as src/CasinoFloor.Web/Components/Layouts/LayoutPatch.cs sends them. What is true is on
// the server; this is what is drawn.

import { strays } from './strays.js';

const MARGIN = 3; // machine sizes around everything

export class Scene {
  size = 1;
  width = 0;
  height = 0;
  count = 0;
  id = [];
  section = [];
  bank = [];
  x = [];
  y = [];
  angle = [];
  selected = new Set();
  overlapping = new Set();
  outside = new Set();
  background = null;
  grid = 0;
  changed = false;

  constructor(message) {
    this.size = message.size;
    this.width = message.width;
    this.height = message.height;
    this.id = message.id;
    this.section = message.section;
    this.bank = message.bank;
    this.x = message.x;
    this.y = message.y;
    this.angle = message.angle.map(degrees => degrees * Math.PI / 180);
    this.count = this.id.length;
    this.apply(message.patch);
  }

  apply(patch) {
    patch.index.forEach((machine, i) => {
      if (machine >= this.count) {
        this.id[machine] = patch.id[machine - this.count];
        this.angle[machine] = 0;
      }

      this.section[machine] = patch.section[i];
      this.bank[machine] = patch.bank[i];
      this.x[machine] = patch.x[i];
      this.y[machine] = patch.y[i];
    });
    this.count = this.id.length;
    this.selected = new Set(patch.selected);
    this.overlapping = new Set(patch.overlapping);
    this.outside = new Set(patch.outside);
    this.background = patch.background;
    this.grid = patch.grid;
    this.changed = patch.isChanged;
  }

  placed(machine) {
    return this.x[machine] !== null;
  }

  /** How many machines stand far from all others, off the floor. */
  get far() {
    return this.#far().size;
  }

  #far() {
    const placed = this.x.map((_, i) => i).filter(i => this.placed(i));
    const isFar = strays(placed.map(i => [this.x[i], this.y[i]]));
    const isOnFloor = i => this.x[i] >= 0 && this.x[i] <= this.width && this.y[i] >= 0 && this.y[i] <= this.height;
    return new Set(placed.filter((i, at) => isFar[at] && !isOnFloor(i)));
  }

  /**
   * What the view can show: the floor, or where there is none the machines.
   * @param all whether with those that stand far from all others
   */
  bounds(all) {
    const far = all ? new Set() : this.#far();
    const isShown = (value, i) => value !== null && !far.has(i);
    const xs = this.x.filter(isShown);
    const ys = this.y.filter(isShown);
    const edge = this.size * MARGIN;
    const least = (values, other) => values.reduce((a, b) => Math.min(a, b), other);
    const most = (values, other) => values.reduce((a, b) => Math.max(a, b), other);
    const hasFloor = this.width > 0;
    return {
      left: least(xs, hasFloor ? 0 : Infinity) - edge,
      top: least(ys, hasFloor ? 0 : Infinity) - edge,
      right: most(xs, hasFloor ? this.width : -Infinity) + edge,
      bottom: most(ys, hasFloor ? this.height : -Infinity) + edge,
    };
  }

  /** Index of the machine under a point, -1 for none; all in the plan's unit. */
  find(x, y, reach) {
    let nearest = -1;
    let least = Math.max(this.size * 0.6, this.size / 2 + reach);
    for (let i = 0; i < this.count; i++) {
      if (this.placed(i)) {
        const distance = Math.hypot(this.x[i] - x, this.y[i] - y);
        if (distance < least) {
          least = distance;
          nearest = i;
        }
      }
    }

    return nearest;
  }
}

/** Bounds that a view can fit, whatever the scene; with machines that stand far from all others, or without. */
export function viewBounds(scene, all) {
  const bounds = scene.bounds(all);
  return Number.isFinite(bounds.left) && bounds.right > bounds.left ? bounds : { left: 0, top: 0, right: 20, bottom: 12 };
}
