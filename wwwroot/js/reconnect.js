// Brings the page back after the server or the network was away. Blazor tries by itself for a while and then gives up;
// this script does not. It reloads only when the server has just answered: a browser's own error page runs no script. Nor does Blazor notice for half a
// minute that the network swallows everything: so the server is asked now and then, and a page whose server is silent says so.

import { silence } from './life.js';

const INTERVAL = 2000;
const MISSES = 2; // answers that have to stay away, one after the other, where nothing else has fallen silent
const LONGEST_NAME = 40; // characters of a link that are told
const root = document.documentElement;
const notice = document.getElementById('components-reconnect-modal');
const heldNote = document.getElementById('reconnect-held');
let knownBoot;
let state = 'hide';
let watching = false;

// The boot id of the running server; null when it answered without one, undefined when it did not answer.
async function bootId() {
  try {
    const response = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(INTERVAL) });
    const isJson = response.headers.get('content-type')?.includes('json');
    return (isJson ? (await response.json()).bootId : null) ?? null;
  } catch {
    return undefined;
  }
}

// Where a link was to lead that was chosen while the server was away. It stands in the document: StartupWatch.razor goes there, too.
function hold(address, name) {
  root.dataset.held = address;
  heldNote.querySelector('strong').textContent = name;
  heldNote.hidden = false;
}

function letGo() {
  const held = root.dataset.held;
  delete root.dataset.held;
  heldNote.hidden = true;
  return held;
}

function loadAnew() {
  const held = letGo();
  if (held) {
    location.assign(held);
  } else {
    location.reload();
  }
}

// The server is there again and knows this page.
function takeUp() {
  delete root.dataset.silent;
  delete root.dataset.connection;
  const held = letGo();
  if (held) {
    window.Blazor.navigateTo(held);
  }
}

/** Goes to a page of the app at once, or as soon as the server answers. */
export function go(address, name) {
  if (root.dataset.connection === 'lost') {
    hold(address, name);
  } else {
    window.Blazor.navigateTo(address);
  }
}

async function attempt() {
  const boot = await bootId();
  if (boot === undefined || state === 'hide') {
    return;
  }

  // Another process answers, or the server no longer knows this page: its state there is gone.
  if ((knownBoot && boot && boot !== knownBoot) || state === 'rejected') {
    loadAnew();
  } else if (state === 'failed' && !(await window.Blazor.reconnect())) {
    loadAnew();
  }
}

async function watch() {
  if (watching) {
    return;
  }

  watching = true;
  while (state !== 'hide') {
    await attempt();
    await new Promise(resolve => setTimeout(resolve, INTERVAL));
  }

  watching = false;
}

// Until the page is connected StartupWatch.razor sees to it, and a hidden tab is not looked at.
async function listen() {
  for (let misses = 0; ; await new Promise(resolve => setTimeout(resolve, misses > 0 ? 0 : INTERVAL))) {
    const isWatched = state === 'hide' && !document.hidden && document.querySelector('#content[data-interactive]');
    misses = isWatched && silence() > INTERVAL && await bootId() === undefined ? misses + 1 : 0;
    if (state !== 'hide') {
      delete root.dataset.silent;
    } else if (misses >= (Number.isFinite(silence()) ? 1 : MISSES)) {
      root.dataset.silent = root.dataset.connection = 'lost';
    } else if (misses === 0 && root.dataset.silent) {
      takeUp();
    }
  }
}

notice.addEventListener('components-reconnect-state-changed', event => {
  state = event.detail.state;
  if (state === 'hide') {
    takeUp();
  } else {
    // What the server wrote last stays on the page: the style sheet takes back what it says of the present.
    root.dataset.connection = 'lost';
  }

  watch();
});

// A page of a server that does not answer would be the browser's own error page, which never comes back: links wait for the server.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (root.dataset.connection !== 'lost' || !link || !isPlain || link.target || link.hasAttribute('download') || link.origin !== location.origin) {
    return;
  }

  const isHere = link.pathname === location.pathname && link.search === location.search;
  if (!(isHere && link.hash)) {
    event.preventDefault();
    const name = (link.ariaLabel ?? link.innerText).trim();
    hold(link.href, name && name.length <= LONGEST_NAME ? name : decodeURI(link.pathname));
  }
}, true);
document.getElementById('reconnect-stay').addEventListener('click', letGo);
document.getElementById('reconnect-now').addEventListener('click', attempt);
bootId().then(boot => { knownBoot = boot; });
listen();
