/**
 * The respondent of a row is named by a code, a name or a word of the mapping. A text that only resembles one
 * is refused.
 */
import { describe, expect, it } from '@jest/globals';
import { findRespondent, nameOf, respondentCodes } from '@rapporteur/names';
import { readHeader, type Header } from './find-header.js';
import { makeDecisions } from './find-word.js';
import { makeRowMapper, type MappedRow } from './map-row.js';
import { parseMapping } from './mapping.js';

const mapping = parseMapping(
  JSON.stringify({
    respondent: { code: ['Code'], name: ['Name'], words: { 'The Isle': 'IS' } },
    period: { columns: ['Year'] },
    value: { columns: ['Value'] },
    indicator: {
      columns: ['Measure'],
      words: { convicted: 'persons-convicted', arrested: 'persons-arrested' },
    },
    breakdown: [{ columns: ['Sex'], dimension: 'sex', words: { f: 'female', fB: 'male', all: null } }],
    break: { columns: ['Status'], words: { B: true, A: false } },
    only: [{ columns: ['Unit'], words: ['persons', 'people'] }],
  }),
);
const names = ['Code', 'Name', 'Year', 'Value', 'Measure', 'Sex', 'Status', 'Unit'];
const header = readHeader({ row: 3, cells: names }, mapping) as Header;
const makeReader = () => makeRowMapper(mapping, header, '2023-05-30');

interface Cells {
  readonly code?: string;
  readonly name?: string;
  readonly year?: string;
  readonly value?: string;
  readonly measure?: string;
  readonly sex?: string;
  readonly status?: string;
  readonly unit?: string;
}
const toCells = ({ code = '', name = '', year = '2019', value = '7', ...more }: Cells) => {
  const { measure = 'convicted', sex = 'all', status = '', unit = 'persons' } = more;
  return [code, name, year, value, measure, sex, status, unit];
};
/** Reads rows with one mapper, as a file is read: what is remembered of one row must not change another. */
const read = (...rows: Cells[]): MappedRow[] => {
  const mapRow = makeReader();
  return rows.map((cells, i) => mapRow({ row: 4 + i, cells: toCells(cells) }));
};
const whyNot = (mapped: MappedRow) =>
  'reason' in mapped
    ? mapped.reason
    : 'waitsFor' in mapped
      ? mapped.waitsFor.map(({ reason }) => reason).join('; ')
      : undefined;
const whose = (mapped: MappedRow) => whyNot(mapped) ?? ('resolved' in mapped ? mapped.resolved.code : '');
const one = (cells: Cells) => whose(read(cells)[0]!);

