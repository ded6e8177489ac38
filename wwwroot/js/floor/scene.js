// The floor on two canvases larger than the map. One is shown and moved with the view, which costs next to nothing; on the other the floor is
// drawn anew, a few milliseconds in each frame, when the view has come near the edge of the first or has another scale. Then they change
// places. What an update changed is drawn onto the shown one in the same small portions. So no frame takes long, however many machines there are.

import { Groups } from './groups.js';
import { Stamps } from './machines.js';
import { DETAIL, detailOf, drawPlan, patchBank, patchMachine, patchTile } from './plan.js';
import { Wanting } from './tiles.js';

const MARGIN = 0.2; // of the map's longer edge, around the map
const NEAR = 0.35; // of the margin: closer to the edge than this it is drawn anew
const BUDGET = 5; // milliseconds in a frame
const FLAT = 12; // CSS pixels of a machine under which a plain one is drawn as a square: a hundred times as fast as to copy a stamp
const STRIDE = 16; // machines between two looks at the clock
const SAME = 0.001;
const REST = 300; // milliseconds between two frames that put changes onto a map that is being moved: motion comes first
const MOST_PIXELS = 6_000_000; // of one canvas

export class Scene {
  #shown;
  #other;
  #width = 1;
  #height = 1;
  #margin = 0;
  #ratio = 1;
  #floor = null;
  #steps = null;
  #stale = true;
  #changes = new Changes();
  #since = new Changes();
  #reckoned = false;
  #before = { scale: 0, x: 0, y: 0 };
  #patched = 0;

