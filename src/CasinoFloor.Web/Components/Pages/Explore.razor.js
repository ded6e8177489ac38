// What the page keeps in the browser: the queries asked here, for this browser alone.

const KEY = 'casinofloor-queries';
const MOST = 50;
const LONGEST = 20_000; // characters of a query that is kept

function isEntry(entry) {
  return typeof entry?.query === 'string' && typeof entry.at === 'number' && typeof entry.milliseconds === 'number';
}

export function history() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry).slice(0, MOST) : [];
  } catch {
    return []; // Storage is off, or holds what is not ours.
  }
}

function keep(entries) {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Storage is off or full: the page works without a history.
  }

  return entries;
}

/** @param entry {query, at, rows, milliseconds} */
export function remember(entry) {
  const others = history().filter(other => other.query !== entry.query);
  return entry.query.length > LONGEST ? others : keep([entry, ...others].slice(0, MOST));
}

export function forget() {
  return keep([]);
}

export async function share(address) {
  window.history.replaceState(window.history.state, '', address);
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}
