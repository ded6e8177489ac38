// Mouse, touch and keyboard on the plan. Calls back with what was meant; what it means to the draft is the server's affair.

const TAP = 5; // CSS pixels a press may wander
const WHEEL = 0.0016;
const STEP = 70;
const ZOOM_STEP = 1.35;
const KEYS = {
  n: 'next', N: 'previous', r: 'turn', R: 'turn', Delete: 'remove', Backspace: 'remove', Escape: 'none',
};

/**
 * @param actions {machineAt(x, y, finger), pan, zoom, fit, hover, choose(machine, extend, bank), lift(machine), drag(dx, dy), drop(dx, dy), cancel,
 *   band(rectangle), bandEnd(rectangle, extend), press(name), hasChosen, tool}
 */
export function listen(element, actions, mayEdit) {
  const stop = new AbortController();
  const on = (name, handler, options) => element.addEventListener(name, handler, { signal: stop.signal, ...options });
  const pointers = new Map();
  let mode = null; // 'machine', 'band', 'pan', 'pinch'
  let start = [0, 0];
  let pressed = -1;
  let travelled = 0;
  let finger = false;
  const place = event => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  on('pointerdown', event => {
    if (event.button > 1) {
      return;
    }

    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    if (pointers.size === 2) {
      if (mode === 'machine') {
        actions.cancel();
      }

      mode = 'pinch';
      actions.band(null);
      return;
    }

    start = place(event);
    travelled = 0;
    finger = event.pointerType !== 'mouse';
    pressed = event.button === 0 ? actions.machineAt(...start, finger) : -1;
    if (event.button === 1 || !mayEdit) {
      mode = 'pan';
      event.preventDefault();
    } else if (pressed >= 0) {
      mode = 'machine';
    } else {
      mode = actions.tool() === 'pan' ? 'pan' : 'band';
    }
  });

  on('pointermove', event => {
    const at = place(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') {
        actions.hover(actions.machineAt(...at, false));
      }

      return;
    }

    const far = travelled > TAP;
    travelled += Math.hypot(at[0] - before[0], at[1] - before[1]);
    pointers.set(event.pointerId, at);
    if (mode === 'pinch') {
      pinch(event.pointerId, before, at);
    } else if (travelled > TAP) {
      if (mode === 'pan') {
        element.classList.add('dragging');
        actions.pan(at[0] - before[0], at[1] - before[1]);
      } else if (mode === 'machine') {
        if (!far) {
          actions.lift(pressed, event.shiftKey);
        }

        actions.drag(at[0] - start[0], at[1] - start[1]);
      } else {
        actions.band(rectangle(start, at));
      }
    }
  });

  function pinch(id, before, at) {
    const other = [...pointers].find(([key]) => key !== id)?.[1];
    if (other) {
      const was = Math.hypot(before[0] - other[0], before[1] - other[1]);
      const is = Math.hypot(at[0] - other[0], at[1] - other[1]);
      actions.pan((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
      if (was > 0) {
        actions.zoom(is / was, (at[0] + other[0]) / 2, (at[1] + other[1]) / 2);
      }
    }
  }

  const release = event => {
    const known = pointers.delete(event.pointerId);
    element.classList.remove('dragging');
    if (!known || pointers.size > 0) {
      return;
    }

    const at = place(event);
    const done = mode;
    mode = null;
    if (event.type === 'pointercancel') {
      actions.band(null);
      actions.cancel();
    } else if (done === 'machine') {
      travelled > TAP ? actions.drop(at[0] - start[0], at[1] - start[1]) : actions.choose(pressed, event.shiftKey || event.ctrlKey || event.metaKey, false);
    } else if (done === 'band') {
      actions.band(null);
      travelled > TAP ? actions.bandEnd(rectangle(start, at), event.shiftKey) : actions.press('none');
    }
  };
  on('pointerup', release);
  on('pointercancel', release);
  on('pointerleave', event => {
    if (event.pointerType === 'mouse' && pointers.size === 0) {
      actions.hover(-1);
    }
  });
  on('wheel', event => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    actions.zoom(Math.exp(-event.deltaY * lines * WHEEL), ...place(event));
  }, { passive: false });
  on('dblclick', event => {
    const machine = actions.machineAt(...place(event), finger);
    if (machine >= 0 && mayEdit) {
      actions.choose(machine, event.shiftKey, true);
    }
  });

  on('keydown', event => {
    const command = event.ctrlKey || event.metaKey;
    const name = command ? commandOf(event) : KEYS[event.key];
    const arrow = /^Arrow(Left|Right|Up|Down)$/.exec(event.key)?.[1].toLowerCase();
    if (arrow && !command && !event.altKey) {
      event.preventDefault();
      mayEdit && actions.hasChosen() ? actions.press(arrow) : actions.pan(...panOf(arrow));
    } else if (name && mayEdit && !event.altKey) {
      event.preventDefault();
      if (name === 'none' && mode === 'machine') {
        mode = 'idle';
        actions.cancel();
      } else {
        actions.press(name);
      }
    } else if (!command && !event.altKey && '+=-0'.includes(event.key)) {
      event.preventDefault();
      event.key === '0' ? actions.fit() : actions.zoom(event.key === '-' ? 1 / ZOOM_STEP : ZOOM_STEP);
    }
  });

  return { dispose: () => stop.abort() };
}

function commandOf(event) {
  const key = event.key.toLowerCase();
  return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : key === 'a' ? 'all' : null;
}

function panOf(arrow) {
  return { left: [STEP, 0], right: [-STEP, 0], up: [0, STEP], down: [0, -STEP] }[arrow];
}

function rectangle([x, y], [toX, toY]) {
  return { left: Math.min(x, toX), top: Math.min(y, toY), right: Math.max(x, toX), bottom: Math.max(y, toY) };
}
