// Mouse, touch and keyboard on the map: drag, wheel, pinch, hover, tap, keys. Calls back with what was meant.

const TAP = 6; // CSS pixels a tap may wander
const WHEEL = 0.0016;
const ZOOM_STEP = 1.35;

/** @param actions {pan, zoom, fit, hover, leave, choose, step, open, escape, search, list, help} */
export function listen(element, actions) {
  const stop = new AbortController();
  const on = (name, handler, options) => element.addEventListener(name, handler, { signal: stop.signal, ...options });
  listenToPointers(element, on, actions);
  on('wheel', event => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    actions.zoom(Math.exp(-event.deltaY * lines * WHEEL), ...placeOf(element, event));
  }, { passive: false });
  on('dblclick', event => actions.zoom(2, ...placeOf(element, event)));
  on('keydown', event => {
    const action = keyOf(event, actions);
    if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      action();
    }
  });
  return { dispose: () => stop.abort() };
}

function keyOf({ key, shiftKey }, actions) {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowLeft': return () => actions.step(-1, 0, shiftKey);
    case 'ArrowRight': return () => actions.step(1, 0, shiftKey);
    case 'ArrowUp': return () => actions.step(0, -1, shiftKey);
    case 'ArrowDown': return () => actions.step(0, 1, shiftKey);
    case '+':
    case '=': return () => actions.zoom(ZOOM_STEP);
    case '-': return () => actions.zoom(1 / ZOOM_STEP);
    case '0':
    case 'Home': return () => actions.fit();
    case 'Enter': return () => actions.open();
    case 'Escape': return () => actions.escape();
    case '/':
    case 'f': return () => actions.search();
    case 'l': return () => actions.list();
    case '?': return () => actions.help();
    default: return null;
  }
}

function listenToPointers(element, on, actions) {
  const pointers = new Map();
  let travelled = 0;
  // Where the element lay when the first finger came down: to ask again with every movement would have the page laid out each time.
  let box = null;
  on('pointerdown', event => {
    if (event.button !== 0) {
      return;
    }

    if (pointers.size === 0) {
      travelled = 0;
      box = element.getBoundingClientRect();
    }

    pointers.set(event.pointerId, placeIn(box, event));
    element.setPointerCapture(event.pointerId);
  });

  on('pointermove', event => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') {
        actions.hover(...placeOf(element, event));
      }

      return;
    }

    const [x, y] = placeIn(box, event);

    travelled += Math.hypot(x - before[0], y - before[1]);
    if (pointers.size === 1) {
      if (travelled > TAP) {
        element.classList.add('dragging');
        actions.pan(x - before[0], y - before[1]);
      }
    } else {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      const was = Math.hypot(before[0] - other[0], before[1] - other[1]);
      const is = Math.hypot(x - other[0], y - other[1]);
      actions.pan((x - before[0]) / 2, (y - before[1]) / 2);
      if (was > 0) {
        actions.zoom(is / was, (x + other[0]) / 2, (y + other[1]) / 2);
      }
    }

    pointers.set(event.pointerId, [x, y]);
  });

  const release = event => {
    const known = pointers.delete(event.pointerId);
    element.classList.remove('dragging');
    if (known && event.type === 'pointerup' && travelled <= TAP && pointers.size === 0) {
      actions.choose(...placeOf(element, event), event.pointerType !== 'mouse');
    }
  };
  on('pointerup', release);
  on('pointercancel', release);
  on('pointerleave', event => {
    if (event.pointerType === 'mouse' && pointers.size === 0) {
      actions.leave();
    }
  });
}

function placeOf(element, event) {
  return placeIn(element.getBoundingClientRect(), event);
}

function placeIn(box, event) {
  return [event.clientX - box.left, event.clientY - box.top];
}
