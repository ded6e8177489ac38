// Which machine or section is meant: by pointer, by keys, in the list or by name; told to map, list, card and address alike.

import { go } from '../reconnect.js';
import { Card } from './card.js';
import { machines } from './figures.js';
import { HitGrid } from './hitGrid.js';
import { MachineList, pageOf } from './list.js';
import { DETAIL } from './plan.js';
import { figureOf, placeOf, stateOf } from './words.js';

const FINGER = 14; // CSS pixels around a machine that still hit it
const MOUSE = 4;
const CLOSE_UP = 26; // CSS pixels of a machine after flying to it
const EDGE = 60; // CSS pixels that a machine chosen by keys keeps from the map's edge
const SIDEWAYS = 2; // how much worse a machine beside the way is than one on it

export class Chooser {
  #map;
  #said;
  #layout = null;
  #hits = null;
  #scale = null;

  /** @param map {root, host, state, view, overlay, card, keeper, redraw, moved} */
  constructor(map) {
    this.#map = map;
    const part = role => map.root.querySelector(`[data-role=${role}]`);
    this.#said = part('said');
    this.list = new MachineList(
      {
        search: part('search'), panel: part('list'), options: part('options'), count: part('list-count'), chip: part('list-section'), close: part('list-close'),
        toggle: part('list-toggle'), open: part('list-open'), unplaced: part('unplaced'), tabs: [...map.root.querySelectorAll('[data-filter]')],
      },
      map.state,
      {
        machine: (machine, fly) => fly ? this.flyTo(machine) : this.choose(machine, true),
        section: section => section < 0 ? this.leaveSection() : this.flyToSection(section),
        leave: () => map.host.focus(),
        room: () => this.#cover(),
      });
  }

  setLayout(layout, first) {
    const { keeper, view, overlay } = this.#map;
    // Somebody may have written the address: case does not matter.
    const find = (names, name) => names.findIndex(one => one.toLowerCase() === name.toLowerCase());
    const chosen = first ? find(layout.id, keeper.machine) : overlay.chosen;
    this.#layout = layout;
    this.#hits = new HitGrid(layout);
    this.list.setLayout(layout);
    if (!first) {
      return;
    }

    const section = find(layout.sectionNames, keeper.section);
    this.list.narrow(section);
    overlay.chosen = chosen;
    this.#showChosen();
    this.list.choose(chosen);
    if (keeper.view) {
      view.centre = keeper.view;
    } else if (chosen >= 0) {
      this.flyTo(chosen);
    } else if (section >= 0) {
      this.flyToSection(section);
    }
  }

  setScale(scale) {
    this.#scale = scale;
    this.list.setScale(scale);
  }

  update(now) {
    this.list.update(now);
  }

