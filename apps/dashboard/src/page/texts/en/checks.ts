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
  work: {
    name: 'Work',
    state: 'State of the work',
    owner: 'Who works on it',
    note: 'Note',
    everybody: 'everybody',
    save: 'Save',
    saved: 'Saved.',
    change: 'Change',
    shared:
      'Inconsistencies and open questions are one list. State, note and who works on it are shared by all who may see them.',
    correction: 'The correction that came in',
    reopened: 'It was settled, and what it is about has changed since.',
    kinds: {
      'no-reply': 'No reply',
      'theme-not-answered': 'Theme not answered',
      'second-look': 'Second look asked for',
    } as Readonly<Record<string, string>>,
    reply: 'its reply',
    draft: 'the draft',
    noReply: 'No reply stands.',
    notAnswered: (theme: string) => `The reply says nothing on “${theme}”.`,
    overtaken:
      'Somebody else has just changed it. What they said stands above; save again to put yours in its place.',
    history: (n: string) => `Said before: ${n}`,
    gone: (n: string) => `Not found any more: ${n}`,
    states: {
      open: 'open',
      'in-progress': 'in progress',
      resolved: 'resolved',
      'not-an-error': 'not an error',
    },
  },
  count: (shown: string, all: string) => `${shown} of ${all} shown`,
  noneOfChoice: 'None of them fits this choice. Choose another kind, respondent or state.',
  noDiscrepancies:
    'No two collections give different figures for the same thing. Where there is only one collection, there is nothing to compare: import another (npm run import).',
  onlyFirst: (shown: string) => `The first ${shown} are shown. Choose a respondent to see all of its own.`,
  difference: 'Difference',
  what: 'What',
  differences: {
    collection: 'Collection',
    earlier: 'Publication before',
    later: 'Publication after',
    none: 'No collection has two publications to compare. Import another one (the view “Import”, or npm run import).',
    same: 'Choose two different publications: a publication does not differ from itself.',
    title: (from: string, to: string) => `What ${to} says differently from ${from}`,
    counts: (added: string, revised: string, withdrawn: string, unchanged: string) =>
      `${added} added, ${revised} revised, ${withdrawn} withdrawn; ${unchanged} stayed as they were.`,
    notMentionedCount: (n: string) =>
      `Not mentioned by the later one, which is only a part, and so still standing: ${n}.`,
    largest: (what: string, change: string) => `The largest revision: ${what}: ${change}.`,
    note: 'For a note, in English',
    copy: 'Copy the note',
    copied: 'Copied',
    byRespondent: 'By respondent',
    byIndicator: 'By indicator',
    kinds: {
      added: 'added',
      revised: 'revised',
      withdrawn: 'withdrawn',
      'not-mentioned': 'not mentioned',
    },
    list: 'The differences, the largest first',
    nothing:
      'The two say the same of what is chosen. Choose other publications, or all respondents and indicators.',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    first: (n: string) =>
      `The first ${n} are listed. Choose a respondent or an indicator to see all of its own.`,
    csv: 'CSV of what is listed',
    nothingSaid: 'nothing',
  },
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
    'figure-not-in-quote': ['', ' is ', ', but its evidence says “', '”.'],
    'figure-not-applicable': ['', ' is said not to apply, but ', ' counts something.'],
    'implied-finding-missing': (topic: string, implied: string) =>
      `Listed for “${topic}”, which is said of those listed for “${implied}”; there it is missing.`,
  },
};
