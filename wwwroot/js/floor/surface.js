// A transparent canvas over its host that counts in the host's CSS pixels, sharp on any screen. It is larger than the host by a margin all
// around, so that what was drawn can be moved with the view instead of being drawn anew.

export class Surface {
  ratio = 1;
  #width = 1;
  #height = 1;
  #x = 0;
  #y = 0;

  /** @param margin CSS pixels beyond each edge of the host */
  constructor(host, margin = 0) {
    this.margin = margin;
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'map-overlay';
    this.canvas.setAttribute('aria-hidden', 'true');
    host.append(this.canvas);
    this.context = this.canvas.getContext('2d');
  }

  resize(width, height, ratio) {
    this.ratio = ratio;
    [this.#width, this.#height] = [width + 2 * this.margin, height + 2 * this.margin];
    this.canvas.width = Math.max(1, Math.round(this.#width * ratio));
    this.canvas.height = Math.max(1, Math.round(this.#height * ratio));
    this.canvas.style.width = `${this.#width}px`;
    this.canvas.style.height = `${this.#height}px`;
    this.#place(0, 0);
  }

  /** The context, emptied and set to the host's CSS pixels; the canvas lies where it belongs again. */
  begin() {
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.context.setTransform(this.ratio, 0, 0, this.ratio, this.margin * this.ratio, this.margin * this.ratio);
    this.#place(0, 0);
    return this.context;
  }

  /** Moves what was drawn by CSS pixels from where it was drawn; false when it does not reach that far. */
  move(x, y) {
    if (Math.abs(x) > this.margin || Math.abs(y) > this.margin) {
      return false;
    }

    const [wholeX, wholeY] = [Math.round(x * this.ratio) / this.ratio, Math.round(y * this.ratio) / this.ratio];
    if (wholeX !== this.#x || wholeY !== this.#y) {
      this.#place(wholeX, wholeY);
    }

    return true;
  }

  #place(x, y) {
    [this.#x, this.#y] = [x, y];
    this.canvas.style.transform = `translate(${x - this.margin}px, ${y - this.margin}px)`;
  }
}
