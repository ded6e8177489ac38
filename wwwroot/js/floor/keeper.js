// Keeps layer, view, section, chosen machine and the window of the key figures in the address, so that a link shows the same, and with the tab, so that the map looks the same
// when one comes back to it. A reload has both.

const KEYS = ['layer', 'view', 'section', 'machine', 'figures'];
const PAUSE = 300; // milliseconds without another change

export class Keeper {
  #timer = 0;
  #kept;
  #written = null;
  #address;
  #page = location.pathname;
  #shelf = `casinofloor-map:${location.pathname}`;

  constructor() {
    const address = new URLSearchParams(location.search);
    const tab = new URLSearchParams(sessionStorage.getItem(this.#shelf) ?? '');
    const source = KEYS.some(key => address.has(key)) ? address : tab;
    this.#kept = Object.fromEntries(KEYS.map(key => [key, source.get(key) ?? '']));
    this.#address = location.search;
  }

  get layer() {
    return this.#kept.layer;
  }

  get section() {
    return this.#kept.section;
  }

  get machine() {
    return this.#kept.machine;
  }

  get figures() {
    return this.#kept.figures;
  }

  /** Middle and zoom; null for the whole floor. */
  get view() {
    const [x, y, zoom] = this.#kept.view.split(',').map(Number);
    return [x, y, zoom].every(Number.isFinite) && zoom > 0 ? { x, y, zoom } : null;
  }

  /** @param changes some of {layer, section, machine, figures, view: {x, y, zoom} or null} */
  keep(changes) {
    for (const [key, value] of Object.entries(changes)) {
      this.#kept[key] = key !== 'view' ? value : value ? [value.x.toFixed(2), value.y.toFixed(2), value.zoom.toFixed(3)].join(',') : '';
    }

    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), PAUSE);
  }

  /** Puts it back after the page itself has changed its address. */
  check() {
    if (this.#written !== null && location.search !== this.#address) {
      this.#write();
    }
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  #write() {
    if (location.pathname !== this.#page) {
      return; // The page was left meanwhile.
    }

    const query = new URLSearchParams(location.search);
    const shelf = new URLSearchParams();
    for (const [key, value] of Object.entries(this.#kept)) {
      query.delete(key);
      if (value) {
        query.set(key, value);
        shelf.set(key, value);
      }
    }

    // Commas and colons are readable as they are.
    const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    this.#address = text ? `?${text}` : '';
    this.#written = text;
    if (location.search !== this.#address) {
      history.replaceState(history.state, '', location.pathname + this.#address + location.hash);
    }

    this.#address = location.search;
    sessionStorage.setItem(this.#shelf, shelf.toString());
  }
}
