// Ages, counted on in the browser: of the data, and of the rows in the lists. The server cannot see a dead network for half a minute;
// here the age of the last frame tells at once.

const SILENT_AFTER = 3000; // milliseconds without any frame; a frame comes with every tick, changed or not
const INTERVAL = 250;

/**
 * @param root holds the rows, and the badge of live data
 * @param options {past: the frames are of the past and have no badge, staleAfter (milliseconds)}
 */
export function watchAge(root, { past, staleAfter }) {
  const badge = root.querySelector('[data-role=age]');
  const text = root.querySelector('[data-role=age-text]');
  let frame = null;
  let arrived = 0;

  const show = () => {
    const silence = past ? 0 : performance.now() - arrived;
    if (badge) {
      const [state, words] = judge(frame, silence, staleAfter);
      if (badge.dataset.state !== state) {
        badge.dataset.state = state;
      }

      set(text, words);
    }

    if (frame) {
      // Rows age by the engine's clock, which in a replay is not the wall's; it stands still with the connection.
      const now = frame.engineClock + Math.min(silence, SILENT_AFTER);
      for (const element of root.querySelectorAll('[data-since]')) {
        set(element, span(now - Number(element.dataset.since)));
      }
    }
  };
  const timer = setInterval(show, INTERVAL);
  return {
    update(clocks) {
      frame = clocks;
      arrived = performance.now();
    },

    /** Says with the badge how long events took from their receipt to the screen. @param drawn {median, p99 (milliseconds)} */
    tell({ median, p99 }) {
      badge.title = `Time since the newest event was received.\nEvent received until drawn here, last minute: half within ${Math.round(median)} ms, 99 % within ${Math.round(p99)} ms.`;
    },

    dispose: () => clearInterval(timer),
  };
}

// Four states: nothing known yet, live, stale (the source is silent), disconnected (this browser gets no frames).
function judge(frame, silence, staleAfter) {
  if (!frame) {
    return ['unknown', 'no data yet'];
  }

  // The page may know of a lost connection before the silence tells.
  if (silence > SILENT_AFTER || document.documentElement.dataset.connection === 'lost') {
    return ['disconnected', `disconnected · ${span(silence)}`];
  }

  if (Number.isNaN(frame.newestReceived)) {
    return ['unknown', 'no data yet'];
  }

  const age = Math.max(0, frame.serverClock - frame.newestReceived) + silence;
  return age > staleAfter ? ['stale', `stale · ${span(age)}`] : ['live', `live · ${(age / 1000).toFixed(1)} s`];
}

function span(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = number => String(number).padStart(2, '0');
  return seconds < 3600
    ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

// The text itself is changed: a new one in its place would have the row built anew.
function set(element, words) {
  const text = element.firstChild;
  if (!text) {
    element.textContent = words;
  } else if (text.data !== words) {
    text.data = words;
  }
}
