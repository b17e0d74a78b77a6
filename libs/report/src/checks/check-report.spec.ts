/**
 * A document against the data: what a person changed, which later event revised what, and what is as it was.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CellStatement, DomainEvent } from '@rapporteur/domain';
import { answerAgain } from '../claims/answer-claim.js';
import { checkReport, isSound, type CheckedClaim } from './check-report.js';
import { corrected, opened, replied, said, withdrew } from '../samples/examples.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import type { ClaimQuery, Manifest } from '../document/manifest.js';
import { manifestSchema } from '../document/manifest-schema.js';
import type { Facts } from '../facts/facts.js';
import { factsOf } from '../facts/round-2008-facts.js';

let language: ReportLanguage;
beforeAll(async () => {
  language = await loadLanguage('en');
});

const asOf = '2008-01-24';
/** 1 the round, 2 El Salvador, 3 Greece, 4 Cuba. */
const events: DomainEvent[] = [
  opened(),
  replied('SV', [said('2005', 18), said('2006', 37), said('2007', 6)], [{ topic: 'hotline', paragraph: 46 }]),
  replied('GR', [said('2006', 4)], [{ topic: 'hotline', paragraph: 46 }]),
  replied('CU', [said('2006', 112)]),
];
const figures = (respondent: string): ClaimQuery => ({
  kind: 'figures',
  respondent,
  indicator: 'persons-prosecuted',
});

/** A manifest of claims named by their place, as a build at the vintage would have made it. */
function build(queries: readonly ClaimQuery[]): Manifest {
  const context = { facts: factsOf(events, asOf), language };
  return {
    format: 'rapporteur-manifest',
    version: 1,
    collection: 'c',
    round: '2008',
    language: 'en',
    vintage: { asOf, at: events.length },
    claims: queries.map((query, i) => answerAgain({ id: `claim-${i}`, query }, context)),
  };
}
const untouched = ({ claims }: Manifest) => claims.map(({ id, text }) => ({ id, texts: [text] }));

/** In: what a report asks, what came since, and what the document says now. */
function check(
  queries: readonly ClaimQuery[],
  since: readonly DomainEvent[] = [],
  texts?: Readonly<Record<string, string[]>>,
): CheckedClaim[] {
  const manifest = build(queries);
  const found = untouched(manifest).map(({ id, texts: own }) => ({ id, texts: texts?.[id] ?? own }));
  return checkReport(
    manifest,
    found,
    { facts: factsOf(events, asOf), language },
    { facts: factsOf([...events, ...since], '2009-01-01'), language },
  );
}

const table: ClaimQuery = {
  kind: 'table',
  of: 'series',
  respondent: 'SV',
  indicator: 'persons-prosecuted',
};
const tableText = 'Period\tPersons prosecuted\n2005\t18\n2006\t37\n2007\t6';

describe('a document that nobody touched, of data that nobody revised', () => {
  it('is sound, and each claim says what it was asked, gave and says', () => {
    const [claim, ...others] = check([figures('SV'), table, { kind: 'replies', as: 'count' }]);
    expect(claim).toEqual({
      id: 'claim-0',
      query: figures('SV'),
      inDocument: 'unchanged',
      inData: 'true',
      given: '18 in 2005, 37 in 2006 and 6 in 2007',
      says: ['18 in 2005, 37 in 2006 and 6 in 2007'],
      atVintage: '18 in 2005, 37 in 2006 and 6 in 2007',
      today: '18 in 2005, 37 in 2006 and 6 in 2007',
      revisedBy: [],
      editedCells: [],
      revisedCells: [],
      notInQuote: [],
    });
    expect([claim!, ...others].map(isSound)).toEqual([true, true, true]);
  });
});

describe('a document that was edited', () => {
  it('shows what it says now beside what the data say, and where a claim is gone', () => {
    const texts = { 'claim-0': ['18 in 2005 and 40 in 2006'], 'claim-1': [] };
    const claims = check([figures('SV'), figures('GR'), figures('CU')], [], texts);
    expect(claims).toMatchObject([
      { inDocument: 'edited', inData: 'true', says: texts['claim-0'], editedCells: [] },
      { inDocument: 'removed', inData: 'true', says: [], today: 'four in 2006' },
      { inDocument: 'unchanged', inData: 'true' },
    ]);
    expect(claims.map(isSound)).toEqual([false, false, true]);
  });

  it('is edited where one of several places of a claim was', () => {
    const [claim] = check([figures('GR')], [], { 'claim-0': ['four in 2006', 'five in 2006'] });
    expect(claim).toMatchObject({ inDocument: 'edited', says: ['four in 2006', 'five in 2006'] });
  });

  it('has a claim removed that nobody found', () => {
    const manifest = build([figures('GR')]);
    const context = { facts: factsOf(events, asOf), language };
    expect(checkReport(manifest, [], context, context)).toMatchObject([{ inDocument: 'removed', says: [] }]);
  });

  it('names the cells of a table that differ, and those of rows and columns that were added or taken away', () => {
    const edit = (text: string) => check([table], [], { 'claim-0': [text] })[0]!.editedCells;
    expect(build([table]).claims[0]!.text).toBe(tableText);
    expect(edit(tableText.replace('37', '73'))).toEqual([{ row: 2, column: 1, from: '37', to: '73' }]);
    expect(edit(`${tableText}\n2008\t9`)).toEqual([
      { row: 4, column: 0, from: '', to: '2008' },
      { row: 4, column: 1, from: '', to: '9' },
    ]);
    expect(edit(tableText.replace('\n2007\t6', ''))).toEqual([
      { row: 3, column: 0, from: '2007', to: '' },
      { row: 3, column: 1, from: '6', to: '' },
    ]);
    expect(edit(tableText.replace('18', '18\t(a)'))).toEqual([{ row: 1, column: 2, from: '', to: '(a)' }]);
  });
});

