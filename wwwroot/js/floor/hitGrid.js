// Finds the machine under a point: a grid of buckets over the plan.

export class HitGrid {
  #buckets = new Map();
  #layout;
  #cell;

  constructor(layout) {
    this.#layout = layout;
    this.#cell = layout.size * 4;
    for (let i = 0; i < layout.count; i++) {
      const key = this.#key(Math.floor(layout.x[i] / this.#cell), Math.floor(layout.y[i] / this.#cell));
      (this.#buckets.get(key) ?? this.#buckets.set(key, []).get(key)).push(i);
    }
  }

  /** Index of the nearest machine within a radius, -1 for none; all in the plan's unit. */
  find(x, y, radius) {
    const reach = Math.max(radius, this.#layout.size * 0.6);
    const [column, row] = [Math.floor(x / this.#cell), Math.floor(y / this.#cell)];
    const span = Math.ceil(reach / this.#cell);
    let nearest = -1;
    let least = reach;
    for (let c = column - span; c <= column + span; c++) {
      for (let r = row - span; r <= row + span; r++) {
        for (const i of this.#buckets.get(this.#key(c, r)) ?? []) {
          const distance = Math.hypot(this.#layout.x[i] - x, this.#layout.y[i] - y);
          if (distance < least) {
            least = distance;
            nearest = i;
          }
        }
      }
    }

    return nearest;
  }

  #key(column, row) {
    return `${column}:${row}`;
  }
}
