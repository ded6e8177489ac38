// The picture under the floor, a PNG or JPEG of the plan that was laid there in the editor.

const FOLDER = '/layout/images/';
const OPACITY = 0.7; // over the ground: the machines come first

export class Picture {
  #place = null;
  #image = null;
  #changed;

  /** @param changed called when a picture has come */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Whether there is something to draw. */
  get shown() {
    return this.#image !== null;
  }

  /** @param place {file, x, y, width} in the plan's unit, or null for none */
  show(place) {
    const same = place?.file === this.#place?.file;
    this.#place = place;
    if (same) {
      return;
    }

    this.#image = null;
    if (place) {
      this.#fetch(place);
    }
  }

  async #fetch(place) {
    const image = new Image();
    image.src = FOLDER + encodeURIComponent(place.file);
    try {
      await image.decode();
    } catch {
      return; // The floor is shown without; the browser's console says why.
    }

    if (this.#place?.file === place.file) {
      this.#image = image;
      this.#changed();
    }
  }

  draw(context, view) {
    const { x, y, width } = this.#place;
    const across = width * view.scale;
    context.globalAlpha = OPACITY;
    context.drawImage(this.#image, x * view.scale + view.x, y * view.scale + view.y, across, across * this.#image.naturalHeight / this.#image.naturalWidth);
    context.globalAlpha = 1;
  }
}
