// What the colours mean. A metric turns a machine's byte into one of at most 256 colours; the same tables draw the legend.

// Cividis (Nuñez, Anderton, Renslow 2018), every 16th of its colours: readable with any colour vision.
const CIVIDIS = ['#00224e', '#012d63', '#17366d', '#2d416c', '#3d4c6b', '#4b566c', '#58616e', '#656c73', '#737678',
  '#818278', '#918e76', '#a29a73', '#b3a76d', '#c4b465', '#d7c35a', '#ead14a', '#fee838'];
const ORANGE_TO_BLUE = {
  dark: ['#ff9d3d', '#d98b45', '#a97a53', '#68747f', '#5290bd', '#4aa6ea', '#6cc4ff'],
  light: ['#b34700', '#cf7324', '#e2ab74', '#c9d1d8', '#82b0d6', '#2f7fc1', '#00529b'],
};

export const STATUS = { unknown: 0, inService: 1, idle: 2, offline: 3, powerOff: 4, attention: 5, critical: 6 };
export const FLAG = { locked: 1, door: 2, tilt: 4, hopper: 8, hot: 16, cold: 32, carded: 64, lamp: 128 };

const HEALTH = {
  dark: ['#39434e', '#5f7688', '#46525e', '#2a323b', '#2a323b', '#ff9a3c', '#ff5d52'],
  light: ['#c6ced6', '#8ea3b3', '#b9c4ce', '#dfe5ea', '#dfe5ea', '#c25700', '#b3261e'],
};

/** The index of the colour for a machine that has none: drawn hollow. */
export const HOLLOW = -1;
/** The same for one whose figure is not known: a dot. */
export const UNKNOWN = -2;

export function scaleOf(metric, scale, theme) {
  switch (metric) {
    case 'heat': {
      // What lies beyond a score of 1 has the brightest colour: the scale's head-room is not worth shades.
      const top = scale.heatCodes / scale.heatMax;
      return {
        colours: ramp(CIVIDIS, 256),
        column: 'heat',
        index: code => Math.min(255, Math.round(code / top * 255)),
        value: code => (code * scale.heatMax / scale.heatCodes).toFixed(2),
        title: 'Heat score',
        note: 'events of 5 min / 100',
        ticks: [[0, '0'], [0.25, '0.25'], [0.5, '0.5'], [0.75, '0.75'], [1, '1+']],
      };
    }
    case 'coinin': {
      const place = dollars => Math.log(1 + dollars) / Math.log(1 + scale.coinInMax);
      return {
        colours: ramp(CIVIDIS, 256),
        column: 'coinIn',
        index: code => Math.round(code / scale.coinInCodes * 255),
        value: code => dollars(Math.exp(code / scale.coinInCodes * Math.log(1 + scale.coinInMax)) - 1),
        title: 'Coin-in per minute',
        note: '5 min average',
        ticks: [[0, '$0'], [place(10), '$10'], [place(100), '$100'], [place(500), '$500'], [1, `$${scale.coinInMax / 1000}k+`]],
      };
    }
    case 'hold':
      return {
        colours: ramp(ORANGE_TO_BLUE[theme], 256),
        column: 'hold',
        index: code => code === scale.holdUnknown ? UNKNOWN : Math.round(code / scale.holdCodes * 255),
        value: code => code === scale.holdUnknown ? '–' : signed(code * 2 * scale.holdMax / scale.holdCodes - scale.holdMax),
        title: 'Hold against theoretical',
        note: '60 min, percentage points',
        ticks: [[0, `−${scale.holdMax}`], [0.25, `−${scale.holdMax / 2}`], [0.5, '0'], [0.75, `+${scale.holdMax / 2}`], [1, `+${scale.holdMax}`]],
      };
    default:
      return {
        colours: HEALTH[theme],
        column: 'status',
        index: code => code,
        value: () => '',
        title: 'State of service',
        note: '',
        ticks: null,
      };
  }
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(colour) {
  const [r, g, b] = channels(colour).map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? '#0a0d11' : '#ffffff';
}

function ramp(stops, count) {
  return Array.from({ length: count }, (_, i) => {
    const at = i / (count - 1) * (stops.length - 1);
    const low = Math.min(stops.length - 2, Math.floor(at));
    const [from, to] = [channels(stops[low]), channels(stops[low + 1])];
    const mixed = from.map((channel, c) => Math.round(channel + (to[c] - channel) * (at - low)));
    return `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
  });
}

function channels(colour) {
  return [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
}

function dollars(value) {
  return value < 10 ? `$${value.toFixed(1)}` : `$${Math.round(value)}`;
}

function signed(value) {
  return value > 0 ? `+${value.toFixed(1)}` : value < 0 ? `−${Math.abs(value).toFixed(1)}` : '0';
}
