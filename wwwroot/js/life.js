// When this page last heard from the server by any connection of its own.

let last = 0;

export function heard() {
  last = performance.now();
}

/** Milliseconds since then. */
export function silence() {
  return performance.now() - last;
}
