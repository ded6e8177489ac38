// A machine's card beside it. The figures are written by the server (MachineCard.cs); until they come, the card says what the map
// knows. One question at a time, asked again while the card is open.

const REFRESH = 1000; // milliseconds
const GAP = 14; // CSS pixels between machine and card
const SMALL = 690; // CSS pixels beside the list up to which the card lies along the map's lower edge
const MOST = 0.6; // of a small map's height, as in map.css
const LEAST = 250; // CSS pixels of height that it may take all the same

export class Card {
  #element;
  #describe;
  #machine = -1;
  #address = '';
  #waiting = false;
  #timer = 0;
  #place = () => {};

  /** @param describe (index) => Promise of a card or null */
  constructor(host, describe) {
    this.#describe = describe;
    this.#element = document.createElement('div');
    this.#element.className = 'machine-card';
    this.#element.hidden = true;
    host.append(this.#element);
  }

  /** CSS pixels at the lower edge of a map that a card may cover. */
  static below({ width, covered, height }) {
    return width - covered <= SMALL ? Math.max(height * MOST, LEAST) : 0;
  }

  get machine() {
    return this.#machine;
  }

  /** @param address of the machine's page; empty while the card only follows the pointer */
  show(machine, layout, address = '') {
    if (machine === this.#machine && address === this.#address) {
      return;
    }

    this.#machine = machine;
    this.#address = address;
    this.#element.hidden = machine < 0;
    clearInterval(this.#timer);
    if (machine >= 0) {
      const section = layout.sectionNames[layout.section[machine]];
      const bank = layout.bankNames[layout.bank[machine]];
      this.#write({ title: layout.id[machine], subtitle: bank ? `${section} · bank ${bank}` : section, state: ['…'], lines: [] });
      this.#timer = setInterval(() => this.#ask(), REFRESH);
      this.#ask();
    }
  }

  /** Puts the card beside its machine. */
  follow(view, layout) {
    if (this.#machine < 0 || this.#machine >= layout.count) {
      return;
    }

    this.#place = () => this.#follow(view, layout);
    this.#place();
  }

  #follow(view, layout) {
    const low = view.width - view.covered <= SMALL;
    this.#element.classList.toggle('low', low);
    this.#element.style.left = low ? `${view.covered + 4}px` : '';
    if (low) {
      this.#element.style.transform = '';
      return;
    }

    const [x, y] = view.toScreen(layout.x[this.#machine], layout.y[this.#machine]);
    const reach = layout.size * view.scale / 2 + GAP;
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const left = x + reach + width < view.width ? x + reach : x - reach - width;
    const top = y - height / 2;
    this.#element.style.transform =
      `translate(${Math.round(clamp(left, view.covered + 4, view.width - width - 4))}px, ${Math.round(clamp(top, 4, view.height - height - 4))}px)`;
  }

  dispose() {
    clearInterval(this.#timer);
    this.#element.remove();
  }

  async #ask() {
    if (this.#waiting) {
      return;
    }

    const machine = this.#machine;
    this.#waiting = true;
    try {
      const answer = await this.#describe(machine);
      if (machine === this.#machine) {
        answer ? this.#write(answer) : this.#state(['no answer from the server']);
      }
    } catch {
      // The connection went while the question was under way.
      if (machine === this.#machine) {
        this.#state(['not connected']);
      }
    } finally {
      this.#waiting = false;
    }

    // The pointer went on while the question was under way.
    if (machine !== this.#machine && this.#machine >= 0) {
      this.#ask();
    }
  }

  #write({ title, subtitle, state, lines }) {
    this.#element.replaceChildren(
      this.#title(title),
      text('span', 'card-sub', subtitle),
      text('span', 'card-state', state.join(' · ')),
      ...lines.flatMap(line => [text('span', 'card-label', line.label), text('span', 'card-value num', line.value)]));
    this.#place();
  }

  #title(title) {
    const element = text(this.#address ? 'a' : 'strong', 'card-title', title);
    if (this.#address) {
      element.href = this.#address;
      element.title = 'Open its page (Enter)';
    }

    return element;
  }

  #state(words) {
    const state = this.#element.querySelector('.card-state');
    if (state) {
      state.textContent = words.join(' · ');
    }
  }
}

function text(tag, name, content) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = content;
  return element;
}

function clamp(value, least, most) {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
