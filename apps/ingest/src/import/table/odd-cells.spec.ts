/** Whatever a file holds, the events made of it can be stored and read again, and its messages can be shown. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheet, toZip, workbook } from '@rapporteur/testing';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile } from '../fuzz/check-file.js';
import { parseMapping } from './mapping.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'odd-cells-'));
});
afterAll(() => rm(folder, { recursive: true }));

const columns = ['Code', 'Name', 'What', 'Year', 'Value', 'Kind', 'Of', 'Status', 'Unit'];
const mapping = parseMapping(
  JSON.stringify({
    respondent: { code: ['Code'], name: ['Name'], words: { 'the isle': 'IS' } },
    period: { columns: ['Year'] },
    value: {
      columns: ['Value'],
      grouping: [',', '.', ' ', "'"],
      words: { '': 'none-known', 'not known': 'none-known' },
    },
    indicator: { columns: ['What'], words: { victims: 'victims-detected' } },
    breakdown: [
      {
        columns: ['Of'],
        chosenBy: ['Kind'],
        choices: {
          sex: { dimension: 'sex', words: { f: 'female', all: null } },
          from: { dimension: 'citizenship', words: {}, respondents: true },
        },
      },
    ],
    break: { columns: ['Status'], words: { B: true } },
    only: [{ columns: ['Unit'], words: ['persons'] }],
  }),
);
const check = (content: string | Buffer) => checkFile(Buffer.from(content), join(folder, 'file'), mapping);

/** The cells of a valid row, and odd texts to put in their place. */
const good = ['SV', 'El Salvador', 'victims', '2007', '6', 'sex', 'f', 'B', 'persons'];
const space = fc.constantFrom(' ', '\t', '\n', '\u000b', '\u000c', '\u00a0', '\ufeff', '\u2028', '\u0085');
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    ...['', ' ', '__proto__', 'constructor', 'not known', 'IS', 'The  Isle', 'all', 'from', 'Austria'],
    ...['\u0000', '\ud800', '\ufffe', '\u202e', '\u001b[2J', '=1+1', '-0', '9007199254740993', '0x10'],
    ...['<=9007199254740991', '>9007199254740991', '≤0', '<0', '~5', '1,282', "1'2", '1.282', '1e3'],
    ...['2007/2008', '2008/2007', '../2007', 'undated', '9999', '0000', '2007-13', 'TRUE', '５', '٥'],
  ),
  fc.nat(300).map((n) => `${'0'.repeat(n)}5`),
  fc.nat(700).map((n) => 'x'.repeat(n)),
  fc.constant('y'.repeat(40_000)),
);
const spaced = (text: string) =>
  fc.tuple(fc.array(space, { maxLength: 3 }), fc.nat(600)).map(([spaces, n]) => {
    const wide = n > 500 ? ' '.repeat(n) : spaces.join('');
    return `${wide}${text.replace(' ', ` ${wide}`)}${spaces.join('')}`;
  });
const year = fc.integer({ min: 1990, max: 2022 }).map(String);
const usual = (i: number) => (good[i] === '2007' ? year : fc.constant(good[i]!));
const cell = (i: number) => fc.oneof({ weight: 20, arbitrary: usual(i) }, spaced(good[i]!), odd);
const row = fc.tuple(...good.map((_, i) => cell(i)));
const names = fc.tuple(
  ...columns.map((name) => fc.oneof({ weight: 30, arbitrary: fc.constant(name) }, spaced(name))),
  fc.oneof({ weight: 5, arbitrary: fc.constant('More') }, odd),
);

const numRuns = Number(process.env['FULL'] ? 5000 : 250);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('a file of odd cells', () => {
  it('as CSV gives events that can be read again, or is refused', async () => {
    const outcomes = new Set<number | string>();
    const property = fc.asyncProperty(
      names,
      fc.array(row, { minLength: 6, maxLength: 9 }),
      async (head, rows) => {
        const lines = [head, ...rows].map((cells) => cells.map(quoted).join(','));
        outcomes.add(await check(lines.join('\n')));
      },
    );
    await fc.assert(property, { numRuns });
    // Without such outcomes no event would have been checked.
    expect([...outcomes].filter((outcome) => Number(outcome) > 2).length).toBeGreaterThan(0);
  }, 300_000);

  it('as .xlsx gives events that can be read again, or is refused', async () => {
    const kind = fc.constantFrom('n', 's', 'b', 'e', 'd', 'str', 'inlineStr', 'zzz');
    const reference = fc.constantFrom('', 'r="A2"', 'r="XFE9"', 'r="1"', 's="1"', 's="x"');
    const rowNumber = fc.oneof(
      { weight: 20, arbitrary: fc.constant('') },
      fc.constantFrom('r="1.5"', 'r="0"', 'r="-3"', 'r="1e400"', 'r="9"', 'r="1048576"'),
    );
    const escape = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replace(/\p{Cs}/gu, '');
    const written = (i: number) =>
      fc.oneof(
        {
          weight: 80,
          arbitrary: fc.constant(`<c t="inlineStr"><is><t xml:space="preserve">${good[i]}</t></is></c>`),
        },
        fc.tuple(kind, reference, cell(i)).map(([t, r, v]) => `<c ${r} t="${t}"><v>${escape(v)}</v></c>`),
      );
    const xmlRow = fc
      .tuple(rowNumber, ...good.map((_, i) => written(i)))
      .map(([r, ...cells]) => `<row ${r}>${cells.join('')}</row>`);
    const head = `<row>${columns.map((name) => `<c t="str"><v>${name}</v></c>`).join('')}</row>`;
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    const outcomes = new Set<number | string>();
    const property = fc.asyncProperty(fc.array(xmlRow, { minLength: 6, maxLength: 9 }), async (rows) => {
      const parts = [...workbook('<si><t>f</t></si>', styles), sheet(head + rows.join(''))];
      outcomes.add(await check(toZip(parts)));
    });
    await fc.assert(property, { numRuns });
    expect([...outcomes].filter((outcome) => Number(outcome) > 0).length).toBeGreaterThan(0);
    expect(outcomes).toContain('damaged');
  }, 300_000);
});
