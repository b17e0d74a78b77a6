/**
 * The words of inconsistencies and discrepancies, in English; sentences are given in parts, some of which
 * become links.
 */
export const enChecks = {
  kind: 'Kind',
  allKinds: 'All kinds',
  allRespondents: 'All respondents',
  allIndicators: 'All indicators',
  state: 'State',
  states: { all: 'all', open: 'not looked at yet', seen: 'looked at' },
  seen: 'Looked at',
  seenNote: 'What you have looked at is remembered in this browser only.',
  count: (shown: string, all: string) => `${shown} of ${all} shown`,
  noneOfChoice: 'None of them fits this choice. Choose another kind, respondent or state.',
  noDiscrepancies:
    'No two collections give different figures for the same thing. Where there is only one collection, there is nothing to compare: import another (npm run import).',
  onlyFirst: (shown: string) => `The first ${shown} are shown. Choose a respondent to see all of its own.`,
  difference: 'Difference',
  what: 'What',
  sentence: {
    'cited-but-not-listed': (paragraphs: string, list: string) =>
      `Cited in paragraphs ${paragraphs}, but not among those that paragraph ${list} lists as having replied.`,
    'listed-but-not-cited': (list: string) =>
      `Listed in paragraph ${list} as having replied, but no figure or finding of it is given anywhere.`,
    'name-spelt-otherwise': (written: string, list: string, name: string) =>
      `“${written}” in paragraph ${list} is no usual name; it was taken for ${name}, the only one near.`,
    'part-exceeds-whole': ['', ' come to ', ' or more, but ', ' is ', ' at most.'],
    'conflicting-figures': ['', ' is given as ', '; none is chosen.'],
    and: ' and as ',
    plus: ' + ',
    'figure-not-applicable': ['', ' is said not to apply, but ', ' counts something.'],
    'implied-finding-missing': (topic: string, implied: string) =>
      `Listed for “${topic}”, which is said of those listed for “${implied}”; there it is missing.`,
  },
};
