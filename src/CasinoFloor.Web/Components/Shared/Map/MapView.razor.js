// The floor map: three layers (ground, machines, overlay) over one view, drawn only when something changed. The parts are in
// wwwroot/js/floor; this module puts them together.

import { watchAge } from '../../../js/floor/age.js';
import { Card } from '../../../js/floor/card.js';
import { FloorState, applyFrame } from '../../../js/floor/frameReader.js';
import { drawGround } from '../../../js/floor/ground.js';
import { HitGrid } from '../../../js/floor/hitGrid.js';
import { readInk } from '../../../js/floor/ink.js';
import { readLayout } from '../../../js/floor/layout.js';
import { drawLegend } from '../../../js/floor/legend.js';
import { MachinePainter } from '../../../js/floor/machines.js';
import { drawNames } from '../../../js/floor/names.js';
import { Overlay } from '../../../js/floor/overlay.js';
import { listen } from '../../../js/floor/pointer.js';
import { scaleOf } from '../../../js/floor/scales.js';
import { Surface } from '../../../js/floor/surface.js';
import { View } from '../../../js/floor/view.js';

const FINGER = 14; // CSS pixels around a machine that still hit it
const MOUSE = 4;
const LEAVING = 5000; // milliseconds between two looks whether the page was left
const REST = 120; // milliseconds without movement
const CLOSE_UP = 26; // CSS pixels of a machine after flying to it

/**
 * @param root the map's element: holds map and legend, by data-role; lists and age badge stand with it in one element of role "floor"
 * @param page .NET object that answers DescribeAsync(index)
 * @param options {metric, past, staleAfter (milliseconds)}
 */
export function create(root, page, options) {
  const part = role => root.querySelector(`[data-role=${role}]`);
  const host = part('map');
  const floor = root.closest('[data-role=floor]') ?? root;
  const surfaces = { ground: new Surface(host), machines: new Surface(host), overlay: new Surface(host) };
  const view = new View();
  const state = new FloorState();
  const painter = new MachinePainter();
  const overlay = new Overlay();
  const card = new Card(host, index => page.invokeMethodAsync('DescribeAsync', index));
  const age = watchAge(floor, options);
  const dirty = { ground: false, machines: false, overlay: false };
  let layout = null;
  let hits = null;
  let ink = readInk(host);
  let metric = options.metric;
  let scale = null;
  let frame = 0;
  let resting = 0;

  function draw(now) {
    frame = 0;
    if (!layout || view.width < 2) {
      return;
    }

    if (view.step(now)) {
      touch('ground', 'machines', 'overlay');
    }

    if (dirty.ground) {
      drawGround(surfaces.ground, view, layout, ink);
    }

    if (dirty.machines) {
      painter.draw(surfaces.machines, view, layout, state, scale, ink, metric, resting !== 0);
      drawNames(surfaces.machines.context, view, layout, ink);
    }

    if (dirty.overlay || dirty.machines || overlay.moving) {
      overlay.draw(surfaces.overlay, view, layout, state, ink, metric, now);
    }

    card.follow(view, layout);
    dirty.ground = dirty.machines = dirty.overlay = false;
    if (view.flying || overlay.moving) {
      schedule();
    }
  }

  function schedule() {
    frame ||= requestAnimationFrame(draw);
  }

  function touch(...layers) {
    for (const layer of layers) {
      dirty[layer] = true;
    }

    schedule();
  }

  function restyle() {
    if (!layout) {
      return;
    }

    ink = readInk(host);
    scale = scaleOf(metric, layout.scale, ink.theme);
    drawLegend(part('legend'), scale, ink, metric);
    touch('ground', 'machines', 'overlay');
  }

  function resize() {
    const { width, height } = host.getBoundingClientRect();
    const ratio = Math.max(1, window.devicePixelRatio);
    for (const surface of Object.values(surfaces)) {
      surface.resize(width, height, ratio);
    }

    view.resize(width, height);
    touch('ground', 'machines', 'overlay');
  }

  function machineAt(x, y, reach) {
    return hits ? hits.find(...view.toWorld(x, y), reach / view.scale) : -1;
  }

  function point(machine) {
    overlay.hovered = machine;
    card.show(machine >= 0 ? machine : overlay.chosen, layout);
    host.classList.toggle('over-machine', machine >= 0);
    touch('overlay');
  }

  function choose(machine) {
    overlay.chosen = machine;
    overlay.hovered = -1;
    card.show(machine, layout);
    touch('overlay');
  }

  function flyTo(machine) {
    if (layout && machine >= 0 && machine < layout.count) {
      view.flyTo(layout.x[machine], layout.y[machine], CLOSE_UP, performance.now());
      choose(machine);
    }
  }

  // While the view moves, machines are copied in nearly the right size; once it rests they are drawn sharp.
  const moved = action => (...args) => {
    action(...args);
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = 0;
      touch('machines');
    }, REST);
    touch('ground', 'machines', 'overlay');
  };
  const zoom = moved((factor, x, y) => view.zoom(factor, x, y));
  const fit = moved(() => view.fit());
  const input = listen(host, {
    pan: moved((dx, dy) => view.pan(dx, dy)),
    zoom,
    fit,
    hover: (x, y) => {
      const machine = machineAt(x, y, MOUSE);
      if (machine !== overlay.hovered) {
        point(machine);
      }
    },
    leave: () => point(-1),
    choose: (x, y, finger) => choose(machineAt(x, y, finger ? FINGER : MOUSE)),
    escape: () => choose(-1),
  });
  const stop = new AbortController();
  const click = (role, action) => part(role).addEventListener('click', action, { signal: stop.signal });
  click('zoom-in', () => zoom(1.5));
  click('zoom-out', () => zoom(1 / 1.5));
  click('zoom-fit', fit);
  // Rows of the lists beside the map name their machine; no word of it goes to the server.
  floor.addEventListener('click', event => {
    const row = event.target.closest('[data-machine]');
    if (row) {
      flyTo(Number(row.dataset.machine));
    }
  }, { signal: stop.signal });
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);
  const themes = new MutationObserver(restyle);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const leaving = setInterval(dispose, LEAVING);

  return {
    layout(bytes) {
      layout = readLayout(bytes);
      hits = new HitGrid(layout);
      view.setPlan(layout.bounds, layout.size);
      restyle();
    },

    /** Shows a frame; false when it does not follow what is shown. */
    update(bytes) {
      const flags = state.flags.slice();
      const clocks = applyFrame(state, bytes, layout?.version);
      if (!clocks) {
        return false;
      }

      age.update(clocks);
      if (clocks.snapshot || clocks.changed > 0) {
        touch('machines');
      }

      if (!clocks.snapshot && clocks.changed > 0) {
        overlay.noteLocks(flags, state, performance.now());
      }

      host.dataset.sequence = state.sequence;
      return true;
    },

    metric(name) {
      metric = name;
      restyle();
    },

    dispose,
  };

  // A server that shuts down disposes of its pages too, while they are still looked at: what is shown then stays, and ages. Only
  // what has left the document is taken down.
  function dispose() {
    if (root.isConnected) {
      return;
    }

    clearInterval(leaving);
    cancelAnimationFrame(frame);
    clearTimeout(resting);
    input.dispose();
    stop.abort();
    sizes.disconnect();
    themes.disconnect();
    age.dispose();
    card.dispose();
    for (const surface of Object.values(surfaces)) {
      surface.canvas.remove();
    }
  }
}
