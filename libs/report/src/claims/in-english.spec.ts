/** What was noted when a reply was coded is English, and marked as that in a report in another language alone. */
import { beforeAll, expect, it } from '@jest/globals';
import type { Inline } from '../document/document.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import { factsOf } from '../facts/round-2008-facts.js';
import { opened, replied, said } from '../samples/examples.js';
import { answerClaim } from './answer-claim.js';
import { findClaimKind } from './claim-kinds.js';

const languages = new Map<string, ReportLanguage>();
beforeAll(async () => {
  for (const code of ['en', 'zh']) languages.set(code, await loadLanguage(code));
});

const facts = factsOf(
  [
    opened(),
    replied(
      'SV',
      [said('2005', 18, { note: 'Until June.' })],
      [{ topic: 'hotline', paragraph: 8, note: 'Since 2006.' }],
    ),
  ],
  '2008-12-31',
);

function ask(code: string, name: string, query: Record<string, string>) {
  const kind = findClaimKind(name)!;
  const attributes = kind.attributes.parse(query);
  const context = { facts, language: languages.get(code)! };
  return answerClaim({ id: 'x', kind, query: { ...query, kind: name }, attributes }, context).answer;
}

const series = { respondent: 'SV', indicator: 'persons-prosecuted' };
const places: [string, (code: string) => readonly Inline[], string][] = [
  [
    'in a line',
    (code) => {
      const answer = ask(code, 'note', { ...series, period: '2005' });
      return 'inlines' in answer ? answer.inlines : [];
    },
    'Until June.',
  ],
  [
    'under a table',
    (code) => {
      const answer = ask(code, 'table', { of: 'series', ...series });
      return 'block' in answer ? answer.block.notes[0]!.slice(1) : [];
    },
    'Until June.',
  ],
  [
    'in a cell',
    (code) => {
      const answer = ask(code, 'table', { of: 'statements', respondent: 'SV' });
      return 'block' in answer && answer.block.kind === 'table' ? answer.block.rows[0]![2]!.inlines : [];
    },
    'Since 2006.',
  ],
];

it.each(places)('a note %s', (_, inlinesOf, text) => {
  expect(inlinesOf('en')).toEqual([{ kind: 'text', text }]);
  expect(inlinesOf('zh')).toEqual([{ kind: 'text', text, language: 'en', direction: 'ltr' }]);
});
