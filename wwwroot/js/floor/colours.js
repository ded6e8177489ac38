// Colours as numbers: ramps between stops, and the ink that reads on a colour.

// Cividis (Nuñez, Anderton, Renslow 2018), every 16th of its colours: readable with any colour vision.
export const CIVIDIS = ['#00224e', '#012d63', '#17366d', '#2d416c', '#3d4c6b', '#4b566c', '#58616e', '#656c73', '#737678',
  '#818278', '#918e76', '#a29a73', '#b3a76d', '#c4b465', '#d7c35a', '#ead14a', '#fee838'];

/** So many colours from the first stop to the last. */
export function ramp(stops, count) {
  return Array.from({ length: count }, (_, i) => {
    const at = i / (count - 1) * (stops.length - 1);
    const low = Math.min(stops.length - 2, Math.floor(at));
    const [from, to] = [channels(stops[low]), channels(stops[low + 1])];
    const mixed = from.map((channel, c) => Math.round(channel + (to[c] - channel) * (at - low)));
    return `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(colour) {
  const [r, g, b] = channels(colour).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? '#0a0d11' : '#ffffff';
}

function channels(colour) {
  return [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
}