describe('the respondent of a row', () => {
  it.each([
    ['Austira', '"Austira" is no respondent; perhaps AT'],
    ['Republic of Korae', '"Republic of Korae" is no respondent; perhaps KR, CN, TW'],
    ['Nigr', '"Nigr" is no respondent; perhaps NE'],
    ['Ira', '"Ira" is no respondent; perhaps IQ, IR'],
    ['Dominica Republic', '"Dominica Republic" is no respondent; perhaps DM, DO'],
    ['Atlantis', '"Atlantis" is no respondent'],
  ])('is not taken from a name that is only close, as %s: the row is refused', (name, reason) => {
    expect(one({ name })).toBe(reason);
    expect(one({ code: name })).toBe(reason);
  });

  it('is nobody’s where a letter of a name is wrong, unless that is a name of its own', () => {
    const misspelt = respondentCodes
      .map((code) => nameOf(code, 'en'))
      .flatMap((name) => [
        name.slice(0, -1),
        name.slice(0, 2) + name.slice(3),
        `${name[1]}${name[0]}${name.slice(2)}`,
      ])
      .filter((name) => name.trim() !== '' && !findRespondent(name));
    expect(misspelt.length).toBeGreaterThan(500);
    const mapped = read(...misspelt.map((name) => ({ name })));
    expect(mapped.filter((row) => !('waitsFor' in row))).toEqual([]);
  });

  it('is told with suggestions for the first hundred names that nobody has, and waits after them as well', () => {
    const many = Array.from({ length: 105 }, (_, i) => ({ name: `Austira${' '.repeat(i % 2)}${i}` }));
    const reasons = read({ name: 'Austira' }, ...many, { name: 'Bolivai' }, { name: 'Austira' }).map(whose);
    expect(reasons[0]).toBe('"Austira" is no respondent; perhaps AT');
    expect(reasons.at(-2)).toBe('"Bolivai" is no respondent');
    expect(reasons.at(-1)).toBe(reasons[0]);
  });

  it('is the one of its code or name, or of a word of the mapping, and stands as it is written', () => {
    expect(
      read({ code: 'SLV' }, { name: 'Austria' }, { name: 'the  isle' }, { code: 'THE ISLE' }),
    ).toMatchObject([
      { resolved: { code: 'SV', asWritten: 'SLV' } },
      { resolved: { code: 'AT', asWritten: 'Austria' } },
      { resolved: { code: 'IS', asWritten: 'the  isle' } },
      { resolved: { code: 'IS', asWritten: 'THE ISLE' } },
    ]);
  });

  it('is no one of two that code and name say, nor that of a name whose code is unknown', () => {
    const rows = read(
      { code: 'SLV', name: 'El Salvador' },
      { code: 'SLV', name: 'Austria' },
      { code: 'AUT', name: 'El Salvador' },
      { code: 'AUT', name: 'Austria' },
      { code: 'XQX', name: 'Austria' },
      { code: 'AUT', name: 'Austira' },
      { code: '', name: 'El Salvador' },
      { code: 'AUT', name: '' },
    );
    expect(rows.map(whose)).toEqual([
      'SV',
      'the code "SLV" and the name "Austria" are different respondents',
      'the code "AUT" and the name "El Salvador" are different respondents',
      'AT',
      '"XQX" is no respondent\'s code, though "Austria" is one',
      'AT',
      'SV',
      'AT',
    ]);
  });
});

describe('what is remembered of a row', () => {
  it('is nobody else where code and name say together what a code alone says', () => {
    expect(read({ code: 'AT' }, { code: 'A', name: 'T' }, { name: 'AT' }).map(whose)).toEqual([
      'AT',
      '"T" is no respondent',
      'AT',
    ]);
  });
  it('are no words of another where two columns say together what one says', () => {
    const rows = read({ code: 'SV', sex: 'f', status: 'B' }, { code: 'SV', sex: 'fB' });
    expect(rows).toMatchObject([
      { observation: { breakdown: { sex: 'female' }, words: { Sex: 'f', Status: 'B' }, break: true } },
      { observation: { breakdown: { sex: 'male' }, words: { Sex: 'fB', Status: '' } } },
    ]);
  });
});

describe('a row with characters that a reply may not hold', () => {
  it('is refused with the name of the first such column, or its number where it has none', () => {
    const fault = 'must not hold control characters, nor U+FFFE or U+FFFF';
    expect(one({ code: 'SV', name: 'El\u0002Salvador', sex: '\u0001' })).toBe(`Name ${fault}`);
    expect(one({ code: 'SV', unit: 'per\u001bsons' })).toBe(`Unit ${fault}`);
    const nameless = readHeader({ row: 3, cells: [...names, ''] }, mapping) as Header;
    const mapRow = makeRowMapper(mapping, nameless, '2023-05-30');
    const cells = toCells({ code: 'SV' });
    expect(whose(mapRow({ row: 4, cells: [...cells, 'more'] }))).toBe('SV');
    expect(whose(mapRow({ row: 5, cells: [...cells, 'mo\u0002re'] }))).toBe(`column 9 ${fault}`);
  });
  it('is none where the end of a cell and the begin of the next would only fit together', () => {
    expect(one({ code: 'SV', sex: 'all', status: '\ud83d', unit: '\ude00' })).toMatch(
      /^Status must not hold/,
    );
  });
});

