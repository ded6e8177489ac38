// The layout editor's drawing: three layers (floor, machines, overlay) over one view. Gestures go to the server, which holds the draft and answers with
// what changed; while something is dragged it is asked where it would snap, one question at a time.

import { Surface } from '../floor/surface.js';
import { View } from '../floor/view.js';
import { listen } from './gestures.js';
import { drawFloor, drawMachines, drawOverlay, readColours } from './painter.js';
import { Scene, viewBounds } from './scene.js';
import { listenToTray } from './tray.js';

const FINGER = 12; // CSS pixels around a machine that still hit it
const MOUSE = 2;
const SNAP = 9; // CSS pixels to a neighbour's line
const CLOSE_UP = 26; // CSS pixels of a machine after flying to it
const DRAWING = 'floor/drawing';
const DRAFT = 'casinofloor-layout-draft';

/** Keeps unsaved changes in this tab, so that they outlive the connection; whether it has room for them. */
export function keep(text) {
  try {
    text ? sessionStorage.setItem(DRAFT, text) : sessionStorage.removeItem(DRAFT);
    return true;
  } catch {
    return false;
  }
}

export function kept() {
  // A blank for nothing: a stream of no bytes is an error to Blazor.
  return new TextEncoder().encode(sessionStorage.getItem(DRAFT) || ' ');
}

/**
 * @param root the editor's element: holds the map, by data-role; rows with data-tray stand with it in one element of role "layout"
 * @param page .NET object of LayoutCanvas
 * @param options {mayEdit}
 */
