// Which part of the plan is on the screen: screen = world * scale + offset, in CSS pixels.

const FIT_MARGIN = 14;
const FLIGHT = 420; // milliseconds
const LARGEST_MACHINE = 96; // CSS pixels

export class View {
  scale = 1;
  x = 0;
  y = 0;
  width = 1;
  height = 1;
  bounds = { left: 0, top: 0, right: 1, bottom: 1 };
  /** All that can be moved to; more than the bounds where something stands far off. */
  reach = this.bounds;
  machine = 1;
  fitted = true;
  /** CSS pixels at the left that something lies over: what is flown to comes into the middle of the rest. */
  covered = 0;
  #flight = null;

  resize(width, height) {
    // What was in the middle stays there.
    this.x += (width - this.width) / 2;
    this.y += (height - this.height) / 2;
    this.width = width;
    this.height = height;
    this.fitted ? this.fit() : this.#keepInside();
  }

  setPlan(bounds, machineSize, reach = bounds) {
    this.bounds = bounds;
    this.reach = reach;
    this.machine = machineSize;
    if (this.fitted) {
      this.fit();
    }
  }

  get flying() {
    return this.#flight !== null;
  }

  get fitScale() {
    return this.#scaleOf(this.bounds);
  }

  #scaleOf({ left, top, right, bottom }) {
    return Math.max(1e-6, Math.min((this.width - 2 * FIT_MARGIN) / (right - left), (this.height - 2 * FIT_MARGIN) / (bottom - top)));
  }

  fit() {
    const { left, top, right, bottom } = this.bounds;
    this.#flight = null;
    this.scale = this.fitScale;
    this.x = this.width / 2 - (left + right) / 2 * this.scale;
    this.y = this.height / 2 - (top + bottom) / 2 * this.scale;
    this.fitted = true;
  }

  pan(dx, dy) {
    this.#flight = null;
    this.x += dx;
    this.y += dy;
    this.fitted = false;
    this.#keepInside();
  }

  zoom(factor, sx = this.width / 2, sy = this.height / 2) {
    this.#flight = null;
    const scale = this.#limit(this.scale * factor);
    this.x = sx - (sx - this.x) * scale / this.scale;
    this.y = sy - (sy - this.y) * scale / this.scale;
    this.scale = scale;
    this.fitted = false;
    this.#keepInside();
  }

  /**
   * Goes to a machine, near enough to read it.
   * @param below CSS pixels at the lower edge that its card will lie over
   */
  flyTo(wx, wy, machinePixels, now, below) {
    this.#fly(wx, wy, this.#limit(Math.max(this.scale, machinePixels / this.machine)), now, below);
  }

  /** Shows a part of the plan as large as it fits. */
  flyToBox({ left, top, right, bottom }, now) {
    const scale = this.#limit(Math.min((this.width - this.covered - 2 * FIT_MARGIN) / (right - left), (this.height - 2 * FIT_MARGIN) / (bottom - top)));
    this.#fly((left + right) / 2, (top + bottom) / 2, scale, now);
  }

  /** Brings a place onto the screen, moving no more than it must. */
  reveal(wx, wy, margin, below) {
    const [x, y] = this.toScreen(wx, wy);
    const dx = Math.max(0, this.covered + margin - x) - Math.max(0, x - (this.width - margin));
    const dy = Math.max(0, margin - y) - Math.max(0, y - (this.height - below - margin));
    if (dx !== 0 || dy !== 0) {
      this.pan(dx, dy);
    }
  }

  /** The middle of the screen on the plan, and the scale against that which shows all of it. */
  get centre() {
    const [x, y] = this.toWorld(this.width / 2, this.height / 2);
    return { x, y, zoom: this.scale / this.fitScale };
  }

  set centre({ x, y, zoom }) {
    this.#flight = null;
    this.scale = this.#limit(this.fitScale * zoom);
    this.x = this.width / 2 - x * this.scale;
    this.y = this.height / 2 - y * this.scale;
    this.fitted = false;
    this.#keepInside();
  }

  #fly(wx, wy, scale, now, below = 0) {
    const target = { scale, x: (this.covered + this.width) / 2 - wx * scale, y: (this.height - below) / 2 - wy * scale };
    this.fitted = false;
    // Who wants no motion is there with the next frame.
    const start = matchMedia('(prefers-reduced-motion: reduce)').matches ? -Infinity : now;
    this.#flight = { from: { scale: this.scale, x: this.x, y: this.y }, target, start };
  }

  /** Goes on with a flight; whether the view moved. */
  step(now) {
    if (!this.#flight) {
      return false;
    }

    const { from, target, start } = this.#flight;
    const share = Math.min(1, Math.max(0, (now - start) / FLIGHT));
    const eased = 1 - (1 - share) ** 3;
    // The middle of the screen travels in a straight line over the plan.
    const middle = place => [(this.width / 2 - place.x) / place.scale, (this.height / 2 - place.y) / place.scale];
    const [fromX, fromY] = middle(from);
    const [toX, toY] = middle(target);
    this.scale = from.scale * (target.scale / from.scale) ** eased;
    this.x = this.width / 2 - (fromX + (toX - fromX) * eased) * this.scale;
    this.y = this.height / 2 - (fromY + (toY - fromY) * eased) * this.scale;
    if (share === 1) {
      this.#flight = null;
    }

    return true;
  }

  toWorld(sx, sy) {
    return [(sx - this.x) / this.scale, (sy - this.y) / this.scale];
  }

  toScreen(wx, wy) {
    return [wx * this.scale + this.x, wy * this.scale + this.y];
  }

  /** The part of the plan on the screen, wider by a margin in CSS pixels. */
  visible(margin = 0) {
    const [left, top] = this.toWorld(-margin, -margin);
    const [right, bottom] = this.toWorld(this.width + margin, this.height + margin);
    return { left, top, right, bottom };
  }

  #limit(scale) {
    const least = this.#scaleOf(this.reach) * 0.7;
    return Math.min(Math.max(scale, least), Math.max(least, LARGEST_MACHINE / this.machine));
  }

  // The plan cannot be lost: its middle part stays on the screen.
  #keepInside() {
    const { left, top, right, bottom } = this.reach;
    this.x = Math.min(Math.max(this.x, this.width * 0.3 - right * this.scale), this.width * 0.7 - left * this.scale);
    this.y = Math.min(Math.max(this.y, this.height * 0.3 - bottom * this.scale), this.height * 0.7 - top * this.scale);
  }
}
