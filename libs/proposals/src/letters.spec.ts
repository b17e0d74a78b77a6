/** The rules read letters no worse than docs/proposals.md states, and the coding of each letter is one that would be taken. */
import { describe, expect, it } from '@jest/globals';
import { details, dimensions, indicators, parseReply, topics, type Registry } from '@rapporteur/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { judge, judgeFindings, readLetters, type Judged } from './harness/judge-letters.js';

const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
/**
 * The first were looked at while the rules were written, the later ones after version 3 had been measured on them, those apart
 * after version 4, the last while version 5 was made. Nobody who writes rules has read the unread ones, which were measured once.
 */
const parts = {
  seen: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  later: [13, 14, 15],
  apart: [16, 17, 18],
  last: [31, 32, 33, 34, 35],
  unread: [19, 20, 21],
};

const share = (part: number, whole: number) => Math.floor((100 * part) / whole);

/** In per cent, as docs/proposals.md states them: figures found, proposals right, period and qualifier right of those found. */
const ofFigures = ({ figures, proposals, found, dated }: Judged) => [
  share(found, figures),
  share(found, proposals),
  share(dated, found),
];

/** What the document states of a language in the table under a heading; NaN for what has not been measured yet. */
function statedOf(heading: string, language: string): number[] {
  const after = document.slice(document.indexOf(heading));
  const row = new RegExp(`^\\| ${names[language]!}\\s*\\|(.*)\\|$`, 'mu').exec(after);
  return row![1]!.split('|').map(Number);
}

const document = readFileSync(new URL('../../../docs/proposals.md', import.meta.url), 'utf8');
const names: Readonly<Record<string, string>> = {
  ...{ en: 'English', fr: 'French', es: 'Spanish', ru: 'Russian', zh: 'Chinese', ar: 'Arabic' },
};

describe.each(languages)('letters in %s', (language) => {
  const folder = new URL(`../letters/${language}/`, import.meta.url);
  const registry: Registry = {
    resolve: (asWritten) => ({ code: asWritten, asWritten, match: 'code' }),
    indicators: indicators.map(({ code }) => code),
    topics: topics.map(({ code }) => code),
    details: details.map(({ code }) => code),
    dimensions: Object.fromEntries(dimensions.map(({ code, codes }) => [code, codes.map((one) => one.code)])),
    today: '2026-01-01',
  };

  it('are coded as a reply may be, and every quote stands in its letter', () => {
    const codings = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(codings.length).toBeGreaterThanOrEqual(26);
    for (const name of codings) {
      type Quoted = { quote: string; breakdown?: Record<string, string> };
      const { respondent, receivedOn, observations, findings } = JSON.parse(
        readFileSync(new URL(name, folder), 'utf8'),
      ) as { respondent: string; receivedOn: string; observations: Quoted[]; findings: Quoted[] };
      const text = readFileSync(new URL(name.replace('json', 'txt'), folder), 'utf8');
      for (const { quote } of [...observations, ...findings])
        expect([name, quote, flat(text).includes(flat(quote))]).toEqual([name, quote, true]);
      const unquoted = <T extends Quoted>(all: T[]) => all.map(({ quote: _, ...one }) => one);
      const citizens = new Set(observations.flatMap(({ breakdown = {} }) => Object.values(breakdown)));
      const known = {
        ...registry.dimensions,
        citizenship: [...(registry.dimensions['citizenship'] ?? []), ...citizens],
      };
      const body = {
        respondent,
        receivedOn,
        observations: unquoted(observations),
        findings: unquoted(findings),
      };
      const parsed = parseReply(body, { collection: 'c', round: 'r' }, { ...registry, dimensions: known });
      expect([name, parsed.ok ? [] : parsed.problems]).toEqual([name, []]);
    }
  });

  it.each([
    ['### Figures in letters that were looked at', 'seen'],
    ['### Figures in letters 13 to 15', 'later'],
    ['### Figures in letters 16 to 18', 'apart'],
    ['### Figures in letters 31 to 35', 'last'],
    ['### Figures in letters 19 to 21', 'unread'],
  ] as const)('give as many figures as is stated under %s', (heading, part) => {
    const letters = readLetters(language, parts[part]);
    const reached = ofFigures(judge(letters));
    tell(`${language}, figures, ${part}: ${reached.join(' ')}`);
    expectNoLess(reached, statedOf(heading, language));
  });

  it('give as many findings as is stated', () => {
    const reached = (['seen', 'later', 'apart', 'last', 'unread'] as const).flatMap((part) => {
      const { figures, proposals, found } = judgeFindings(readLetters(language, parts[part]));
      return [share(found, figures), share(found, proposals)];
    });
    tell(`${language}, findings: ${reached.join(' ')}`);
    expectNoLess(reached, statedOf('### Findings', language));
  });
});

const tell = (line: string) => {
  if (process.env['LETTERS']) process.stderr.write(`${line}\n`);
};

function expectNoLess(reached: readonly number[], stated: readonly number[]) {
  expect(reached).toHaveLength(stated.length);
  const measured = reached.flatMap((one, i) => (Number.isNaN(stated[i]!) ? [] : [[one, stated[i]!]]));
  for (const [one, floor] of measured) expect(one).toBeGreaterThanOrEqual(floor!);
}

const flat = (text: string) => text.replace(/\s+/gu, ' ');
