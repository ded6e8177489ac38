// Key figures, jackpots and what needs attention, beside the live map: the server rendered them once, from then on they are kept by the messages of
// src/CasinoFloor.Web/Components/Panels/PanelMessage.cs. What has the focus keeps it, and a list stays where it was scrolled to.

/**
 * @param floor holds figures, jackpots and attention, by data-role
 * @param choose (code) the viewer has chosen a window of the figures
 */
export class Panels {
  #floor;
  #tiles;
  #rows = { jackpots: [], attention: [] };
  #stop = new AbortController();

  constructor(floor, choose) {
    this.#floor = floor;
    this.#tiles = [...floor.querySelectorAll('.kpi')];
    for (const button of this.#windows) {
      button.addEventListener('click', () => {
        this.select(button.dataset.window);
        choose(button.dataset.window);
      }, { signal: this.#stop.signal });
    }
  }

  /** The code of the window that is pressed. */
  get window() {
    return this.#windows.find(button => button.ariaPressed === 'true')?.dataset.window ?? '';
  }

  /** The code of the window that is shown unless another is chosen. */
  get shortest() {
    return this.#windows[0].dataset.window;
  }

  get #windows() {
    return [...this.#floor.querySelectorAll('[data-window]')];
  }

  /** Presses the button of a window; one that there is not changes nothing. */
  select(code) {
    if (this.#windows.some(button => button.dataset.window === code)) {
      this.#windows.forEach(button => { button.ariaPressed = button.dataset.window === code; });
    }
  }

  show({ figures, jackpots, attention, words }) {
    if (figures) {
      set(part(this.#floor, 'caption'), figures.caption);
      figures.tiles.forEach((tile, i) => tile && showTile(this.#tiles[i], tile));
    }

    for (const [role, list] of Object.entries({ jackpots, attention })) {
      if (list) {
        this.#rows[role] = showList(this.#floor.querySelector(`[data-role=${role}]`), this.#rows[role], list);
      }
    }

    if (words) {
      set(this.#floor.querySelector('#map-summary'), words);
    }
  }

  dispose() {
    this.#stop.abort();
  }
}

function showTile(element, tile) {
  for (const name of ['value', 'of', 'against', 'hint']) {
    set(part(element, name), tile[name]);
  }

  part(element, 'open').hidden = !tile.isOpen;
  element.href = tile.address;
  if (tile.far) {
    element.dataset.far = tile.far;
  } else {
    delete element.dataset.far;
  }

  if (tile.spark !== undefined) {
    part(element, 'spark').innerHTML = tile.spark;
  }
}

/** @param had the rows that the server's positions mean; it sends the whole list without any after a reconnect */
function showList(panel, had, { note, rows }) {
  const list = part(panel, 'rows');
  const known = rows?.some(row => typeof row !== 'string') ? new Map() : new Map([...list.children].map(row => [keyOf(row), row]));
  const now = (rows ?? []).map(row => typeof row === 'number' ? had[row] : Array.isArray(row) ? rewrite(had[row[0]], row[1]) : write(row, known));
  set(part(panel, 'note'), note);
  part(panel, 'unknown').hidden = Boolean(rows);
  part(panel, 'empty').hidden = rows?.length !== 0;
  list.hidden = now.length === 0;
  const kept = new Set(now);
  for (const row of [...list.children]) {
    if (!kept.has(row)) {
      row.remove();
    }
  }

  place(list, now);
  return now;
}

/** Puts rows in order. A row that is moved loses the focus: the one that has it stays, the others go around it. */
function place(list, rows) {
  if (rows.length === 0) {
    return;
  }

  const fixed = Math.max(0, rows.findIndex(row => row.contains(document.activeElement)));
  if (rows[fixed].parentElement !== list) {
    list.prepend(rows[fixed]);
  }

  for (let i = fixed - 1; i >= 0; i--) {
    if (rows[i + 1].previousElementSibling !== rows[i]) {
      rows[i + 1].before(rows[i]);
    }
  }

  for (let i = fixed + 1; i < rows.length; i++) {
    if (rows[i - 1].nextElementSibling !== rows[i]) {
      rows[i - 1].after(rows[i]);
    }
  }
}

/** What a row is about: machine, since when, and what. */
function keyOf(row) {
  return [row.querySelector('[data-machine]')?.dataset.machine, row.querySelector('time')?.dataset.since, row.querySelector('.row-title')?.textContent].join('|');
}

/** @param known rows shown, by what they are about: one that is written again stays where it is */
function write(markup, known) {
  const row = document.createElement('li');
  row.innerHTML = markup;
  const shown = known.get(keyOf(row));
  if (!shown) {
    return row;
  }

  known.delete(keyOf(row));
  return withoutAge(shown) === withoutAge(row) ? shown : rewrite(shown, markup);
}

/** A row's markup; its age goes on by itself. */
function withoutAge(row) {
  const copy = row.cloneNode(true);
  copy.querySelectorAll('time').forEach(time => { time.textContent = ''; });
  return copy.innerHTML;
}

function rewrite(row, markup) {
  const focused = row.contains(document.activeElement);
  row.innerHTML = markup;
  if (focused) {
    row.querySelector('button')?.focus({ preventScroll: true });
  }

  return row;
}

function part(element, name) {
  return element.querySelector(`[data-part=${name}]`);
}

function set(element, words) {
  if (element && element.textContent !== words) {
    element.textContent = words;
  }
}
