// Brings the page back after the server or the network was away. Blazor tries by itself for a while and then gives up;
// this script does not. It reloads only when the server has just answered: a browser's own error page runs no script.

const INTERVAL = 2000;
const notice = document.getElementById('components-reconnect-modal');
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

async function attempt() {
  const boot = await bootId();
  if (boot === undefined || state === 'hide') {
    return;
  }

  // Another process answers, or the server no longer knows this page: its state there is gone.
  if ((knownBoot && boot && boot !== knownBoot) || state === 'rejected') {
    location.reload();
  } else if (state === 'failed' && !(await window.Blazor.reconnect())) {
    location.reload();
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

notice.addEventListener('components-reconnect-state-changed', event => {
  state = event.detail.state;
  if (state === 'hide') {
    delete document.documentElement.dataset.connection;
  } else {
    // What the server wrote last stays on the page: the style sheet takes back what it says of the present.
    document.documentElement.dataset.connection = 'lost';
  }

  watch();
});
document.getElementById('reconnect-now').addEventListener('click', attempt);
bootId().then(boot => { knownBoot = boot; });
