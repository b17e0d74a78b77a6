/** The words of the map of an indicator, and of what changed in it, in English. */

export const enMap = {
  content: 'Shown on the tiles',
  reported: (n: string, all: string) =>
    `${n} of the ${all} States and areas that have a tile have given a total of this indicator here.`,
  about:
    'The tiles stand in the regions of the United Nations (M49), about as these lie; they show no borders and no sizes.',
  years: 'Latest figures are of different years, and States count in their own ways.',
  legend: 'What the tiles mean, and how many there are',
  range: 'a range that reaches over several of these steps',
  otherPeriods: 'figures of other periods than a year only',
  noData: 'no total',
  outside: 'In no region of M49',
  keys: 'Arrow keys go from tile to tile; Enter opens the chart, or the source of the figure.',
  list: 'The map as a list',
  changes: {
    day: 'Received on',
    on: (day: string) => `What changed on ${day}`,
    nothing: (day: string) => `Nothing of this indicator changed on ${day}.`,
    about:
      'Compared with the day before: what stood then, and what has stood since. Each figure leads to its history, each source to the event that said it.',
    none: 'Nothing has been received yet.',
    sourceBefore: 'Source before',
    sourceAfter: 'Source after',
  },
};
