// Mouse, touch and keyboard on the map: drag, wheel, pinch, hover, tap, arrows. Calls back with what was meant.

const TAP = 6; // CSS pixels a tap may wander
const WHEEL = 0.0016;
const STEP = 70;
const ZOOM_STEP = 1.35;

/** @param actions {pan, zoom, fit, hover, leave, choose, escape} */
export function listen(element, actions) {
  const stop = new AbortController();
  const on = (name, handler, options) => element.addEventListener(name, handler, { signal: stop.signal, ...options });
  const pointers = new Map();
  let travelled = 0;
  const place = event => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  on('pointerdown', event => {
    if (event.button !== 0) {
      return;
    }

    if (pointers.size === 0) {
      travelled = 0;
    }

    pointers.set(event.pointerId, place(event));
    element.setPointerCapture(event.pointerId);
  });

  on('pointermove', event => {
    const [x, y] = place(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') {
        actions.hover(x, y);
      }

      return;
    }

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
      actions.choose(...place(event), event.pointerType !== 'mouse');
    }
  };
  on('pointerup', release);
  on('pointercancel', release);
  on('pointerleave', event => {
    if (event.pointerType === 'mouse' && pointers.size === 0) {
      actions.leave();
    }
  });
  on('wheel', event => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    actions.zoom(Math.exp(-event.deltaY * lines * WHEEL), ...place(event));
  }, { passive: false });
  on('dblclick', event => actions.zoom(2, ...place(event)));

  const keys = {
    ArrowLeft: () => actions.pan(STEP, 0),
    ArrowRight: () => actions.pan(-STEP, 0),
    ArrowUp: () => actions.pan(0, STEP),
    ArrowDown: () => actions.pan(0, -STEP),
    '+': () => actions.zoom(ZOOM_STEP),
    '=': () => actions.zoom(ZOOM_STEP),
    '-': () => actions.zoom(1 / ZOOM_STEP),
    0: () => actions.fit(),
    Home: () => actions.fit(),
    Escape: () => actions.escape(),
  };
  on('keydown', event => {
    const action = keys[event.key];
    if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      action();
    }
  });

  return { dispose: () => stop.abort() };
}
