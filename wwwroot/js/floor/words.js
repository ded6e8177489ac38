// A machine in words, for the list and for those who hear the map; Conditions.cs has the same names.

import { FLAG, OCCUPANCY, STATUS } from './codes.js';

const STATES = {
  [STATUS.unknown]: 'Not heard of yet',
  [STATUS.inService]: 'In service',
  [STATUS.idle]: 'Idle',
  [STATUS.offline]: 'Offline',
  [STATUS.powerOff]: 'Power off',
  [STATUS.attention]: 'Needs attention',
  [STATUS.critical]: 'Critical',
};
const FLAGS = [
  [FLAG.locked, 'locked by a hand pay'], [FLAG.door, 'door open'], [FLAG.tilt, 'tilt'], [FLAG.hopper, 'hopper low'], [FLAG.hot, 'hot'], [FLAG.cold, 'cold'],
  [FLAG.lamp, 'service called'],
];
const PLAY = { [OCCUPANCY.uncarded]: 'played without a card', [OCCUPANCY.carded]: 'played with a card' };

/** State of service and what holds besides: "In service · door open". */
export function stateOf(state, i) {
  if (i >= state.count) {
    return STATES[STATUS.unknown];
  }

  const words = [STATES[state.status[i]], ...FLAGS.filter(([flag]) => state.flags[i] & flag).map(([, name]) => name)];
  const play = PLAY[state.occupancy[i]];
  return (play ? [...words, play] : words).join(' · ');
}

/** Where a machine stands: "Main Casino · bank MC-01". */
export function placeOf(layout, i) {
  const bank = layout.bankNames[layout.bank[i]];
  const section = layout.sectionNames[layout.section[i]];
  const place = bank ? `${section} · bank ${bank}` : section;
  return layout.placed[i] ? place : `${place} · without a place`;
}

/** What the layer says of it: "heat 0.42"; a dash where that is not known. */
export function figureOf(state, i, scale) {
  if (i >= state.count) {
    return '–';
  }

  const colour = scale.colourOf(state, i);
  return colour < 0 ? '–' : scale.names?.[colour] ?? scale.text(state, i);
}
