// The rows of the list in view, as options of a list box. A row says in words and letters what the map says in colours.

import { machines } from './figures.js';
import { markOf } from './marks.js';
import { figureOf, placeOf, stateOf } from './words.js';

const HEIGHT = 48; // CSS pixels of a row
const AROUND = 4; // rows beyond the edges

export class ListRows {
  scale = null;
  chosen = -1;
  #box;
  #sheet;
  #state;
  #layout = null;
  #items = [];
  #active = -1;

  constructor(box, state) {
    this.#box = box;
    this.#state = state;
    this.#sheet = make('div', 'map-list-sheet');
    this.#sheet.setAttribute('role', 'presentation');
    box.replaceChildren(this.#sheet);
  }

  /** @param items machines' indexes, or ~section */
  fill(layout, items, active) {
    this.#layout = layout;
    this.#items = items;
    this.#active = active;
    this.#sheet.style.height = `${items.length * HEIGHT}px`;
    this.draw();
  }

  /** Makes a row the one that keys act on, and brings it into view. */
  activate(position) {
    this.#active = position;
    const top = position * HEIGHT;
    if (position >= 0 && (top < this.#box.scrollTop || top + HEIGHT > this.#box.scrollTop + this.#box.clientHeight)) {
      this.#box.scrollTop = Math.max(0, top - this.#box.clientHeight / 2);
    }

    this.draw();
  }

  idOf(position) {
    return position >= 0 && position < this.#items.length ? `map-option-${position}` : '';
  }

  positionOf(element) {
    const row = element.closest('[role=option]');
    return row ? Number(row.dataset.position) : -1;
  }

  draw() {
    if (!this.#layout || !this.scale || this.#box.clientHeight === 0) {
      return;
    }

    const first = Math.max(0, Math.floor(this.#box.scrollTop / HEIGHT) - AROUND);
    const end = Math.min(this.#items.length, Math.ceil((this.#box.scrollTop + this.#box.clientHeight) / HEIGHT) + AROUND);
    const rows = [];
    for (let position = first; position < end; position++) {
      rows.push(this.#row(position));
    }

    // The row that is named as active has to be in the document wherever one has scrolled to.
    if (this.#active >= 0 && (this.#active < first || this.#active >= end)) {
      rows.push(this.#row(this.#active));
    }

    this.#sheet.replaceChildren(...rows);
  }

  #row(position) {
    const item = this.#items[position];
    const row = make('div', 'map-option');
    row.id = this.idOf(position);
    row.dataset.position = position;
    row.style.top = `${position * HEIGHT}px`;
    row.setAttribute('role', 'option');
    row.setAttribute('aria-setsize', this.#items.length);
    row.setAttribute('aria-posinset', position + 1);
    row.setAttribute('aria-selected', String(item >= 0 && item === this.chosen));
    row.classList.toggle('active', position === this.#active);
    item < 0 ? this.#section(row, ~item) : this.#machine(row, item);
    return row;
  }

  #section(row, section) {
    row.classList.add('map-option-section');
    row.append(make('span', 'map-swatch', '▦'), main(this.#layout.sectionNames[section], `Section · ${machines(this.#layout.sectionMachines[section])}`));
  }

  #machine(row, machine) {
    const known = machine < this.#state.count;
    const colour = known ? this.scale.colourOf(this.#state, machine) : -1;
    const mark = known ? markOf('all', this.#state.status[machine], this.#state.flags[machine]) : undefined;
    const swatch = make('span', 'map-swatch', mark?.letter ?? (colour < 0 ? '╱' : ''));
    if (colour >= 0) {
      swatch.style.background = this.scale.colours[colour];
      swatch.style.color = this.scale.inks[colour];
    }

    swatch.setAttribute('aria-hidden', 'true');
    row.append(
      swatch,
      main(this.#layout.id[machine], `${stateOf(this.#state, machine)} · ${placeOf(this.#layout, machine)}`),
      make('span', 'map-option-figure num', figureOf(this.#state, machine, this.scale)));
  }
}

function main(title, note) {
  const box = make('span', 'map-option-main');
  box.append(make('span', 'map-option-title', title), make('span', 'map-option-note', note));
  box.title = `${title}\n${note}`; // Where there is no room for all of it.
  return box;
}

function make(tag, name, text = '') {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
