/** What a draft is filled with: who is named, what stands in a footnote, which charts, ratios and tables there are. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Finding, Observation } from '@rapporteur/domain';
import { regionMembers } from '@rapporteur/names';
import { opened, replied, said, withdrew } from '../samples/examples.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import { toOutline } from './outline.js';
import { factsOf } from '../facts/round-2008-facts.js';

let language: ReportLanguage;
beforeAll(async () => {
  language = await loadLanguage('en');
});
const outline = (events: readonly DomainEvent[], asOf = '2008-12-31') =>
  toOutline(factsOf(events, asOf), language);
const years = (from: number, values: readonly number[], more: Partial<Observation> = {}) =>
  values.map((value, i) => said(String(from + i), value, more));
const found = (topic: string, more: Partial<Finding> = {}): Finding => ({ topic, paragraph: 5, ...more });
const known = (code: string) => ({ code, asWritten: code, match: 'code' as const });

describe('who is named', () => {
  const replies = ['SV', 'GR', 'LV'].map((code) => replied(code, [said('2005', 1)]));
  it('are all who replied, or those alone that the source lists where it leaves others out', () => {
    const of = (...codes: string[]) =>
      outline([opened({ listed: { paragraph: 3, respondents: codes.map(known) } }), ...replies]);
    expect(outline([opened(), ...replies]).among).toBe('all');
    expect(of('SV', 'GR', 'LV').among).toBe('all');
    expect(of('SV', 'GR')).toMatchObject({
      among: 'listed',
      replies: { all: 2, in_time: 2, not_listed: 1, listed_only: 0, after_cut_off: 0, silent: null },
    });
    expect(of('JP').among).toBe('all');
    expect(of('SV', 'JP')).toMatchObject({ among: 'listed', replies: { all: 1, listed_only: 1 } });
  });
  it('and by when: after the cut-off day only once that has gone by', () => {
    const on = (asOf: string) => outline([opened(), ...replies], asOf).afterCutOff;
    expect([on('2008-01-24'), on('2008-01-25')]).toEqual([false, true]);
    const none = outline([opened({ cutOff: null, replyBy: null }), ...replies]);
    expect([none.cutOff, none.afterCutOff, none.replyBy, none.mandate, none.noteVerbale]).toEqual(
      Array(5).fill(false),
    );
    const all = outline([opened({ mandate: 'm', noteVerbaleOn: '2007-10-01' })]);
    expect([all.cutOff, all.replyBy, all.mandate, all.noteVerbale]).toEqual(Array(4).fill(true));
  });
  it('by the title of the round, in the language, in English, in any, or its code', () => {
    const titled = (title: object) => outline([opened({ title: title as never })]).title;
    expect(titled({ en: 'Round', zh: '轮' })).toBe('Round');
    expect(titled({ zh: '轮' })).toBe('轮');
    expect(titled({})).toBe('c/2008');
  });
  it('by the language of that title, where it is another than its own', () => {
    const languageOf = (title: object) => outline([opened({ title: title as never })]).titleLanguage;
    expect([languageOf({ en: 'Round', zh: '轮' }), languageOf({ zh: '轮' }), languageOf({})]).toEqual([
      ...[null, 'zh', null],
    ]);
  });
  it('up to sixty in the body; where there are more, in an annex', () => {
    const of = (n: number) =>
      outline([
        opened(),
        ...regionMembers('001')
          .slice(0, n)
          .map((code) => replied(code, [said('2005', 1)])),
      ]);
    expect([of(60).isLarge, of(61).isLarge]).toEqual([false, true]);
    const speakers = (n: number) => of(n).themes.flatMap(({ respondents }) => respondents).length;
    expect([speakers(60), speakers(61)]).toEqual([60, 0]);
  });
});

describe('a theme', () => {
  it('is there where the round has statements or figures under it, and says which of them', () => {
    const { themes, assistance } = outline([
      opened(),
      replied('SV', [said('2005', 1), said('2005', 2, { indicator: 'persons-trained' })]),
      replied('GR', [], [found('training-audience'), found('protocol-ratified')]),
    ]);
    const holds = (each: (typeof themes)[number]) => [each.code, each.hasStatements, each.hasFigures];
    expect(themes.map(holds)).toEqual([
      ['A', true, false],
      ['B', false, true],
      ['C', true, true],
    ]);
    expect(holds(assistance)).toEqual(['III', false, false]);
  });
});

describe('topics', () => {
  const codes = 'AL BG CZ DK EE FI GR HU IT'.split(' ');
  const topicsOf = (findings: (code: string) => Finding[], of = codes, more: DomainEvent[] = []) =>
    outline([opened(), ...of.map((code) => replied(code, [], findings(code))), ...more]).themes.flatMap(
      ({ topics }) => topics,
    );
  it('stand in a footnote where more than eight States are named, or where the source has one', () => {
    expect(topicsOf(() => [found('hotline')], codes.slice(0, 8))).toMatchObject([
      { code: 'hotline', states: 8, inFootnote: false, plain: true, details: [] },
    ]);
    expect(topicsOf(() => [found('hotline')])).toMatchObject([{ states: 9, inFootnote: true }]);
    const cited = topicsOf((code) => [
      found('hotline'),
      ...(code === 'AL' ? [found('shelters', { footnote: 2 })] : []),
    ]);
    expect(cited.map(({ code, inFootnote }) => `${code} ${inFootnote}`).sort()).toEqual([
      'hotline false',
      'shelters true',
    ]);
  });
  it('have each detail once, and say whether somebody named none', () => {
    const detailed = (code: string) => [
      found('training-audience', { detail: code === 'AL' ? 'judges' : 'police' }),
    ];
    expect(topicsOf(detailed, codes.slice(0, 3))).toMatchObject([
      {
        ...{ code: 'training-audience', states: 3, plain: false },
        details: [
          { code: 'judges', name: 'judges' },
          { code: 'police', name: 'police' },
        ],
      },
    ]);
  });
  it('that the compiler itself tells of are general, by paragraph, and counted for nobody', () => {
    const compiler = replied(
      'UNODC',
      [said('2005', 9, { indicator: 'replies-received' })],
      [
        found('hotline', { paragraph: 9, note: 'n', footnote: 4 }),
        found('hotline', { paragraph: 7 }),
        found('shelters', { detail: 'judges', paragraph: 8 }),
        found('shelters', { detail: 'police', paragraph: 8 }),
      ],
    );
    const { themes } = outline([opened(), replied('SV', [], [found('hotline')]), compiler]);
    const general = themes.flatMap((theme) => theme.general);
    const shared = { respondent: 'UNODC', topic: 'hotline' };
    expect(general).toEqual([
      { ...shared, paragraph: 7, footnote: null, hasNote: false },
      { ...shared, paragraph: 9, footnote: 'hotline-9', hasNote: true },
    ]);
    expect(themes.flatMap((theme) => theme.generalDetails)).toMatchObject([{ topic: 'shelters' }]);
    expect(themes.flatMap(({ topics }) => topics.map(({ code, states }) => `${code} ${states}`))).toEqual([
      'hotline 1',
    ]);
  });
});

describe('a respondent with figures', () => {
  const speakerOf = (observations: Observation[]) =>
    outline([opened(), replied('SV', observations)]).themes.flatMap(({ respondents }) => respondents)[0]!;
  const arrested = { indicator: 'persons-arrested' };
  it('gets a chart from three years on, and a table from two such series of totals', () => {
    const two = speakerOf(years(2005, [1, 2]));
    expect([two.chart, two.table, two.series]).toMatchObject([null, null, [{ yearly: 2 }]]);
    const three = speakerOf([...years(2005, [1, 2, 3]), said('2005/2007', 6), said('2007', 4)]);
    expect([three.chart?.indicator, three.table, three.series[0]?.yearly]).toEqual([
      'persons-prosecuted',
      null,
      3,
    ]);
    const both = speakerOf([...years(2005, [1, 2, 3]), ...years(2005, [1, 2, 3], arrested)]);
    expect(both.table?.split(',').sort()).toEqual(['persons-arrested', 'persons-prosecuted']);
    const split = speakerOf([
      ...years(2005, [1, 2, 3]),
      ...years(2005, [1, 2, 3], { breakdown: { sex: 'female' } }),
    ]);
    expect(split.table).toBeNull();
    expect(split.series.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['persons prosecuted', 'persons prosecuted (female)']),
    );
  });
  it('gets ratios for the years in which both figures stand, of totals alone', () => {
    const { ratios } = speakerOf([
      ...years(2005, [30, 20], arrested),
      ...years(2006, [10, 5]),
      ...years(2005, [1], { breakdown: { sex: 'female' } }),
      ...years(2005, [1], { ...arrested, breakdown: { sex: 'female' } }),
    ]);
    expect(ratios).toEqual([
      { code: 'prosecutions-per-arrest', name: 'prosecutions per arrest', years: ['2006'] },
    ]);
  });
});

describe('indicators', () => {
  const of = (...events: DomainEvent[]) => outline([opened(), ...events]).indicators;
  it('conclude where somebody gave two years, or where the Council asks in any case', () => {
    const list = of(
      replied('SV', years(2005, [1, 2], { indicator: 'victims-identified' })),
      replied('GR', [said('2005', 1, { indicator: 'persons-arrested' })]),
      replied('LV', [said('2006', 1, { indicator: 'persons-arrested' })]),
    );
    const concludes = Object.fromEntries(list.map((each) => [each.code, each.concludes]));
    expect(concludes).toEqual({
      ...{ 'victims-identified': true, 'persons-arrested': false },
      ...{ 'cases-investigated': true, 'persons-prosecuted': true, 'persons-convicted': true },
    });
    expect(list.find(({ code }) => code === 'persons-convicted')).toMatchObject({
      ...{ from: null, to: null, regions: [] },
    });
  });
  it('show the five years until the last for which half as many gave a figure as for the best', () => {
    const give = (code: string, ...given: number[]) =>
      replied(
        code,
        given.map((year) => said(String(year), 1)),
      );
    const prosecuted = (...events: DomainEvent[]) =>
      of(...events).find(({ code }) => code === 'persons-prosecuted');
    const four = ['SV', 'GR', 'LV', 'AL'].map((code) => give(code, 2005));
    const late = (n: number) => ['BG', 'CZ', 'DK'].slice(0, n).map((code) => give(code, 2007));
    expect(prosecuted(...four, ...late(1))).toMatchObject({ from: '2001', to: '2005' });
    expect(prosecuted(...four, ...late(2))).toMatchObject({ from: '2003', to: '2007' });
    // Two figures of one respondent for a year are one.
    const twice = replied('BG', [said('2007', 1), said('2007', 2)]);
    expect(prosecuted(...four, twice)).toMatchObject({ to: '2005' });
  });
  it('have the regions of those whose reply stands', () => {
    const replies = [
      replied('GR', years(2005, [1])),
      replied('SV', years(2005, [1])),
      replied('LAS', years(2005, [1])),
      replied('JP', years(2005, [1])),
      withdrew('JP'),
    ];
    const { regions } = of(...replies).find(({ code }) => code === 'persons-prosecuted')!;
    expect([...regions].sort()).toEqual(['039', '419', 'none']);
    expect(regions.at(-1)).toBe('none');
  });
});
