/** The words of the report's view, in English. */
export const enReport = {
  claim: 'What this rests on',
  choose: 'Choose a number, a list or a sentence that is underlined: what it rests on stands here.',
  open: (open: string, all: string) => `${open} of ${all} claims cannot be answered by the replies`,
  query: 'Asked',
  text: 'Answered',
  asOf: 'As received by',
  position: 'Position',
  reason: 'Why there is no answer',
  cells: 'Figures and findings',
  events: 'Events',
  more: (count: string) => `and ${count} more`,
  reasons: {
    'unknown-code': 'a code that is not known',
    'no-data': 'no data',
    'not-known': 'not known of the round',
    'conflicting-figures': 'figures that conflict',
    'under-five-points': 'under five yearly figures',
    'no-number': 'no number to compute with',
  } as Readonly<Record<string, string>>,
};