describe('a document whose data were revised since', () => {
  it('says from what to what, and by which event, with all that is known of it', () => {
    const correction = corrected('SV', { changed: [said('2007', 9)], reference: 'Corr.1' });
    const [claim, other, revised] = check([figures('SV'), figures('GR'), table], [correction]);
    const revisedBy = [
      {
        position: 5,
        respondent: 'SV',
        kind: 'corrected',
        receivedOn: '2008-03-01',
        reference: 'Corr.1',
        reason: 'typing error',
      },
    ];
    expect(claim).toMatchObject({
      inDocument: 'unchanged',
      inData: 'revised',
      atVintage: '18 in 2005, 37 in 2006 and 6 in 2007',
      today: '18 in 2005, 37 in 2006 and 9 in 2007',
      revisedCells: [],
    });
    expect(claim!.revisedBy).toEqual(revisedBy);
    expect(isSound(claim!)).toBe(false);
    expect(other).toMatchObject({ inData: 'true', revisedBy: [] });
    expect(revised).toMatchObject({ revisedBy, revisedCells: [{ row: 3, column: 1, from: '6', to: '9' }] });
  });

  it('leaves out what an event does not say of itself', () => {
    const more = replied('LV', [], [{ topic: 'hotline', paragraph: 46 }], { receivedOn: '2008-02-01' });
    const [claim] = check([{ kind: 'states', topic: 'hotline', as: 'count' }], [more]);
    expect(claim).toMatchObject({ atVintage: 'two States', today: 'three States' });
    expect(claim!.revisedBy).toEqual([
      { position: 5, respondent: 'LV', kind: 'submitted', receivedOn: '2008-02-01' },
    ]);
  });

  it.each([
    ['retracted', corrected('GR', { retracted: ['2006'] })],
    ['withdrawn', withdrew('GR')],
  ])(
    'blames a figure that vanished on its own respondent, not on who spoke at the same time: %s',
    (_, gone) => {
      const others = [corrected('SV', { changed: [said('2007', 9)] }), withdrew('CU')];
      const [claim] = check([figures('GR')], [others[0]!, gone, others[1]!]);
      expect(claim).toMatchObject({
        inData: 'revised',
        atVintage: 'four in 2006',
        today: '[no data: Greece, Persons prosecuted]',
      });
      expect(claim!.revisedBy.map(({ position, respondent }) => [position, respondent])).toEqual([[6, 'GR']]);
    },
  );

  it('blames all who spoke since where a claim counts replies: who went, too, though another spoke', () => {
    const since = [
      withdrew('GR'),
      corrected('SV', { changed: [said('2007', 9)] }, { receivedOn: '2008-03-05' }),
    ];
    const [count, list] = check(
      [
        { kind: 'replies', as: 'count' },
        { kind: 'replies', as: 'list' },
      ],
      since,
    );
    expect(count).toMatchObject({ atVintage: 'three States', today: 'two States' });
    expect(list).toMatchObject({ atVintage: 'Cuba, El Salvador and Greece', today: 'Cuba and El Salvador' });
    for (const claim of [count, list])
      expect(claim!.revisedBy.map(({ position }) => position)).toEqual([5, 6]);
  });

  it('blames the withdrawal where nothing else is new', () => {
    const [count] = check([{ kind: 'replies', as: 'count' }], [withdrew('GR')]);
    expect(count!.revisedBy).toMatchObject([{ position: 5, respondent: 'GR', kind: 'withdrawn' }]);
  });

  it('does not let what names the vintage itself age, and lets nothing else stay young', () => {
    const queries = ['asOf', 'position', 'symbol'].map((field) => ({ kind: 'round', field }));
    const since = [withdrew('GR'), opened({ symbol: 'E/2008/2' })];
    expect(check(queries, since).map(({ given, today, inData }) => [given, today, inData])).toEqual([
      ['24 January 2008', '24 January 2008', 'true'],
      ['4', '4', 'true'],
      ['E/2008/1', 'E/2008/2', 'revised'],
    ]);
    expect(check(queries, since)[2]!.revisedBy).toEqual([{ position: 6 }]);
  });
});

