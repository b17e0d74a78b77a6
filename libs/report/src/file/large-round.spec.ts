/** A round of 200 respondents and 19 years is drafted and built by region, with an annex by respondent, within a minute. */
import { expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { regionMembers } from '@rapporteur/names';
import { buildReport } from './build-report.js';
import { draftReport } from './draft-report.js';
import { loadLanguage } from '../document/language.js';
import { parseReport } from './parse-report.js';
import { factsOf } from '../facts/round-2008-facts.js';
import { textOutsideClaims } from '../document/walk.js';

const indicators = ['offences-recorded', 'persons-prosecuted', 'persons-convicted', 'victims-detected'];
const years = Array.from({ length: 19 }, (_, i) => 2003 + i);
const respondents = regionMembers('001').slice(0, 200);

const key = { collection: 'unodc-glotip', round: '2023' };
const figures = (seed: number): Observation[] =>
  indicators.flatMap((indicator, i) =>
    years.flatMap((year) => {
      const value = (seed * 31 + i * 17 + year * 7) % 400;
      // Every fourth figure is missing, so that panels are smaller than their regions.
      return value % 4 === 0 && seed % 3 > 0
        ? []
        : [
            {
              indicator,
              breakdown: {},
              period: String(year),
              value,
              qualifier: value < 5 ? ('fewer-than' as const) : ('exact' as const),
            },
          ];
    }),
  );
const events: DomainEvent[] = [
  {
    type: 'RoundOpened',
    data: {
      ...key,
      title: { en: 'Trafficking in persons' },
      mandate: null,
      symbol: null,
      noteVerbaleOn: null,
      replyBy: null,
      cutOff: '2023-05-30',
      complete: true,
      compiledBy: null,
      asked: null,
      listed: null,
    },
  },
  ...respondents.map((respondent, seed): DomainEvent => ({
    type: 'ReplySubmitted',
    data: {
      ...key,
      respondent,
      receivedOn: '2023-05-30',
      receivedPrecision: 'on',
      late: false,
      resolved: { code: respondent, asWritten: respondent, match: 'code' },
      language: null,
      complete: true,
      observations: figures(seed),
      findings: [],
    },
  })),
];

it('is drafted with tables by region and an annex, every sum with k of n', async () => {
  const facts = factsOf(events, '2023-05-30');
  const language = await loadLanguage('en');
  const started = performance.now();
  const reading = parseReport(await draftReport(facts, language));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { document, manifest } = buildReport(reading.file, { facts, language });
  expect(performance.now() - started).toBeLessThan(60_000);

  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? block : []));
  const byRegion = manifest.claims.filter(({ query }) => query['of'] === 'regions');
  expect(byRegion).toHaveLength(indicators.length);
  for (const { text } of byRegion)
    for (const row of text.split('\n').slice(1)) expect(row).toMatch(/\t(none|\d+) of \d+ respondents?$/);
  // A paragraph for each respondent would be 200; what a page holds in width is 20 columns at most.
  expect(document.blocks.filter(({ kind }) => kind === 'paragraph').length).toBeLessThan(20);
  expect(Math.max(...tables.flatMap(({ head }) => head.map((row) => row.length)))).toBeLessThanOrEqual(20);
  const shown = new Set(
    tables.flatMap(({ rows }) => rows.flat().flatMap(({ observation }) => observation ?? [])),
  );
  expect(facts.observations.filter(({ cell }) => !shown.has(cell))).toEqual([]);
  expect(textOutsideClaims(document)).not.toMatch(/\p{N}/u);
}, 60_000);
