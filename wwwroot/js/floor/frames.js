// The connection that brings what the live map and the panels beside it show: src/CasinoFloor.Web/Live/Viewers, ViewerRequest.cs for what is said here.
// It is apart from the page's circuit: each comes back by itself when the other is still away.

import { heard as alive } from '../life.js';

const LOOK = 500; // milliseconds between two looks at the connection
const ASK_AFTER = 1500; // milliseconds of silence until the server is asked whether it is there
const SILENT_AFTER = 3000; // milliseconds of silence after which the connection counts as dead
const PATIENCE = 2000; // milliseconds for an answer of the server, or for a connection to open
const RETRY = [300, 900]; // milliseconds, so that not all browsers come back at once
const REFUSED_RETRY = 10000; // milliseconds
const GIVEN_UP = 1008; // the server's code for a page that it lets go, as no frame fits
const CLOCK_EVERY = 10000; // milliseconds
const FIRST_CLOCKS = 4; // one after the other: the first answers come while the page is still busy
const SHOWN = 1;
const CLOCK = 2;
const WINDOW = 3;
const DRAWN = 4;
const BRACE = 0x7b;

/**
 * @param address path of the WebSocket
 * @param page {layout(bytes), frame(bytes) => the sequence that is shown now, or 0 where it did not fit, panels(message), clock(sent, server), window() => code}
 */
export function openFrames(address, page) {
  let socket = null;
  let opened = 0;
  let heard = 0;
  let asked = 0;
  let clocks = 0;
  let refusals = 0;
  let unfit = false; // the last connection brought what this page cannot show
  let timer = 0;
  let closed = false;

  const say = bytes => {
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(bytes);
    }
  };
  const message = (kind, size, fill) => {
    const view = new DataView(new ArrayBuffer(1 + size));
    view.setUint8(0, kind);
    fill(view);
    say(view.buffer);
  };
  const askClock = () => {
    asked = performance.now();
    message(CLOCK, 8, view => view.setFloat64(1, asked, true));
  };

  function connect() {
    const url = new URL(address, document.baseURI);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('figures', page.window());
    const mine = socket = new WebSocket(url);
    let answered = false;
    unfit = false;
    socket.binaryType = 'arraybuffer';
    opened = heard = performance.now();
    socket.onopen = () => {
      answered = true;
      refusals = clocks = 0;
      heard = performance.now();
      askClock();
    };
    socket.onmessage = event => {
      if (mine === socket) {
        heard = performance.now();
        alive();
        hear(event.data);
      }
    };
    socket.onclose = event => {
      if (mine === socket) {
        unfit = event.code === GIVEN_UP;
        refusals += answered ? 0 : 1;
        lose();
      }
    };
  }

  function hear(data) {
    if (typeof data === 'string') {
      const said = JSON.parse(data);
      if (said.kind === 'clock') {
        page.clock(said.asked, said.server);
        if (++clocks < FIRST_CLOCKS) {
          askClock();
        }
      } else {
        page.panels(said);
      }

      return;
    }

    const bytes = new Uint8Array(data);
    if (bytes[0] === BRACE) {
      take(bytes);
    } else {
      const shown = page.frame(bytes);
      message(SHOWN, 4, view => view.setUint32(1, shown, true));
    }
  }

  // No frame fits without its layout: were the frames refused one by one, each would bring the same layout again.
  function take(bytes) {
    try {
      page.layout(bytes);
    } catch (error) {
      reportError(error);
      unfit = true;
      lose();
    }
  }

  function lose() {
    const lost = socket;
    socket = null;
    lost?.close();
    clearTimeout(timer);
    if (!closed) {
      // Where the server answers and yet refuses, or sends what cannot be shown, asking again soon would not help.
      timer = setTimeout(comeBack, unfit || refusals > 2 ? REFUSED_RETRY : RETRY[0] + Math.random() * (RETRY[1] - RETRY[0]));
    }
  }

  // Asked by a plain request first: browsers make a page wait longer and longer for its next WebSocket after each that failed.
  async function comeBack() {
    try {
      await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      lose();
      return;
    }

    if (!closed && !socket) {
      connect();
    }
  }

  function look() {
    if (!socket) {
      return;
    }

    const now = performance.now();
    if (socket.readyState === WebSocket.CONNECTING ? now - opened > PATIENCE : now - heard > SILENT_AFTER) {
      lose();
    } else if (now - asked > (now - heard > ASK_AFTER ? ASK_AFTER : CLOCK_EVERY)) {
      askClock();
    }
  }

  connect();
  const looking = setInterval(look, LOOK);
  return {
    /** The window of the key figures was chosen. */
    window(code) {
      say(Uint8Array.from([WINDOW, ...new TextEncoder().encode(code)]));
    },

    /** Tells the server what was measured here over the last minute. */
    drawn({ median, p99 }) {
      message(DRAWN, 8, view => {
        view.setFloat32(1, median, true);
        view.setFloat32(5, p99, true);
      });
    },

    close() {
      closed = true;
      clearInterval(looking);
      clearTimeout(timer);
      lose();
    },
  };
}
