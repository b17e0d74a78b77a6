/** The words of time travel, in English. */
export const enTravel = {
  events: (n: string) => (n === '1' ? 'one event received that day' : `${n} events received that day`),
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
