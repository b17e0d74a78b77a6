/** The breakdown of a row's figure is read from the words in its columns; a row with an unknown word is refused. */
import { describe, expect, it } from '@jest/globals';
import { makeDecisions, type Decisions, type UnknownWord } from './find-word.js';
import { readHeader, type Header } from './find-header.js';
import { parseMapping } from './mapping.js';
import { makePartReader } from './read-breakdown.js';
import { makeCellOf } from './read-cells.js';

const mapping = parseMapping(
  JSON.stringify({
    respondent: { code: ['Code'] },
    period: { columns: ['Year'] },
    value: { columns: ['Value'] },
    indicator: { columns: ['Measure'], words: {} },
    breakdown: [
      { columns: ['Sex'], dimension: 'sex', words: 'sexes' },
      {
        columns: ['Age group', 'Age'],
        dimension: 'age',
        words: { children: 'child', all: null },
        optional: true,
      },
      {
        columns: ['Of'],
        chosenBy: ['Kind'],
        choices: {
          All: { words: { '': null, all: null } },
          'by citizenship': {
            dimension: 'citizenship',
            words: { unknown: 'not-stated', all: null },
            respondents: true,
          },
          'by sex': { dimension: 'sex', words: 'sexes' },
        },
      },
    ],
    wordLists: { sexes: { f: 'female', M: 'male', all: null } },
  }),
);
const columns = ['Code', 'Year', 'Value', 'Measure', 'Kind', 'Of', 'Sex', 'Age'];
const makeReader = (names = columns, decisions?: Decisions) => {
  const header = readHeader({ row: 1, cells: names }, mapping) as Header;
  const cellOf = makeCellOf(header);
  const parts = mapping.breakdown.map((part) => makePartReader(part, mapping, header, cellOf, decisions));
  return (said: Readonly<Record<string, string>>): Record<string, string> | string => {
    const cells = names.map((name) => said[name] ?? (name === 'Of' ? '' : 'all'));
    const breakdown: Record<string, string> = {};
    try {
      const unknown: UnknownWord[] = [];
      for (const readPart of parts) readPart(cells, breakdown, unknown);
      return unknown[0]?.reason ?? breakdown;
    } catch (error) {
      return (error as Error).message;
    }
  };
};

describe('the breakdown of a row', () => {
  it('is what each of its columns says, whatever the rows before it said', () => {
    const read = makeReader();
    const rows: [Record<string, string>, object][] = [
      [{}, {}],
      [{ Sex: 'F' }, { sex: 'female' }],
      [
        { Sex: ' m ', Age: 'Children' },
        { sex: 'male', age: 'child' },
      ],
      [{ Kind: 'By  Citizenship', Of: 'Latvia' }, { citizenship: 'lv' }],
      [
        { Kind: 'by citizenship', Of: 'Lettonie', Sex: 'f' },
        { citizenship: 'lv', sex: 'female' },
      ],
      [{ Kind: 'by citizenship', Of: 'Nigerians' }, { citizenship: 'ng' }],
      [{ Kind: 'by citizenship', Of: 'unknown' }, { citizenship: 'not-stated' }],
      [{ Kind: 'by citizenship', Of: 'All' }, {}],
      [{ Kind: 'by sex', Of: 'm' }, { sex: 'male' }],
      [{ Kind: 'all', Of: '' }, {}],
    ];
    for (const [said, breakdown] of [...rows, ...[...rows].reverse()]) expect(read(said)).toEqual(breakdown);
  });

  it('is the whole where a column that may be missing is, and of the first of its names that there is', () => {
    expect(makeReader(columns.filter((name) => name !== 'Age'))({ Sex: 'f' })).toEqual({ sex: 'female' });
    const both = makeReader([...columns, 'Age group']);
    expect(both({ Age: 'all', 'Age group': 'children' })).toEqual({ age: 'child' });
    expect(both({ Age: 'children', 'Age group': 'all' })).toEqual({});
  });

  it.each<[Record<string, string>, string]>([
    [{ Sex: 'x' }, 'Sex is "x", which the mapping does not know'],
    [{ Sex: '' }, 'Sex is a blank, which the mapping does not know'],
    [{ Kind: 'by colour', Of: 'm' }, 'Kind is "by colour", which the mapping does not know'],
    [{ Kind: 'by citizenship', Of: 'Latvai' }, 'Of is "Latvai", which the mapping does not know'],
    [{ Kind: 'by citizenship', Of: 'Nigerin' }, 'Of is "Nigerin", which the mapping does not know'],
    [{ Kind: 'by citizenship', Of: 'LVA' }, 'Of is "LVA", which the mapping does not know'],
    [{ Kind: 'by citizenship', Of: '' }, 'Of is a blank, which the mapping does not know'],
    [{ Kind: 'by sex', Of: 'Latvia' }, 'Of is "Latvia", which the mapping does not know'],
    [{ Kind: 'all', Of: 'Latvia' }, 'Of is "Latvia", which the mapping does not know'],
  ])('of %j is unknown', (said, reason) => {
    expect(makeReader()(said)).toBe(reason);
  });

  it('is of the dimension that somebody decided a word of its kind to mean', () => {
    const decided = (decision: 'code' | 'total' | 'not-a-code', code: string | null = null) =>
      makeReader(
        columns,
        makeDecisions([{ dimension: 'kind-of-breakdown', word: 'Por Nacionalidad', decision, code }]),
      );
    const said = { Kind: 'por nacionalidad', Of: 'Latvia' };
    expect(makeReader()(said)).toBe('Kind is "por nacionalidad", which the mapping does not know');
    expect(decided('code', 'citizenship')(said)).toEqual({ citizenship: 'lv' });
    expect(decided('code', 'sex')({ ...said, Of: 'f' })).toEqual({ sex: 'female' });
    // The mapping has no words of this dimension, but countries have names.
    expect(decided('code', 'repatriated-to')(said)).toEqual({ 'repatriated-to': 'lv' });
    expect(decided('code', 'age')(said)).toBe('Of is "Latvia", which the mapping does not know');
    expect(decided('total')({ ...said, Of: 'all' })).toEqual({});
    expect(decided('not-a-code')(said)).toBe('Kind is "por nacionalidad", which was decided to be no code');
  });

  it('is refused where two columns say two things of one dimension: neither is chosen', () => {
    const read = makeReader();
    expect(read({ Sex: 'f', Kind: 'by sex', Of: 'm' })).toBe('Of is "m", and another column says sex:female');
    expect(read({ Sex: 'f', Kind: 'by sex', Of: 'f' })).toEqual({ sex: 'female' });
    expect(read({ Sex: 'f', Kind: 'by sex', Of: 'all' })).toEqual({ sex: 'female' });
  });
});
