/** A document against the data: what a hand changed, what a correction or withdrawal revised, and what is as it was. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { buildReport } from './build-report.js';
import { checkReport, isSound } from './check-report.js';
import { compareFacts } from './compare-facts.js';
import { coverRound } from './cover-round.js';
import { draftReport } from './draft-report.js';
import type { Report } from './document.js';
import { loadLanguage, type Language } from './language.js';
import { parseReport } from './parse-report.js';
import { factsOf, round2008Events } from './round-2008-facts.js';
import { toMarkdown } from './render/to-markdown.js';

const asOf = '2008-01-24';
const later = '2009-01-01';
let language: Language;
let report: Report;

const build = async (text: string, events = round2008Events()) => {
  const reading = parseReport(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return buildReport(reading.file, { facts: factsOf(events, asOf), language });
};

beforeAll(async () => {
  language = await loadLanguage('en');
  report = await build(await draftReport(factsOf(round2008Events(), asOf), language));
});

const found = () => report.manifest.claims.map(({ id, text }) => ({ id, texts: [text] }));
const key = {
  collection: 'ecosoc-2006-27',
  round: '2008',
  respondent: 'SV',
  receivedOn: '2008-03-03',
  receivedPrecision: 'on' as const,
  late: true,
};
const figure: Observation = {
  indicator: 'persons-prosecuted',
  breakdown: {},
  period: '2007',
  value: 9,
  qualifier: 'exact',
  paragraph: 14,
};
const corrected: DomainEvent = {
  type: 'ReplyCorrected',
  data: {
    ...key,
    reason: 'typing error',
    reference: 'E/CN.15/2008/6/Corr.1',
    observations: { changed: [figure], added: [], retracted: [] },
    findings: { changed: [], added: [{ topic: 'hotline', paragraph: 46 }], retracted: [] },
  },
};
const withdrawn: DomainEvent = {
  type: 'ReplyWithdrawn',
  data: { ...key, respondent: 'CU', reason: 'sent by mistake', reference: null },
};
const check = (texts = found(), more: DomainEvent[] = []) => {
  const events = round2008Events();
  return checkReport(
    report.manifest,
    texts,
    { facts: factsOf(events, report.manifest.vintage.asOf, report.manifest.vintage.at), language },
    { facts: factsOf([...events, ...more], later), language },
  );
};

describe('a document that nobody touched', () => {
  it('is unchanged and true, at its vintage and today', () => {
    expect(check().filter((claim) => !isSound(claim))).toEqual([]);
  });
});

describe('a document that was edited', () => {
  it('shows what it says now and what the data say, and which claims are gone', () => {
    const id = 'figures-SV-persons-prosecuted';
    const texts = found().flatMap((claim) => {
      if (claim.id === id) return [{ id, texts: ['18 in 2005 and 40 in 2006'] }];
      return claim.id === 'states-hotline-count' ? [{ id: claim.id, texts: [] }] : [claim];
    });
    const unsound = check(texts).filter((claim) => !isSound(claim));
    expect(unsound).toMatchObject(
      [
        {
          id,
          inDocument: 'edited',
          inData: 'true',
          says: ['18 in 2005 and 40 in 2006'],
          today: '18 in 2005, 37 in 2006 and 6 in 2007',
        },
        { id: 'states-hotline-count', inDocument: 'removed', inData: 'true' },
      ].sort(
        (a, b) =>
          report.manifest.claims.findIndex((c) => c.id === a.id) -
          report.manifest.claims.findIndex((c) => c.id === b.id),
      ),
    );
  });

  it('names the cell of a table that was changed', () => {
    const table = report.manifest.claims.find(
      ({ query }) => query.kind === 'table' && query['of'] === 'series',
    )!;
    const texts = found().map((claim) =>
      claim.id === table.id ? { id: claim.id, texts: [table.text.replace('39', '93')] } : claim,
    );
    expect(check(texts).find(({ id }) => id === table.id)).toMatchObject({
      inDocument: 'edited',
      editedCells: [{ row: 3, column: 1, from: '39', to: '93' }],
    });
  });
});

describe('a document whose data were revised since', () => {
  it('says from what to what, and by which event with its corrigendum', () => {
    const claims = check(found(), [corrected]);
    const revised = claims.filter(({ inData }) => inData === 'revised');
    expect(revised.find(({ id }) => id === 'figures-SV-persons-prosecuted')).toMatchObject({
      inDocument: 'unchanged',
      atVintage: '18 in 2005, 37 in 2006 and 6 in 2007',
      today: '18 in 2005, 37 in 2006 and 9 in 2007',
      revisedBy: [
        {
          position: 28,
          respondent: 'SV',
          kind: 'corrected',
          receivedOn: '2008-03-03',
          reference: 'E/CN.15/2008/6/Corr.1',
        },
      ],
    });
    expect(
      revised.find(({ query }) => query['topic'] === 'hotline' && query['as'] === 'count'),
    ).toMatchObject({
      atVintage: 'four States',
      today: 'five States',
      revisedBy: [{ position: 28 }],
    });
    expect(revised.find(({ query }) => query['of'] === 'series')?.revisedCells).toEqual([
      { row: 3, column: 3, from: '6', to: '9' },
    ]);
    expect(claims.filter(({ inData }) => inData === 'not-reproduced')).toEqual([]);
  });

  it('names the withdrawal that emptied a claim', () => {
    const cuba = check(found(), [withdrawn]).find(
      ({ query }) => query.kind === 'figures' && query['respondent'] === 'CU',
    );
    expect(cuba).toMatchObject({
      inData: 'revised',
      today: '[no data: Cuba, Persons prosecuted (offence:trafficking-or-smuggling)]',
      revisedBy: [{ position: 28, respondent: 'CU', kind: 'withdrawn', reason: 'sent by mistake' }],
    });
  });

  it('tells a manifest that the data never said', () => {
    const manifest = {
      ...report.manifest,
      claims: report.manifest.claims.map((entry) =>
        entry.query.kind === 'figures' && entry.query['respondent'] === 'CU'
          ? { ...entry, text: '113' }
          : entry,
      ),
    };
    const context = { facts: factsOf(round2008Events(), asOf), language };
    const claims = checkReport(manifest, found(), context, context);
    expect(claims.filter(({ inData }) => inData === 'not-reproduced')).toHaveLength(1);
  });
});

describe('coverage', () => {
  it('names what a report leaves out, with paragraph and theme', async () => {
    const text = (await draftReport(factsOf(round2008Events(), asOf), language)).replace(
      /^.*persons-trained.*$|^::table.*theme=C.*$/gm,
      '',
    );
    const { manifest } = await build(text);
    const missing = coverRound(factsOf(round2008Events(), asOf), manifest).filter(
      ({ claims }) => claims.length === 0,
    );
    const figures = missing.filter(({ kind }) => kind === 'observation');
    expect(
      figures.map(({ paragraph, theme, respondent, code }) => ({ paragraph, theme, respondent, code })),
    ).toEqual(
      [30, 37, 38, 42].map((paragraph, i) => ({
        paragraph,
        theme: 'C',
        respondent: ['HR', 'LV', 'MM', 'RO'][i],
        code: 'persons-trained',
      })),
    );
  });
});

describe('changes', () => {
  it('between two vintages: what was corrected by which corrigendum, what no longer stands, what was stated since', () => {
    const events = round2008Events();
    const text = compareFacts(
      factsOf(events, asOf),
      factsOf([...events, corrected, withdrawn], later),
      language,
    );
    expect(text).toContain(
      '- El Salvador, Persons prosecuted in 2007: 6 became 9, corrected on 3 March 2008 (E/CN.15/2008/6/Corr.1: typing error; event 28)',
    );
    expect(text).toContain(
      '- Cuba, Persons prosecuted (Trafficking in persons or smuggling of migrants) from 1999 to June 2004: 112 no longer stands, withdrawn on 3 March 2008 (sent by mistake; event 29)',
    );
    expect(text).toContain('- The first time only: one State (Cuba).');
    expect(text).toContain('- Hotline: El Salvador');
    expect(text).toContain('No longer stated: Related offences: Cuba');
  });

  it('between two rounds: who replied both times, what is higher, who ratified since', () => {
    const round = round2008Events()[0]!.data as Extract<DomainEvent, { type: 'RoundOpened' }>['data'];
    const next: DomainEvent[] = [
      { type: 'RoundOpened', data: { ...round, round: '2010', cutOff: '2010-01-24', listed: null } },
      {
        type: 'ReplySubmitted',
        data: {
          ...key,
          round: '2010',
          respondent: 'SV',
          receivedOn: '2010-01-05',
          late: false,
          resolved: { code: 'SV', asWritten: 'SV', match: 'code' },
          language: 'es',
          complete: false,
          observations: [
            { ...figure, period: '2009', value: 20 },
            { ...figure, period: '2007', value: 7 },
          ],
          findings: [],
        },
      },
      {
        type: 'ReplySubmitted',
        data: {
          ...key,
          round: '2010',
          respondent: 'JP',
          receivedOn: '2010-01-05',
          late: false,
          resolved: { code: 'JP', asWritten: 'JP', match: 'code' },
          language: null,
          complete: false,
          observations: [],
          findings: [{ topic: 'protocol-ratified', paragraph: 1 }],
        },
      },
    ];
    const text = compareFacts(
      factsOf(round2008Events(), asOf),
      factsOf([...round2008Events(), ...next], '2010-01-24'),
      language,
    );
    expect(text).toContain('- Both times: two States (El Salvador and Japan).');
    expect(text).toContain('- El Salvador, Persons prosecuted: higher, 6 in 2007, 20 in 2009');
    expect(text).toContain('- El Salvador, Persons prosecuted in 2007: 6 became 7');
    expect(text).toContain('- Protocol ratified: Japan');
    expect(text).not.toContain('No longer stated');
  });
});

describe('the report as Markdown', () => {
  it('has footnotes, tables and charts, and says what is open', () => {
    const text = toMarkdown(report);
    expect(text).toContain('[^10]: Bulgaria, Croatia, Hungary, Latvia, Liechtenstein and Poland.');
    expect(text).toContain('| 2006 | 67 | 56 | 37 |');
    expect(text).toContain('> **To be written:** Recommendations');
    expect(text).toMatch(/!\[Croatia: victims identified: .*\]\(data:image\/svg\+xml;base64,/);
    expect(text).toContain('1,037 from July 2002 to October 2007');
  });
});