describe('what a row says', () => {
  it('is put down with its row and its own words, whatever the rows before it said', () => {
    const rows = read(
      { code: 'SV', measure: 'convicted', sex: 'f' },
      { code: 'SV', measure: 'convicted', sex: 'all', year: '2020', value: '8' },
      { code: 'AT', measure: 'Arrested', sex: 'F', status: 'b', value: '9' },
      { code: 'AT', measure: 'arrested', sex: 'f', status: 'A', value: '9' },
    ).map((row) => ('observation' in row ? row.observation : whyNot(row)));
    expect(rows).toMatchObject([
      { indicator: 'persons-convicted', breakdown: { sex: 'female' }, period: '2019', value: 7, row: 4 },
      { indicator: 'persons-convicted', breakdown: {}, period: '2020', value: 8, row: 5 },
      { indicator: 'persons-arrested', breakdown: { sex: 'female' }, period: '2019', value: 9, row: 6 },
      { indicator: 'persons-arrested', breakdown: { sex: 'female' }, period: '2019', value: 9, row: 7 },
    ]);
    expect(rows.map((row) => (row as { words: object }).words)).toEqual([
      { Measure: 'convicted', Sex: 'f', Status: '' },
      { Measure: 'convicted', Sex: 'all', Status: '' },
      { Measure: 'Arrested', Sex: 'F', Status: 'b' },
      { Measure: 'arrested', Sex: 'f', Status: 'A' },
    ]);
    expect(rows.map((row) => (row as { break?: true }).break)).toEqual([
      undefined,
      undefined,
      true,
      undefined,
    ]);
  });

  it.each<[string, Cells, string]>([
    ['another unit', { unit: 'rate' }, 'Unit is "rate", not persons or people'],
    ['no period', { year: 'MMXIX' }, '"MMXIX" is no period'],
    ['a year to come', { year: '2024' }, '2024 lies after 2023-05-30, when the file was received'],
    ['no count', { value: 'some' }, '"some" is no count'],
    ['nothing for a count', { value: '' }, 'a blank is no count'],
    ['no count beside an unknown word', { value: '', measure: 'cases' }, 'a blank is no count'],
  ])('is refused where it has %s', (_, cells, reason) => {
    const [row] = read({ code: 'SV', ...cells });
    expect(row).toEqual({ reason });
  });

  it.each<[string, Cells, string, string, object]>([
    [
      'another measure',
      { measure: 'Cases' },
      'indicator',
      '"Cases" is no indicator of the mapping',
      { indicator: undefined },
    ],
    [
      'a word of another break',
      { status: 'C' },
      'break',
      'Status is "C", which the mapping does not know',
      {},
    ],
    ['another sex', { sex: 'x' }, 'sex', 'Sex is "x", which the mapping does not know', { breakdown: {} }],
    [
      'another name',
      { code: '', name: 'Austira' },
      'respondent',
      '"Austira" is no respondent; perhaps AT',
      { respondent: undefined },
    ],
  ])('waits where it has %s, and says what is certain', (_, cells, dimension, reason, known) => {
    const [row] = read({ code: 'SV', ...cells });
    expect(row).toMatchObject({ waitsFor: [{ dimension, reason }], known: { period: '2019', ...known } });
  });

  it('waits for all its unknown words at once', () => {
    const [row] = read({ name: 'Austira', measure: 'cases', sex: 'x', status: 'C' });
    const waits =
      row && 'waitsFor' in row ? row.waitsFor.map(({ dimension, word }) => [dimension, word]) : [];
    expect(waits).toEqual([
      ['respondent', 'Austira'],
      ['indicator', 'cases'],
      ['sex', 'x'],
      ['break', 'C'],
    ]);
  });

  it.each([
    ['break', true],
    ['none', undefined],
  ])('whose word of breaks was decided to mean %s has it or not', (code, expected) => {
    const decisions = makeDecisions([{ dimension: 'break', word: 'C', decision: 'code', code }]);
    const mapped = makeRowMapper(
      mapping,
      header,
      '2023-05-30',
      decisions,
    )({
      row: 4,
      cells: toCells({ code: 'SV', status: 'C' }),
    });
    expect(mapped).toMatchObject({ observation: { words: { Status: 'C' } } });
    expect('observation' in mapped && mapped.observation.break).toBe(expected);
  });

  it('has the words of the first column as well, wherever the columns stand', () => {
    const turned = readHeader({ row: 3, cells: names.toReversed() }, mapping) as Header;
    const first = readHeader({ row: 3, cells: ['Sex', ...names.filter((name) => name !== 'Sex')] }, mapping);
    const cells = toCells({ code: 'SV', sex: 'f' });
    const words = { Measure: 'convicted', Sex: 'f', Status: '' };
    const of = (found: Header, row: string[]) =>
      makeRowMapper(mapping, found, '2023-05-30')({ row: 4, cells: row });
    expect(of(turned, cells.toReversed())).toMatchObject({ observation: { words } });
    const moved = ['f', ...cells.filter((_, i) => names[i] !== 'Sex')];
    expect(of(first as Header, moved)).toMatchObject({ observation: { words } });
  });

  it('may be of the year in which the file was received', () => {
    expect(read({ code: 'SV', year: '2023' })).toMatchObject([{ observation: { period: '2023' } }]);
  });
});

