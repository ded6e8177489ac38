// When this page last heard from the server by a connection that is never long silent; most pages have none.

let last = -Infinity;

export function heard() {
  last = performance.now();
}

/** Milliseconds since then; infinite when it never did. */
export function silence() {
  return performance.now() - last;
}
