// Drags machines from the tray (rows with data-tray) onto the plan; a plain press puts them into the middle of what is shown.

const TAP = 5; // CSS pixels a press may wander

/** @param actions {over(x, y) with client coordinates or null, drop(machine, x, y), middle(machine)} */
export function listenToTray(root, actions) {
  const stop = new AbortController();
  const on = (name, handler) => root.addEventListener(name, handler, { signal: stop.signal });
  let machine = -1;
  let start = [0, 0];
  let dragging = false;
  let row = null;

  on('pointerdown', event => {
    row = event.target.closest('[data-tray]');
    if (row && event.button === 0) {
      machine = Number(row.dataset.tray);
      start = [event.clientX, event.clientY];
      dragging = false;
      row.setPointerCapture(event.pointerId);
    }
  });
  on('pointermove', event => {
    if (machine < 0) {
      return;
    }

    dragging ||= Math.hypot(event.clientX - start[0], event.clientY - start[1]) > TAP;
    if (dragging) {
      row.classList.add('dragging');
      actions.over(event.clientX, event.clientY);
    }
  });
  on('pointerup', event => {
    if (machine >= 0 && dragging) {
      actions.drop(machine, event.clientX, event.clientY);
    }

    end();
  });
  on('pointercancel', end);
  on('click', event => {
    // A drag ends in a click, too.
    const chosen = event.target.closest('[data-tray]');
    if (chosen && !dragging) {
      actions.middle(Number(chosen.dataset.tray));
    }

    dragging = false;
  });

  function end() {
    row?.classList.remove('dragging');
    actions.over(null);
    machine = -1;
  }

  return { dispose: () => stop.abort() };
}
