// What the colours mean. A layer turns a machine's bytes into one of its colours; the same tables draw the legend and the figures of
// sections. A scale has
//   colours, inks       by colour index; the ink is for text on the colour
//   colourOf(state, i)  a machine's colour index, HOLLOW or UNKNOWN
//   text(state, i)      what a machine says close up
//   total(sum)          what a group of machines says: {colour, text, note}
//   ticks | items       for the legend: a range, or named colours
//   marks               which of the marks are drawn: see marks.js
//   glyphs              shape beside the colour, by colour index

import { UNKNOWN, silent } from './codes.js';
import { CIVIDIS, inkOn, ramp } from './colours.js';
import { categoryLayer } from './categories.js';
import { dollars, signed } from './figures.js';

const STEPS = 256;
const ORANGE_TO_BLUE = {
  dark: ['#ff9d3d', '#d98b45', '#a97a53', '#68747f', '#5290bd', '#4aa6ea', '#6cc4ff'],
  light: ['#b34700', '#cf7324', '#e2ab74', '#c9d1d8', '#82b0d6', '#2f7fc1', '#00529b'],
};

/**
 * @param scale the codes' ranges, from the layout message
 * @param ink the theme's colours
 */
export function scaleOf(layer, scale, ink) {
  const made = gradedLayer(layer, scale, ink.theme) ?? categoryLayer(layer, ink);
  return { ...made, layer, inks: made.colours.map(inkOn) };
}

function gradedLayer(layer, scale, theme) {
  switch (layer) {
    case 'heat':
      // What lies beyond a score of 1 has the brightest colour: the scale's head-room is not worth shades.
      return graded({
        column: 'heat',
        title: 'Activity: heat score',
        note: 'events of 5 min / 100',
        value: code => code * scale.heatMax / scale.heatCodes,
        most: scale.heatCodes,
        place: score => score,
        write: score => score.toFixed(2),
        total: sum => [sum.mean, sum.mean.toFixed(2), 'mean heat'],
        ticks: [[0, '0'], [0.25, '0.25'], [0.5, '0.5'], [0.75, '0.75'], [1, '1+']],
      });
    case 'coinin': {
      const place = rate => Math.log(1 + rate) / Math.log(1 + scale.coinInMax);
      return graded({
        column: 'coinIn',
        title: 'Coin-in per minute',
        note: '5 min average',
        value: code => Math.exp(code / scale.coinInCodes * Math.log(1 + scale.coinInMax)) - 1,
        most: scale.coinInCodes,
        place,
        write: dollars,
        total: sum => [sum.mean, dollars(sum.sum), 'coin-in / min'],
        ticks: [[0, '$0'], [place(10), '$10'], [place(100), '$100'], [1, `$${scale.coinInMax / 1000}k+`]],
      });
    }
    case 'hold':
      return graded({
        column: 'hold',
        title: 'Hold against theoretical',
        note: '60 min, percentage points',
        stops: ORANGE_TO_BLUE[theme],
        unknown: scale.holdUnknown,
        value: code => code * 2 * scale.holdMax / scale.holdCodes - scale.holdMax,
        least: 0,
        most: scale.holdCodes,
        place: points => (points + scale.holdMax) / (2 * scale.holdMax),
        write: signed,
        total: sum => [sum.mean, `${signed(sum.mean)} pts`, 'mean of machines'],
        ticks: [[0, `−${scale.holdMax}`], [0.25, `−${scale.holdMax / 2}`], [0.5, '0'], [0.75, `+${scale.holdMax / 2}`], [1, `+${scale.holdMax}`]],
      });
    case 'lastwin': {
      const place = amount => Math.log(1 + amount) / Math.log(1 + scale.winMax);
      return graded({
        column: 'lastWin',
        title: 'Last win',
        note: 'newest of 15 min',
        unknown: 0,
        unknownName: 'No win in 15 min',
        value: code => Math.exp(code / scale.winCodes * Math.log(1 + scale.winMax)) - 1,
        most: scale.winCodes,
        place,
        write: dollars,
        total: sum => [sum.greatest, `${sum.greatest > scale.winMax * 0.999 ? '≥ ' : ''}${dollars(sum.greatest)}`, 'greatest last win'],
        ticks: [[0, '$0'], [place(10), '$10'], [place(100), '$100'], [1, `$${scale.winMax / 1000}k+`]],
      });
    }
    default:
      return null;
  }
}

// Codes become values, colours and texts by table: nothing is reckoned or made while drawing. The least and the most code stand for all that lies beyond, too.
function graded({ column, title, note, stops = CIVIDIS, unknown = -1, unknownName = 'Unknown', value, least = -1, most, place, write, total, ticks }) {
  const colour = amount => Math.min(STEPS - 1, Math.max(0, Math.round(place(amount) * (STEPS - 1))));
  const values = Float64Array.from({ length: 256 }, (_, code) => code === unknown ? NaN : value(code));
  const indexes = Int16Array.from(values, amount => Number.isNaN(amount) ? UNKNOWN : colour(amount));
  const beyond = code => code === least ? '≤ ' : code === most ? '≥ ' : '';
  const texts = Array.from(values, (amount, code) => Number.isNaN(amount) ? '' : beyond(code) + write(amount));
  return {
    colours: ramp(stops, STEPS),
    title,
    note,
    ticks,
    unknownName: unknown < 0 ? '' : unknownName,
    marks: 'usual',
    colourOf: (state, i) => silent(state.status[i]) || indexes[state[column][i]],
    text: (state, i) => texts[state[column][i]],
    valueOf: (state, i) => values[state[column][i]],
    total: sum => {
      if (sum.known === 0) {
        return { colour: UNKNOWN, text: '–', note: '' };
      }

      const [amount, text, what] = total(sum);
      return { colour: colour(amount), text, note: what };
    },
  };
}
