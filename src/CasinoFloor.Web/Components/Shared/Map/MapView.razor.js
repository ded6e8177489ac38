// The floor map: a scene that moves with the view, and an overlay, drawn only when something changed. The parts are in wwwroot/js/floor; this
// module puts them together.

import { watchAge } from '../../../js/floor/age.js';
import { Card } from '../../../js/floor/card.js';
import { Chooser } from '../../../js/floor/chooser.js';
import { fetchDrawing } from '../../../js/floor/drawing.js';
import { FloorState, applyFrame } from '../../../js/floor/frameReader.js';
import { openFrames } from '../../../js/floor/frames.js';
import { readInk } from '../../../js/floor/ink.js';
import { Keeper } from '../../../js/floor/keeper.js';
import { Latency } from '../../../js/floor/latency.js';
import { readLayout } from '../../../js/floor/layout.js';
import { drawLegend } from '../../../js/floor/legend.js';
import { Overlay } from '../../../js/floor/overlay.js';
import { Picture } from '../../../js/floor/picture.js';
import { Panels } from '../../../js/floor/panels.js';
import { listen } from '../../../js/floor/pointer.js';
import { scaleOf } from '../../../js/floor/scales.js';
import { Scene } from '../../../js/floor/scene.js';
import { Surface } from '../../../js/floor/surface.js';
import { View } from '../../../js/floor/view.js';

const LEAVING = 5000; // milliseconds between two looks whether the page was left
const STEP = 70; // CSS pixels of an arrow key
const REPORT = 10000; // milliseconds between two reports of how long events took to the screen
const REST = 150; // milliseconds without a movement
const MARGIN = 100; // CSS pixels that the overlay may be moved before it is drawn anew

/**
 * @param root the map's element: holds map, legend, search and list, by data-role; lists and age badge stand with it in one element of role "floor"
 * @param page .NET object that answers DescribeAsync(index)
 * @param options {past, frames (path of the live frames; null where the page gives those of the past), staleAfter (milliseconds)}
 */