  hover(x, y, detail) {
    const { overlay, card, host, redraw } = this.#map;
    const machine = detail === DETAIL.sections ? -1 : this.#at(x, y, MOUSE);
    host.classList.toggle('over-machine', machine >= 0 || (detail === DETAIL.sections && this.#sectionAt(x, y) >= 0));
    if (machine !== overlay.hovered) {
      overlay.hovered = machine;
      machine >= 0 && machine !== overlay.chosen ? card.show(machine, this.#layout) : this.#showChosen();
      redraw();
    }
  }

  leave() {
    this.hover(-1, -1, DETAIL.sections);
  }

  tap(x, y, finger, detail) {
    if (detail === DETAIL.sections) {
      const section = this.#sectionAt(x, y);
      return section >= 0 ? this.flyToSection(section) : this.choose(-1);
    }

    this.choose(this.#at(x, y, finger ? FINGER : MOUSE));
  }

  /** @param reveal whether the map moves to show it */
  choose(machine, reveal = false) {
    const { overlay, keeper, view, redraw, moved } = this.#map;
    overlay.chosen = machine;
    overlay.hovered = -1;
    this.#showChosen();
    this.list.choose(machine);
    keeper.keep({ machine: this.#layout?.id[machine] ?? '' });
    this.#say(machine);
    if (reveal && machine >= 0) {
      view.reveal(this.#layout.x[machine], this.#layout.y[machine], EDGE, Card.below(view));
      moved();
    }

    redraw();
  }

  flyTo(machine) {
    if (this.#layout && machine >= 0 && machine < this.#layout.count) {
      const { view, redraw } = this.#map;
      this.#makeRoom();
      view.flyTo(this.#layout.x[machine], this.#layout.y[machine], CLOSE_UP, performance.now(), Card.below(view));
      this.choose(machine);
      redraw();
    }
  }

  flyToSection(section) {
    const { view, keeper, redraw } = this.#map;
    const zones = this.#layout.zones.filter(zone => zone.section === section);
    const zone = zones.find(candidate => candidate.placed) ?? zones[0];
    this.#makeRoom();
    view.flyToBox(zone, performance.now());
    keeper.keep({ section: this.#layout.sectionNames[section] });
    this.list.narrow(section);
    this.#tell(`Section ${zone.name}, ${machines(zone.machines)}.`);
    redraw();
  }

  leaveSection() {
    this.#map.keeper.keep({ section: '' });
    this.list.narrow(-1);
  }

  /** Goes from the chosen machine to the next one in a direction; false when none is chosen. */
  step(dx, dy) {
    const { overlay } = this.#map;
    if (!this.#layout || overlay.chosen < 0) {
      return false;
    }

    const next = this.#next(overlay.chosen, dx, dy);
    if (next >= 0) {
      this.choose(next, true);
    }

    return true;
  }

  /** Opens the chosen machine's page; without one chooses the machine nearest to the middle. */
  open() {
    const { overlay, view } = this.#map;
    if (!this.#layout) {
      return;
    }

    if (overlay.chosen >= 0) {
      go(pageOf(this.#layout, overlay.chosen), this.#layout.id[overlay.chosen]);
      return;
    }

    const middle = this.#at(view.width / 2, view.height / 2, Math.max(view.width, view.height));
    this.flyTo(middle);
  }

  escape() {
    if (this.#map.overlay.chosen >= 0) {
      this.choose(-1);
    } else if (this.list.isOpen) {
      this.list.close();
    } else {
      this.leaveSection();
    }
  }

  dispose() {
    this.list.dispose();
  }

  // On a small screen the list gives way to the map, on others what is flown to comes beside it.
  #makeRoom() {
    if (this.list.coversMap) {
      this.list.close();
    }
  }

  // How much of the map the list leaves has changed: the card lies beside it.
  #cover() {
    this.#map.view.covered = this.list.coversMap ? 0 : this.list.width;
    this.#map.redraw();
  }

  #showChosen() {
    const { overlay: { chosen }, card } = this.#map;
    card.show(chosen, this.#layout, chosen >= 0 ? pageOf(this.#layout, chosen) : '');
  }

  #at(x, y, reach) {
    return this.#hits ? this.#hits.find(...this.#map.view.toWorld(x, y), reach / this.#map.view.scale) : -1;
  }

  #sectionAt(x, y) {
    const [wx, wy] = this.#map.view.toWorld(x, y);
    return this.#layout?.zones.find(zone => wx > zone.left && wx < zone.right && wy > zone.top && wy < zone.bottom)?.section ?? -1;
  }

  #next(from, dx, dy) {
    const { x, y, count } = this.#layout;
    let [best, least] = [-1, Infinity];
    for (let i = 0; i < count; i++) {
      const along = (x[i] - x[from]) * dx + (y[i] - y[from]) * dy;
      const across = Math.abs((x[i] - x[from]) * dy) + Math.abs((y[i] - y[from]) * dx);
      const cost = along + across * SIDEWAYS;
      if (along > 1e-6 && across <= along * 1.5 && cost < least) {
        [best, least] = [i, cost];
      }
    }

    return best;
  }

  #say(machine) {
    const { state } = this.#map;
    this.#tell(machine < 0 || !this.#scale
      ? ''
      : `${this.#layout.id[machine]}. ${stateOf(state, machine)}. ${this.#scale.title}: ${figureOf(state, machine, this.#scale)}. ${placeOf(this.#layout, machine)}.`);
  }

  #tell(words) {
    this.#said.textContent = words;
  }
}