describe('a manifest that the data never gave', () => {
  it('is told, beside what the data gave and give', () => {
    const manifest = build([figures('GR'), figures('SV')]);
    const [first, second] = manifest.claims;
    const forged = { ...manifest, claims: [{ ...first!, text: '44 in 2006' }, second!] };
    const context = { facts: factsOf(events, asOf), language };
    expect(checkReport(forged, untouched(forged), context, context)).toMatchObject([
      { inDocument: 'unchanged', inData: 'not-reproduced', given: '44 in 2006', atVintage: 'four in 2006' },
      { inData: 'true' },
    ]);
  });

  it('is not read where this release does not know what it asks', () => {
    const manifest = build([figures('GR')]);
    const asked = (query: ClaimQuery) => ({ ...manifest, claims: [{ ...manifest.claims[0]!, query }] });
    const context = { facts: factsOf(events, asOf), language };
    for (const query of [{ kind: 'oracle' }, { ...figures('GR'), colour: 'red' }])
      expect(() => checkReport(asked(query), [], context, context)).toThrow(
        `The claim claim-0 asks "${query.kind}" in a way that this release does not know`,
      );
  });
});

describe('a figure and its quote', () => {
  const document = 'a'.repeat(64);
  /** The facts, with words of a document as evidence of the figures of these periods. */
  function quoting(facts: Facts, quotes: Readonly<Record<string, string | null>>): Facts {
    const observations = facts.observations.map((one): CellStatement => {
      const quote = one.respondent === 'SV' ? quotes[one.period] : undefined;
      if (quote === undefined) return one;
      const place = {
        document,
        page: 2,
        paragraph: 14,
        prefix: '',
        suffix: '',
        start: 4,
        end: 9,
        language: null,
        region: null,
      };
      return { ...one, evidence: { ...place, quote } };
    });
    return { ...facts, observations };
  }
  const query = figures('SV');
  const ask = (then: Record<string, string | null>, now = then) => {
    const facts = factsOf(events, asOf);
    const [context, today] = [then, now].map((quotes) => ({ facts: quoting(facts, quotes), language }));
    const entry = answerAgain({ id: 'claim-0', query }, context!);
    const manifest = { ...build([]), claims: [entry] };
    const [claim] = checkReport(manifest, untouched(manifest), context!, today!);
    return { entry, claim: claim! };
  };

  it('that agree are sound, and the manifest has the words with their place', () => {
    const { entry, claim } = ask({ 2005: '١٨', 2006: 'thirty-seven', 2007: null });
    expect(entry.quotes).toEqual([
      {
        cell: expect.stringMatching(/2005$/),
        event: 2,
        value: 18,
        quote: '١٨',
        document,
        page: 2,
        paragraph: 14,
      },
      expect.objectContaining({ value: 37, quote: 'thirty-seven' }),
    ]);
    expect([claim.notInQuote, isSound(claim)]).toEqual([[], true]);
    expect(manifestSchema.parse({ ...build([]), claims: [entry] }).claims[0]!.quotes).toEqual(entry.quotes);
  });

  it('of a figure whose evidence is a region is none: nothing disagrees, and the manifest has the region', () => {
    const region = { x: 10, y: 20, width: 30, height: 5 };
    const facts = factsOf(events, asOf);
    const observations = facts.observations.map((one): CellStatement => {
      if (one.respondent !== 'SV' || one.period !== '2006') return one;
      const none = { quote: null, prefix: null, suffix: null, start: null, end: null, language: null };
      return { ...one, evidence: { document, page: 2, paragraph: null, region, ...none } };
    });
    const context = { facts: { ...facts, observations }, language };
    const entry = answerAgain({ id: 'claim-0', query }, context);
    expect(entry.regions).toEqual([
      { cell: expect.stringMatching(/2006$/), event: 2, document, page: 2, region },
    ]);
    expect(entry).not.toHaveProperty('quotes');
    const manifest = { ...build([]), claims: [entry] };
    const [claim] = checkReport(manifest, untouched(manifest), context, context);
    expect([claim!.notInQuote, isSound(claim!)]).toEqual([[], true]);
    expect(manifestSchema.parse(manifest).claims[0]!.regions).toEqual(entry.regions);
  });

  it('that do not agree make a claim unsound, whether at the vintage or today, and each is told once', () => {
    for (const { claim } of [ask({ 2006: 'some 36' }), ask({ 2006: '37' }, { 2006: 'some 36' })]) {
      expect(claim).toMatchObject({ inDocument: 'unchanged', inData: 'true' });
      expect(claim.notInQuote).toMatchObject([{ value: 37, quote: 'some 36' }]);
      expect(isSound(claim)).toBe(false);
    }
  });
});