export async function create(root, page, options) {
  const part = role => root.querySelector(`[data-role=${role}]`);
  const host = part('map');
  const floor = root.closest('[data-role=floor]') ?? root;
  const drawing = await fetchDrawing().catch(() => null); // The map does without.
  const scene = new Scene(host);
  const surface = new Surface(host, MARGIN);
  const view = new View();
  const state = new FloorState();
  const overlay = new Overlay();
  const picture = new Picture(restyle);
  const keeper = new Keeper();
  const card = new Card(host, index => page.invokeMethodAsync('DescribeAsync', index));
  const age = watchAge(floor, options);
  const latency = new Latency();
  const layers = [...root.querySelectorAll('input[name=layer]')];
  const stop = new AbortController();
  let layout = null;
  let ink = readInk(host);
  let scale = null;
  let frame = 0;
  let rest = 0;
  const chooser = new Chooser({ root, host, state, view, overlay, card, keeper, redraw, moved });

  function draw(now) {
    frame = 0;
    if (!layout || view.width < 2) {
      return;
    }

    if (view.step(now) && !view.flying) {
      keeper.keep({ view: view.centre });
    }

    scene.frame(view);
    if (!overlay.draw(surface, view, layout, scene.detail, ink, now)) {
      clearTimeout(rest);
      rest = setTimeout(redraw, REST);
    }

    if (host.dataset.detail !== scene.detail) {
      host.dataset.detail = scene.detail;
    }

    card.follow(view, layout);
    if (scene.settled) {
      latency.drawn();
    }

    if (view.flying || overlay.moving || !scene.settled) {
      schedule();
    } else {
      delete host.dataset.drawing;
    }
  }

  function schedule() {
    frame ||= requestAnimationFrame(draw);
    host.dataset.drawing = 'true';
  }

  function redraw() {
    overlay.touch();
    schedule();
  }

  /** The view has been moved by hand. */
  function moved() {
    keeper.keep({ view: view.fitted ? null : view.centre });
    schedule();
  }

  const layer = () => layers.find(input => input.checked)?.value.toLowerCase() ?? 'heat';

  function restyle() {
    if (!layout) {
      return;
    }

    ink = readInk(host);
    scale = scaleOf(layer(), layout.scale, ink);
    drawLegend(part('legend'), scale, ink);
    scene.setFloor({ layout, drawing, picture, state, scale, ink });
    overlay.update(state, scale.marks, 0);
    chooser.setScale(scale);
    redraw();
  }

  function resize() {
    const { width, height } = host.getBoundingClientRect();
    const ratio = Math.max(1, window.devicePixelRatio);
    surface.resize(width, height, ratio);
    scene.resize(width, height, ratio);
    view.resize(width, height);
    redraw();
  }

  const byHand = action => (...args) => {
    action(...args);
    moved();
  };
  const zoom = byHand((factor, x, y) => view.zoom(factor, x, y));
  const fit = byHand(() => {
    view.fit();
    chooser.leaveSection();
  });
  const input = listen(host, {
    pan: byHand((dx, dy) => view.pan(dx, dy)),
    zoom,
    fit,
    step: (dx, dy, pans) => pans || !chooser.step(dx, dy) ? byHand(() => view.pan(-dx * STEP, -dy * STEP))() : undefined,
    hover: (x, y) => chooser.hover(x, y, scene.detail),
    leave: () => chooser.leave(),
    choose: (x, y, finger) => chooser.tap(x, y, finger, scene.detail),
    open: () => chooser.open(),
    escape: () => chooser.escape(),
    search: () => chooser.list.search(),
    list: () => chooser.list.show(true),
    help: () => part('help').togglePopover(),
  });
  const click = (role, action) => part(role).addEventListener('click', action, { signal: stop.signal });
  click('zoom-in', () => zoom(1.5));
  click('zoom-out', () => zoom(1 / 1.5));
  click('zoom-fit', fit);
  // Somebody may have written the address: "coin-in", "Last win" and "activity", as the switch has it, are meant as well.
  const letters = text => text.toLowerCase().replace(/[^a-z]/g, '');
  const asked = layers.find(option => [option.value, option.labels[0].textContent].some(name => letters(name) === letters(keeper.layer)));
  for (const option of layers) {
    option.checked = asked ? option === asked : option.checked;
    option.addEventListener('change', () => {
      keeper.keep({ layer: layer() });
      restyle();
    }, { signal: stop.signal });
  }

  // The map is what the page is for: where nobody is typing, its search does not wait for a way to it.
  document.addEventListener('keydown', event => {
    const isElsewhere = event.target.closest('input, textarea, select, [data-role=map], [data-role=list]') === null;
    if (event.key === '/' && isElsewhere && !event.ctrlKey && !event.metaKey && !event.altKey && root.isConnected) {
      event.preventDefault();
      chooser.list.search();
    }
  }, { signal: stop.signal });

  // Rows of the lists beside the map name their machine; no word of it goes to the server.
  floor.addEventListener('click', event => {
    const row = event.target.closest('[data-machine]');
    if (row) {
      chooser.flyTo(Number(row.dataset.machine));
    }
  }, { signal: stop.signal });
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);
  resize();
  const themes = new MutationObserver(restyle);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const leaving = setInterval(dispose, LEAVING);
  const live = options.frames ? follow(options.frames) : null;

  return { layout: setLayout, update, dispose };

  function setLayout(bytes) {
    const first = layout === null;
    layout = readLayout(bytes, drawing);
    picture.show(layout.background);
    view.setPlan(layout.bounds, layout.size);
    chooser.setLayout(layout, first);
    host.dataset.layout = layout.version;
    restyle();
  }

  /** Shows a frame; false when it does not follow what is shown. */
  function update(bytes) {
    const clocks = applyFrame(state, bytes, layout?.version);
    if (!clocks) {
      return false;
    }

    const now = performance.now();
    age.update(clocks);
    latency.frame(clocks);
    if (clocks.changed > 0) {
      scene.update(clocks.snapshot);
      overlay.update(state, scale.marks, now);
      schedule();
    }

    chooser.update(now);
    keeper.check();
    host.dataset.sequence = state.sequence;
    return true;
  }

  /** Fetches the live frames and the panels beside them. */
  function follow(address) {
    const panels = new Panels(floor, code => {
      keeper.keep({ figures: code === panels.shortest ? '' : code });
      frames.window(code);
    });
    panels.select(keeper.figures);
    const frames = openFrames(address, {
      layout: setLayout,
      frame(bytes) {
        dispose(); // Nobody looks at a page that was left.
        return update(bytes) ? state.sequence : 0;
      },
      panels: message => panels.show(message),
      clock: (sent, server) => latency.clock(sent, server),
      window: () => panels.window,
    });
    const reporting = setInterval(() => {
      const measured = latency.measured();
      if (measured) {
        age.tell(measured);
        frames.drawn(measured);
      }
    }, REPORT);
    return {
      dispose() {
        clearInterval(reporting);
        frames.close();
        panels.dispose();
      },
    };
  }

  // A server that shuts down disposes of its pages too, while they are still looked at: what is shown then stays, and ages. Only
  // what has left the document is taken down.
  function dispose() {
    if (root.isConnected) {
      return;
    }

    clearInterval(leaving);
    live?.dispose();
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    input.dispose();
    stop.abort();
    sizes.disconnect();
    themes.disconnect();
    age.dispose();
    card.dispose();
    chooser.dispose();
    keeper.dispose();
    scene.dispose();
    surface.canvas.remove();
  }
}
