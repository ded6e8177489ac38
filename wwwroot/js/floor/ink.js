// The map's colours outside the scales, from the style sheet, so that they follow the theme.

const NAMES = ['ground', 'thread', 'zone', 'zone-line', 'label', 'faint', 'bank', 'bank-line', 'edge', 'hollow', 'focus',
  'locked', 'door', 'tilt', 'power', 'critical', 'attention', 'hopper', 'lamp', 'hot', 'cold',
  'quiet', 'off', 'carded', 'uncarded', 'wall', 'aisle', 'pit', 'entrance'];

export function readInk(element) {
  const style = getComputedStyle(element);
  const ink = { font: style.fontFamily, theme: document.documentElement.dataset.theme === 'light' ? 'light' : 'dark' };
  for (const name of NAMES) {
    ink[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = style.getPropertyValue(`--map-${name}`).trim();
  }

  return ink;
}
