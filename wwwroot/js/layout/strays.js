// Machines that stand far from all others, misplaced or on trial in another house: a view that had to show them too would show nothing else. The same rule as
// src/CasinoFloor.Web/Components/Charts/PlaceRange.cs.

const FEWEST = 10; // with fewer there is no bulk to stand off from
const ENDS = 0.05; // of the places at either end of an axis: what these alone span does not count

function bulk(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const ends = Math.max(1, Math.floor(sorted.length * ENDS));
  return [sorted[ends], sorted[sorted.length - 1 - ends]];
}

/**
 * Which places are farther from the bulk than the bulk is long.
 * @param places [[x, y], …]
 * @returns for each place whether it is one of them
 */
export function strays(places) {
  if (places.length < FEWEST) {
    return places.map(() => false);
  }

  const ranges = [0, 1].map(axis => bulk(places.map(place => place[axis])));
  const reach = Math.max(...ranges.map(([least, most]) => most - least));
  return places.map(place => reach > 0 && ranges.some(([least, most], axis) => place[axis] < least - reach || place[axis] > most + reach));
}