  constructor(host) {
    [this.#shown, this.#other] = [sheet(host), sheet(host)];
    // One that nothing was drawn on yet is black.
    this.#shown.canvas.hidden = this.#other.canvas.hidden = true;
  }

  /** What is drawn: sections, banks, machines or labels; empty before the first drawing. */
  get detail() {
    return this.#shown.place?.detail ?? '';
  }

  /** Whether nothing waits to be drawn. */
  get settled() {
    return !this.#steps && !this.#stale && !this.#reckoned && this.#changes.count === 0;
  }

  resize(width, height, ratio) {
    this.#width = width;
    this.#height = height;
    this.#margin = Math.round(MARGIN * Math.max(width, height));
    const pixels = (width + 2 * this.#margin) * (height + 2 * this.#margin);
    this.#ratio = Math.min(ratio, Math.max(1, Math.sqrt(MOST_PIXELS / pixels)));
    this.#stale = true;
  }

  /** Other machines, another layer or theme: everything is drawn anew. */
  setFloor({ layout, drawing, picture, state, scale, ink }) {
    const zones = new Groups(layout.zoneOf, layout.zones.length);
    const banks = new Groups(layout.plinthOf, layout.plinths.length);
    const wanting = new Wanting(layout.zoneOf, layout.zones.length);
    this.#floor = { layout, drawing, picture, state, scale, ink, zones, banks, wanting };
    this.#changes.reset(layout.count);
    this.#since.reset(layout.count);
    this.#steps = null;
    this.#stale = true;
  }

  /** Takes over what the newest frame changed. */
  update(snapshot) {
    if (!this.#floor) {
      return;
    }

    const { state } = this.#floor;
    this.#reckoned = true;
    this.#reckon(this.detail);
    // A drawing that goes on after it was shown is the one whose detail this is.
    if (this.#steps && !this.#steps.shown && this.#other.place.detail !== this.detail) {
      this.#reckon(this.#other.place.detail);
    }

    if (snapshot) {
      this.#stale = true;
      return;
    }

    for (let n = 0; n < state.changedCount; n++) {
      this.#changes.add(state.changed[n]);
      if (this.#steps) {
        this.#since.add(state.changed[n]);
      }
    }
  }

  /** Works for a few milliseconds and moves what is shown to where the view is. */
  frame(view) {
    if (!this.#floor) {
      return;
    }

    const until = performance.now() + BUDGET;
    if ((!this.#steps || this.#steps.shown) && (this.#stale || this.#leaves(view))) {
      this.#begin(view);
    }

    if (this.#steps) {
      this.#goOn(until);
    }

    // Under a drawing that goes on after it was shown nothing may be put.
    if (this.#shown.place && this.#steps?.shown !== true && (!this.#moves(view) || until - this.#patched > REST)) {
      this.#patch(until);
      this.#patched = until;
    }

    this.#follow(view);
  }

  // Whether the view is another than a frame ago.
  #moves({ scale, x, y }) {
    const before = this.#before;
    this.#before = { scale, x, y };
    return before.scale !== scale || before.x !== x || before.y !== y;
  }

  dispose() {
    this.#shown.canvas.remove();
    this.#other.canvas.remove();
  }

  get #groups() {
    return [this.#floor.zones, this.#floor.banks, this.#floor.wanting];
  }

  // Only what is drawn is reckoned.
  #reckon(detail) {
    const { zones, banks, wanting, state, scale } = this.#floor;
    if (detail === DETAIL.sections) {
      zones.update(state, scale);
      wanting.update(state);
    } else if (detail === DETAIL.banks) {
      banks.update(state, scale);
    }
  }

  #leaves(view) {
    const place = this.#shown.place;
    const near = this.#margin * (1 - NEAR);
    return !place
      || Math.abs(place.scale / view.scale - 1) > SAME
      || Math.abs(view.x + this.#margin - place.x) > near
      || Math.abs(view.y + this.#margin - place.y) > near;
  }

  #begin(view) {
    const { canvas, context } = this.#other;
    const ratio = this.#ratio;
    const [width, height] = [this.#width + 2 * this.#margin, this.#height + 2 * this.#margin];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }

    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#other.place = this.#placeOf(view, width, height);
    this.#reckon(this.#other.place.detail);
    this.#steps = { run: drawPlan(context, this.#other.place, this.#floor), shown: false };
    this.#since.clear();
    for (const groups of this.#groups) {
      groups.since.fill(0);
    }

    this.#stale = false;
  }

  #placeOf(view, width, height) {
    const { layout, scale, ink } = this.#floor;
    const size = layout.size * view.scale;
    const [x, y] = [this.#whole(view.x) + this.#margin, this.#whole(view.y) + this.#margin];
    const before = this.#shown.place?.stamps;
    const kept = before && before.size === size && before.ratio === this.#ratio && before.scale === scale && before.ink === ink;
    return {
      scale: view.scale,
      x,
      y,
      width,
      height,
      ratio: this.#ratio,
      detail: detailOf(size),
      left: -x / view.scale - layout.size,
      top: -y / view.scale - layout.size,
      right: (width - x) / view.scale + layout.size,
      bottom: (height - y) / view.scale + layout.size,
      flat: size < FLAT,
      stamps: kept ? before : new Stamps(size, this.#ratio, scale, ink),
      fonts: { id: `600 ${Math.min(15, size * 0.24)}px ${ink.font}`, value: `400 ${Math.min(14, size * 0.22)}px ${ink.font}` },
    };
  }

  #goOn(until) {
    while (this.#steps) {
      const { done, value } = this.#steps.run.next();
      if ((done || value) && !this.#steps.shown) {
        this.#show();
      }

      if (done) {
        this.#steps = null;
      } else if (performance.now() > until) {
        return;
      }
    }
  }

  #show() {
    [this.#shown, this.#other] = [this.#other, this.#shown];
    this.#shown.canvas.hidden = false;
    this.#other.canvas.hidden = true;
    this.#steps.shown = true;
    [this.#changes, this.#since] = [this.#since, this.#changes];
    for (const groups of this.#groups) {
      groups.changed.set(groups.since);
    }
  }

  #patch(until) {
    const { context, place } = this.#shown;
    const floor = this.#floor;
    if (place.detail === DETAIL.sections) {
      for (let zone = 0; zone < floor.zones.count; zone++) {
        if (floor.zones.changed[zone] || floor.wanting.changed[zone]) {
          patchTile(context, place, floor, zone);
          floor.zones.changed[zone] = floor.wanting.changed[zone] = 0;
          if (performance.now() > until) {
            return;
          }
        }
      }

      this.#changes.clear();
      this.#reckoned = false;
      return;
    }

    if (place.detail === DETAIL.banks && !this.#patchBanks(context, place, until)) {
      return;
    }

    this.#reckoned = false;

    for (let n = 1; this.#changes.count > 0; n++) {
      patchMachine(context, place, floor, this.#changes.take());
      if (n % STRIDE === 0 && performance.now() > until) {
        return;
      }
    }
  }

  // @returns whether the time sufficed
  #patchBanks(context, place, until) {
    const { changed, count } = this.#floor.banks;
    for (let bank = 0; bank < count; bank++) {
      if (changed[bank]) {
        patchBank(context, place, this.#floor, bank);
        changed[bank] = 0;
        if (performance.now() > until) {
          return false;
        }
      }
    }

    return true;
  }

  #follow(view) {
    const { canvas, place } = this.#shown;
    if (place) {
      const zoom = view.scale / place.scale;
      canvas.style.transform = zoom === 1
        ? `translate(${this.#whole(view.x) - place.x}px, ${this.#whole(view.y) - place.y}px)`
        : `translate(${view.x - place.x * zoom}px, ${view.y - place.y * zoom}px) scale(${zoom})`;
    }
  }

  // What is drawn lies on whole pixels of the screen and is moved by whole ones: so it stays sharp, and the same view looks the same wherever
  // one comes from.
  #whole(value) {
    return Math.round(value * this.#ratio) / this.#ratio;
  }
}

/** Machines that want drawing, each once. */
class Changes {
  #queue = new Int32Array(0);
  #waits = new Uint8Array(0);
  count = 0;

  reset(machines) {
    this.#queue = new Int32Array(machines);
    this.#waits = new Uint8Array(machines);
    this.count = 0;
  }

  add(machine) {
    if (!this.#waits[machine]) {
      this.#waits[machine] = 1;
      this.#queue[this.count++] = machine;
    }
  }

  take() {
    const machine = this.#queue[--this.count];
    this.#waits[machine] = 0;
    return machine;
  }

  clear() {
    while (this.count > 0) {
      this.take();
    }
  }
}

function sheet(host) {
  const canvas = document.createElement('canvas');
  canvas.className = 'map-scene';
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  return { canvas, context: canvas.getContext('2d', { alpha: false }), place: null };
}