describe('a status that says why there is no number', () => {
  const reader = () => {
    const by = parseMapping(
      JSON.stringify({
        respondent: { code: ['REF_AREA'] },
        period: { columns: ['TIME_PERIOD'] },
        value: { columns: ['OBS_VALUE'], words: { c: 'withheld' } },
        indicator: { columns: ['MEASURE'], words: { '': 'persons-convicted' } },
        missing: [
          { columns: ['OBS_STATUS'], words: { L: 'not-asked', M: 'not-applicable', Q: 'withheld' } },
          { columns: ['CONF_STATUS'], words: { C: 'withheld' } },
        ],
      }),
    );
    const row = { row: 1, cells: ['REF_AREA', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'CONF_STATUS'] };
    const mapRow = makeRowMapper(by, readHeader(row, by) as Header, '2023-05-30');
    return (value: string, status: string, conf = '') => {
      const mapped = mapRow({ row: 2, cells: ['SV', '2019', value, status, conf] });
      return 'reason' in mapped ? mapped.reason : 'resolved' in mapped ? mapped.observation : undefined;
    };
  };
  it.each([
    ['', 'L', '', 'not-asked'],
    ['NaN', 'm', '', 'not-applicable'],
    ['', 'Q', 'C', 'withheld'],
    ['', 'A', 'C', 'withheld'],
    ['c', 'Q', '', 'withheld'],
  ])('%p with %s and %p is %s', (value, status, conf, qualifier) => {
    expect(reader()(value, status, conf)).toMatchObject({
      ...{ value: null, qualifier, words: { OBS_STATUS: status, CONF_STATUS: conf } },
    });
  });
  it('leaves a number as it is, and is refused where it contradicts one', () => {
    expect(reader()('7', 'A')).toMatchObject({ value: 7, qualifier: 'exact' });
    expect(reader()('0', 'L')).toBe('the figure is "0", and OBS_STATUS says that it is not-asked');
    expect(reader()('c', 'L')).toBe('the figure is "c", and OBS_STATUS says that it is not-asked');
    expect(reader()('', 'M', 'C')).toBe(
      'OBS_STATUS says that the figure is not-applicable, and CONF_STATUS that it is withheld',
    );
    expect(reader()('', 'E')).toBe('a blank is no count');
  });
});
