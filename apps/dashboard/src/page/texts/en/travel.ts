/** The words of time travel, in English. */
import { countedIn } from '../counted.js';

const counted = countedIn('en');

export const enTravel = {
  events: (n: number) =>
    counted(n, { one: 'one event received that day', other: '# events received that day' }),
  compare: 'Compare with an earlier day',
  noCompare: 'no comparison',
  changed: (from: string, to: string) => `What changed from ${from} to ${to}`,
  nothing: (from: string, to: string) => `Nothing that is chosen changed from ${from} to ${to}.`,
  counts: (revised: string, added: string, withdrawn: string) =>
    `${revised} revised, ${added} added, ${withdrawn} withdrawn`,
  shownAsOf: (when: string) => `What is shown is what was known then (${when}).`,
  first: (n: string) => `The first ${n} are listed; the address of the data has all.`,
  before: 'Before',
  after: 'After',
  data: 'the changes as data',
};