export function create(root, page, { mayEdit }) {
  const part = role => root.querySelector(`[data-role=${role}]`);
  const host = part('map');
  const surfaces = { floor: new Surface(host), machines: new Surface(host), overlay: new Surface(host) };
  const view = new View();
  const overlay = { guides: [], band: null, hovered: -1, ghost: null };
  let showsAll = false; // also machines far from all others
  let scene = null;
  let shapes = [];
  let picture = null;
  let pictureUrl = '';
  let colours = readColours(host);
  let tool = 'select';
  let banks = false;
  let frame = 0;
  let drag = null; // {machine, wanted, x, y, ready, asking}

  function draw(now) {
    frame = 0;
    if (!scene || view.width < 2) {
      return;
    }

    view.step(now);
    drawFloor(surfaces.floor, view, scene, shapes, picture, colours);
    drawMachines(surfaces.machines, view, scene, drag, colours);
    drawOverlay(surfaces.overlay, view, scene, overlay, colours);
    if (view.flying) {
      schedule();
    }
  }

  function schedule() {
    frame ||= requestAnimationFrame(draw);
  }

  function take(patch) {
    if (!patch || !scene) {
      return;
    }

    scene.apply(patch);
    tellFar();
    showPicture();
    host.dataset.selected = scene.selected.size;
    schedule();
  }

  function showPicture() {
    const url = scene.background?.url ?? '';
    if (url === pictureUrl) {
      return;
    }

    pictureUrl = url;
    picture = null;
    if (url) {
      const image = new Image();
      image.onload = () => {
        if (url === pictureUrl) {
          picture = image;
          schedule();
        }
      };
      image.src = url;
    }
  }

  // A question to a server that has gone is not worth an error: the reconnect notice says so.
  async function ask(method, ...values) {
    try {
      return await page.invokeMethodAsync(method, ...values);
    } catch {
      return null;
    }
  }

  const act = async (method, ...values) => take(await ask(method, ...values));
  const tolerance = () => SNAP / view.scale;

  async function lift(machine, extend) {
    overlay.hovered = -1;
    const current = { machine, wanted: [0, 0], x: 0, y: 0, ready: scene.selected.has(machine), asking: false };
    drag = current;
    if (!current.ready) {
      await act('ChooseAsync', machine, extend, banks);
      current.ready = true;
      preview();
    }
  }

  async function preview() {
    if (!drag?.ready || drag.asking) {
      return;
    }

    const current = drag;
    const [dx, dy] = current.wanted;
    current.asking = true;
    const move = await ask('Preview', current.machine, dx / view.scale, dy / view.scale, tolerance());
    current.asking = false;
    if (move && drag === current) {
      [drag.x, drag.y] = [move.x, move.y];
      overlay.guides = move.guides;
      schedule();
      if (dx !== current.wanted[0] || dy !== current.wanted[1]) {
        preview();
      }
    }
  }

  function cancel() {
    drag = null;
    overlay.guides = [];
    schedule();
  }

  async function drop(dx, dy) {
    const current = drag;
    if (!current) {
      return;
    }

    // The choice may still be under way when the pointer is already up.
    while (!current.ready && drag === current) {
      await new Promise(requestAnimationFrame);
    }

    // Taken back, or another has begun.
    if (drag !== current) {
      return;
    }

    const patch = await ask('DragAsync', current.machine, dx / view.scale, dy / view.scale, tolerance());
    if (drag === current) {
      cancel();
    }

    take(patch);
  }

  const moved = action => (...args) => {
    action(...args);
    schedule();
  };
  const zoom = moved((factor, x, y) => view.zoom(factor, x, y));
  function show(all) {
    const reach = viewBounds(scene, true);
    view.setPlan(all ? reach : viewBounds(scene, false), scene.size, reach);
    showsAll = all;
    tellFar();
  }

  // Machines far from all others would shrink the rest to a dot: they are left out of the picture, and told of.
  function tellFar() {
    const far = scene.far;
    part('far').hidden = far === 0 || showsAll;
    part('far-count').textContent = `${far} ${far === 1 ? 'machine stands' : 'machines stand'} far from the others, outside the picture.`;
  }

  const fit = moved(() => {
    show(false);
    view.fit();
  });
  const fitAll = moved(() => {
    show(true);
    view.fit();
  });
  const gestures = listen(host, {
    machineAt: (x, y, finger) => scene ? scene.find(...view.toWorld(x, y), (finger ? FINGER : MOUSE) / view.scale) : -1,
    pan: moved((dx, dy) => view.pan(dx, dy)),
    zoom,
    fit,
    hover(machine) {
      if (machine !== overlay.hovered) {
        overlay.hovered = machine;
        host.classList.toggle('over-machine', machine >= 0);
        schedule();
      }
    },
    choose: (machine, extend, bank) => act('ChooseAsync', machine, extend, bank || banks),
    lift,
    drag(dx, dy) {
      if (drag) {
        drag.wanted = [dx, dy];
        preview();
      }
    },
    drop,
    cancel,
    band(rectangle) {
      overlay.band = rectangle;
      schedule();
    },
    bandEnd({ left, top, right, bottom }, extend) {
      act('ChooseWithinAsync', ...view.toWorld(left, top), ...view.toWorld(right, bottom), extend);
    },
    press: name => act('PressAsync', name),
    hasChosen: () => scene?.selected.size > 0,
    tool: () => tool,
  }, mayEdit);

  function inside(x, y) {
    const box = host.getBoundingClientRect();
    return x >= box.left && y >= box.top && x < box.right && y < box.bottom ? view.toWorld(x - box.left, y - box.top) : null;
  }

  const tray = mayEdit ? listenToTray(root.closest('[data-role=layout]') ?? root, {
    over(x, y) {
      overlay.ghost = x === null ? null : inside(x, y);
      schedule();
    },
    drop(machine, x, y) {
      const at = inside(x, y);
      if (at) {
        act('PlaceAsync', machine, ...at, tolerance());
      }
    },
    middle: machine => act('PlaceAsync', machine, ...view.toWorld(view.width / 2, view.height / 2), tolerance()),
  }) : null;

  function resize() {
    const { width, height } = host.getBoundingClientRect();
    for (const surface of Object.values(surfaces)) {
      surface.resize(width, height, Math.max(1, window.devicePixelRatio));
    }

    view.resize(width, height);
    schedule();
  }

  const stop = new AbortController();
  const click = (role, action) => part(role).addEventListener('click', action, { signal: stop.signal });
  click('zoom-in', () => zoom(1.5));
  click('zoom-out', () => zoom(1 / 1.5));
  click('zoom-fit', fit);
  click('fit-all', fitAll);
  // Who closes the tab is asked; a reload after a lost connection is not: what was changed is kept.
  addEventListener('beforeunload', event => {
    const notice = document.getElementById('components-reconnect-modal');
    if (scene?.changed && !/components-reconnect-(?!hide)/.test(notice?.className ?? '')) {
      event.preventDefault();
    }
  }, { signal: stop.signal });
  let focused = null; // what had the focus last
  addEventListener('focusin', event => { focused = event.target; }, { signal: stop.signal });
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);
  const themes = new MutationObserver(() => {
    colours = readColours(host);
    schedule();
  });
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  fetch(DRAWING).then(answer => answer.ok ? answer.json() : null).then(drawing => {
    shapes = drawing?.shapes ?? [];
    schedule();
  }, () => {});

  return {
    load(message) {
      scene = new Scene(message);
      cancel();
      showPicture();
      show(false);
      host.dataset.machines = scene.count;
      host.dataset.selected = scene.selected.size;
      schedule();
    },
    patch: take,
    tool(name, wholeBanks) {
      tool = name;
      banks = wholeBanks;
      host.classList.toggle('select', name === 'select' && mayEdit);
    },
    flyTo(machine) {
      if (scene?.placed(machine)) {
        view.flyTo(scene.x[machine], scene.y[machine], CLOSE_UP, performance.now());
        schedule();
      }
    },
    regain(element) {
      if (document.activeElement === document.body && focused?.isConnected === false) {
        element.focus();
      }
    },
    dispose() {
      stop.abort();
      gestures.dispose();
      tray?.dispose();
      sizes.disconnect();
      themes.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
