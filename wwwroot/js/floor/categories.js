// The layers whose colours are names: state of service, who plays, and those that bring out one thing and leave the rest quiet.

import { FLAG, STATUS, silent } from './codes.js';
import { percent } from './figures.js';

const MANY = 0.1;
const NEARLY_ALL = 0.9;

/** @returns the layer, or throws for a name that is none: the names are MapMetric.cs's */
export function categoryLayer(layer, ink) {
  switch (layer) {
    case 'health':
      // Indexed by the status itself.
      return named({
        title: 'State of service',
        categories: [
          ['Not heard of', ink.off], ['In service', ink.quiet], ['Idle', ink.quiet, 'dash'], ['Offline', ink.off], ['Power off', ink.off],
          ['Attention', ink.attention, 'diamond'], ['Critical', ink.critical, 'octagon'],
        ],
        listed: [STATUS.inService, STATUS.idle],
        marks: 'all',
        colourOf: (state, i) => silent(state.status[i]) || state.status[i],
        total: ({ counts, machines }) => {
          const bad = counts[STATUS.attention] + counts[STATUS.critical];
          const worst = counts[STATUS.critical] > 0 ? STATUS.critical : bad > 0 ? STATUS.attention : STATUS.inService;
          const served = counts[STATUS.inService] + counts[STATUS.idle];
          return { colour: worst, text: bad > 0 ? String(bad) : percent(served / machines), note: bad > 0 ? 'with errors' : 'in service' };
        },
      });
    case 'occupancy':
      return named({
        title: 'Who plays',
        note: '5 min',
        categories: [['Idle', ink.quiet, 'dash'], ['Uncarded', ink.uncarded, 'dot'], ['Carded', ink.carded, 'card']],
        listed: [2, 1, 0],
        marks: 'usual',
        colourOf: (state, i) => silent(state.status[i]) || state.occupancy[i],
        total: ({ counts, machines }) => {
          const [played, carded] = [counts[1] + counts[2], counts[2]];
          return { colour: played === 0 ? 0 : carded * 2 >= played ? 2 : 1, text: percent(played / machines), note: `played; ${percent(carded / machines)} carded` };
        },
      });
    case 'locks':
      return one(ink, 'Locks: hand pays', 'Locked', 'locked', ink.locked, 'ring', 'locks', FLAG.locked);
    case 'doors':
      return one(ink, 'Doors', 'Open', 'open', ink.door, 'square', 'doors', FLAG.door);
    case 'anomalies':
      return named({
        title: 'Out of the ordinary',
        note: 'against machines of its kind',
        categories: [['Ordinary', ink.quiet], ['Cold: under 20 % of peers', ink.cold, 'down'], ['Hot: over 200 % of peers', ink.hot, 'up'], ['Tilt', ink.tilt, 'triangle'], ['Errors in bursts', ink.critical, 'octagon']],
        listed: [2, 1, 0],
        marks: 'anomalies',
        colourOf: (state, i) => silent(state.status[i])
          || (state.status[i] >= STATUS.attention ? 4
            : state.flags[i] & FLAG.tilt ? 3
              : state.flags[i] & FLAG.hot ? 2
                : state.flags[i] & FLAG.cold ? 1 : 0),
        // On a quiet night most machines are cold: that colours no bank unless all but a few are.
        total: ({ counts, machines }) => ({
          colour: counts[4] > 0 ? 4 : counts[3] > 0 ? 3 : counts[2] > machines * MANY ? 2 : counts[1] > machines * NEARLY_ALL ? 1 : 0,
          text: `${counts[2]} hot`,
          note: `${counts[1]} cold`,
        }),
      });
    default:
      throw new RangeError(`No layer ${layer}`);
  }
}

// What is locked or open says so even when the machine is silent.
function one(ink, title, name, word, colour, glyph, marks, flag) {
  return named({
    title,
    categories: [['Not', ink.quiet], [name, colour, glyph]],
    listed: [1],
    marks,
    colourOf: (state, i) => state.flags[i] & flag ? 1 : silent(state.status[i]),
    total: ({ counts }) => ({ colour: counts[1] > 0 ? 1 : 0, text: String(counts[1]), note: word }),
  });
}

function named({ title, note = '', categories, listed, marks, colourOf, total }) {
  return {
    colours: categories.map(([, colour]) => colour),
    glyphs: categories.map(([, , glyph]) => glyph ?? ''),
    names: categories.map(([name]) => name),
    title,
    note,
    ticks: null,
    items: listed.map(index => [categories[index][0], index]),
    unknownName: '',
    marks,
    colourOf,
    text: () => '',
    valueOf: () => 0,
    total,
  };
}
