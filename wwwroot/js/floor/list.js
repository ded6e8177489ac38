// The list beside the map: the same sections and machines, to be searched, read and walked through. What is chosen here is chosen on the map and
// the other way round. Only the rows in view are in the document; nothing of it comes from the server.

import { ListRows } from './listRows.js';
import { markOf } from './marks.js';

const REFRESH = 1000; // milliseconds
const PAGE = 8; // rows of a Page key

export class MachineList {
  #parts;
  #actions;
  #rows;
  #layout = null;
  #state;
  #order = [];
  #keys = [];
  #items = [];
  #active = -1;
  #filter = 'all';
  #section = -1;
  #refreshedAt = 0;
  #stop = new AbortController();

  /**
   * @param parts the elements: search, panel, options, count, chip, close, toggle, open, unplaced, tabs (with data-filter)
   * @param actions {machine(index, fly), section(index or -1), leave(), room() when it opens or closes}
   */
  constructor(parts, state, actions) {
    this.#parts = parts;
    this.#state = state;
    this.#actions = actions;
    this.#rows = new ListRows(parts.options, state);
    const on = (element, name, handler) => element.addEventListener(name, handler, { signal: this.#stop.signal });
    on(parts.search, 'input', () => this.#search());
    on(parts.search, 'focus', () => parts.search.value && this.show());
    on(parts.search, 'keydown', event => this.#key(event, false));
    on(parts.options, 'keydown', event => this.#key(event, true));
    on(parts.options, 'scroll', () => this.#rows.draw());
    on(parts.options, 'click', event => this.#pick(this.#rows.positionOf(event.target)));
    on(parts.close, 'click', () => this.close());
    on(parts.toggle, 'click', () => this.isOpen ? this.close() : this.show());
    on(parts.chip, 'click', () => this.#actions.section(-1));
    for (const tab of parts.tabs) {
      on(tab, 'click', () => this.showOnly(tab.dataset.filter));
    }
  }

  get isOpen() {
    return !this.#parts.panel.hidden;
  }

  setLayout(layout) {
    this.#layout = layout;
    const { id, section, bank, sectionNames, bankNames } = layout;
    this.#keys = id.map((name, i) => `${name} ${sectionNames[section[i]]} ${bankNames[bank[i]] ?? ''}`.toLowerCase());
    const compare = new Intl.Collator('en', { numeric: true }).compare;
    this.#order = id.map((_, i) => i).sort((one, other) => section[one] - section[other] || compare(id[one], id[other]));
    for (const tab of this.#parts.tabs.filter(tab => tab.dataset.filter === 'unplaced')) {
      tab.hidden = layout.unplaced === 0;
    }

    this.#parts.unplaced.textContent = `${layout.unplaced.toLocaleString('en-US')} without a place`;

    if (this.#filter === 'unplaced' && layout.unplaced === 0) {
      this.#filter = 'all';
    }

    this.#fill();
  }

  setScale(scale) {
    this.#rows.scale = scale;
    this.#rows.draw();
  }

  /** Takes over what a frame changed, when there is somebody to read it. */
  update(now) {
    if (this.isOpen && now - this.#refreshedAt > REFRESH) {
      this.#refreshedAt = now;
      this.#filter === 'attention' ? this.#fill() : this.#rows.draw();
    }
  }

  /** Shows what is chosen on the map. */
  choose(machine) {
    this.#rows.chosen = machine;
    const position = this.#items.indexOf(machine);
    if (machine >= 0 && position >= 0) {
      this.#activate(position);
    } else {
      this.#rows.draw();
    }

    this.#parts.open.hidden = machine < 0;
    if (machine >= 0) {
      this.#parts.open.href = pageOf(this.#layout, machine);
      this.#parts.open.textContent = `Open ${this.#layout.id[machine]}`;
    }
  }

  /** Narrows the list to a section; -1 for all. */
  narrow(section) {
    this.#section = section;
    this.#parts.chip.hidden = section < 0;
    if (section >= 0) {
      this.#parts.chip.querySelector('[data-role=chip-name]').textContent = this.#layout.sectionNames[section];
    }

    this.#fill();
  }

  showOnly(filter) {
    this.#filter = filter;
    this.show();
  }

  show(focus = false) {
    this.#parts.panel.hidden = false;
    this.#parts.toggle.setAttribute('aria-expanded', 'true');
    this.#parts.search.setAttribute('aria-expanded', 'true');
    this.#fill();
    this.#actions.room();
    if (focus) {
      this.#parts.options.focus();
    }
  }

  search() {
    this.show();
    this.#parts.search.focus();
    this.#parts.search.select();
  }

  close() {
    const leaves = this.#parts.panel.contains(document.activeElement);
    this.#parts.panel.hidden = true;
    this.#parts.toggle.setAttribute('aria-expanded', 'false');
    this.#parts.search.setAttribute('aria-expanded', 'false');
    this.#parts.search.removeAttribute('aria-activedescendant');
    this.#actions.room();
    if (leaves) {
      this.#actions.leave();
    }
  }

  dispose() {
    this.#stop.abort();
  }

  /** CSS pixels of the map that the list covers, and whether that is nearly all of it. */
  get width() {
    return this.isOpen ? this.#parts.panel.offsetWidth : 0;
  }

  get coversMap() {
    return this.width > 0.8 * this.#parts.panel.parentElement.clientWidth;
  }

  #search() {
    this.#active = -1;
    this.#parts.options.scrollTop = 0;
    this.show();
    if (this.#parts.search.value.trim() && this.#items.length > 0) {
      this.#activate(0);
    }
  }

  #fill() {
    if (!this.#layout || !this.isOpen) {
      return;
    }

    const before = this.#items[this.#active];
    const words = this.#parts.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const machines = this.#order.filter(i => this.#holds(i) && words.every(word => this.#keys[i].includes(word)));
    // Sections are negative: ~section.
    const sections = this.#filter !== 'all' || this.#section >= 0
      ? []
      : this.#layout.sectionNames.map((_, section) => section).filter(section => words.every(word => this.#layout.sectionNames[section].toLowerCase().includes(word)));
    this.#items = [...sections.map(section => ~section), ...machines];
    this.#active = this.#items.indexOf(before);
    this.#rows.fill(this.#layout, this.#items, this.#active);
    this.#parts.count.textContent = this.#items.length === 0 ? 'Nothing matches.' : `${machines.length.toLocaleString('en-US')} of ${this.#layout.count.toLocaleString('en-US')} machines`;
    for (const tab of this.#parts.tabs.filter(tab => tab.hasAttribute('aria-pressed'))) {
      tab.setAttribute('aria-pressed', String(tab.dataset.filter === this.#filter));
    }

    this.#point();
  }

  #holds(i) {
    return (this.#section < 0 || this.#layout.section[i] === this.#section)
      && (this.#filter !== 'unplaced' || !this.#layout.placed[i])
      && (this.#filter !== 'attention' || (i < this.#state.count && markOf('all', this.#state.status[i], this.#state.flags[i]) !== undefined));
  }

  #key(event, selects) {
    const last = this.#items.length - 1;
    const go = position => {
      event.preventDefault();
      if (!this.isOpen) {
        this.show();
      }

      this.#activate(Math.min(last, Math.max(0, position)));
      if (selects && this.#items[this.#active] >= 0) {
        this.#actions.machine(this.#items[this.#active], false);
      }
    };
    switch (event.key) {
      case 'ArrowDown': return go(this.#active + 1);
      case 'ArrowUp': return go(this.#active - 1);
      case 'PageDown': return go(this.#active + PAGE);
      case 'PageUp': return go(this.#active - PAGE);
      case 'Home': return selects && go(0);
      case 'End': return selects && go(last);
      case 'Enter':
        event.preventDefault();
        this.#pick(this.#active);
        if (!selects && this.#items[this.#active] !== undefined) {
          this.#actions.leave(); // What was searched is found: the keys are the map's again.
        }

        return;
      case 'Escape':
        event.preventDefault();
        return this.#escape();
      case '/':
        if (selects) {
          event.preventDefault();
          this.search();
        }
    }
  }

  #escape() {
    if (this.#parts.search.value) {
      this.#parts.search.value = '';
      this.#search();
    } else {
      this.close();
      this.#actions.leave();
    }
  }

  #pick(position) {
    const item = this.#items[position];
    if (item === undefined) {
      return;
    }

    this.#activate(position);
    item < 0 ? this.#actions.section(~item) : this.#actions.machine(item, true);
  }

  #activate(position) {
    this.#active = this.#items.length === 0 ? -1 : position;
    this.#rows.activate(this.#active);
    this.#point();
  }

  #point() {
    const id = this.#rows.idOf(this.#active);
    for (const element of [this.#parts.search, this.#parts.options]) {
      id ? element.setAttribute('aria-activedescendant', id) : element.removeAttribute('aria-activedescendant');
    }
  }
}

/** The address of a machine's page. */
export function pageOf(layout, machine) {
  return `/machines/${encodeURIComponent(layout.id[machine])}`;
}
