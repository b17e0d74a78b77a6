/** What a whole file becomes beside its figures: what later decisions change, repeated rows, and columns of several sheets. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ods, toZip } from '@rapporteur/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDecisions, noDecisions } from './find-word.js';
import { parseMapping } from './mapping.js';
import { cellOfKey, figureKey, readTable, saysWaiting, type Reading } from './read-table.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-whole-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

const mapping = (more: object = {}) =>
  parseMapping(
    JSON.stringify({
      respondent: { code: ['area'] },
      period: { columns: ['year'] },
      value: { columns: ['value'] },
      indicator: { columns: ['measure'], words: { convicted: 'persons-convicted' } },
      breakdown: [{ columns: ['sex'], dimension: 'sex', words: { f: 'female', all: null }, optional: true }],
      break: { columns: ['status'], words: {} },
      ...more,
    }),
  );
const header = 'area,year,value,measure,sex,status';
async function read(content: string | Buffer, reading: Partial<Reading> = {}, by = mapping()) {
  await writeFile(join(folder, 'file'), content);
  const progress: number[] = [];
  const all = { collection: 'c', receivedOn: '2023-05-30', ...reading };
  const table = await readTable(join(folder, 'file'), by, all, (rows) => progress.push(rows));
  return { table, progress };
}
const decide = (dimension: string, word: string, code: string) =>
  makeDecisions([{ dimension, word, decision: 'code', code }]);

describe('what decisions change', () => {
  const lines = [header, 'SV,2010,7,convicted,w,', 'SV,2011,8,convicted,f,', 'AT,2010,9,convicted,f,B'];
  const changed = async (reading: Partial<Reading>) =>
    [...(await read(lines.join('\n'), reading)).table.changes!].map(([code, keys]) => [
      code,
      [...keys].map((key) => key.replace(/^\S* /, '')),
    ]);

  it('is nothing that is asked where no earlier ones are given', async () => {
    expect((await read(lines.join('\n'))).table).not.toHaveProperty('changes');
    expect(await changed({ before: [] })).toEqual([]);
    expect(await changed({ before: [noDecisions] })).toEqual([]);
  });

  it('are the figures of the rows that mean something else now, as they are and as they were', async () => {
    const women = decide('sex', 'w', 'female');
    expect(await changed({ decisions: women, before: [noDecisions] })).toEqual([['SV', ['exact 7']]]);
    expect(await changed({ before: [women] })).toEqual([['SV', ['exact 7']]]);
    const { changes } = (
      await read(lines.join('\n'), { decisions: women, before: [decide('sex', 'w', 'male'), noDecisions] })
    ).table;
    expect([...changes!.get('SV')!].map((key) => key.slice(0, key.indexOf(' ')))).toEqual([
      expect.stringContaining('male'),
      expect.stringContaining('female'),
    ]);
    // Whose it is may be what was decided.
    const whose = [header, 'XQ,2010,7,convicted,f,'].join('\n');
    const { table } = await read(whose, {
      decisions: decide('respondent', 'XQ', 'AT'),
      before: [decide('respondent', 'XQ', 'SV')],
    });
    expect([...table.changes!.keys()]).toEqual(['SV', 'AT']);
  });

  it('is a figure where only its break is another', async () => {
    const [yes, no] = [decide('break', 'B', 'break'), decide('break', 'B', 'none')];
    expect(await changed({ decisions: yes, before: [no] })).toEqual([['AT', ['exact 9']]]);
    expect(await changed({ decisions: no, before: [yes] })).toEqual([['AT', ['exact 9']]]);
    expect(await changed({ decisions: yes, before: [yes] })).toEqual([]);
  });
});

describe('a figure that a file has twice', () => {
  it('notes each row that repeats it, as far as a note may go', async () => {
    const many = Array.from({ length: 400 }, () => 'SV,2010,7,convicted,f,');
    const { table } = await read([header, ...many].join('\n'));
    const { observations, doubles } = table.replies.get('SV')!;
    const [{ note, row }] = [...observations.values()] as unknown as [{ note?: string; row?: number }];
    expect([doubles, observations.size, row]).toEqual([399, 1, 2]);
    expect(note!.startsWith('Said again in row 3, 4, 5, 6, ')).toBe(true);
    expect(note!.length).toBeLessThanOrEqual(1900);
    const [last] = /\d+$/.exec(note!)!;
    expect(`${note}, ${Number(last) + 1}`.length).toBeGreaterThan(1900);
  });

  it('has a break where either row says so', async () => {
    const by = mapping({ break: { columns: ['status'], words: { B: true } } });
    const breaks = async (...statuses: string[]) => {
      const rows = statuses.map((status) => `SV,2010,7,convicted,f,${status}`);
      const [one] = (await read([header, ...rows].join('\n'), {}, by)).table.replies.get('SV')!.observations;
      return one![1].break;
    };
    expect([await breaks('B', ''), await breaks('', 'B'), await breaks('', '')]).toEqual([
      ...[true, true, undefined],
    ]);
  });

  it('is told by a key that begins with its cell', () => {
    const o = { indicator: 'x', breakdown: {}, period: '2010', value: 7, qualifier: 'exact' } as const;
    const [one, other] = [figureKey('c', 'SV', o), figureKey('c', 'SV', { ...o, value: 8 })];
    expect(one).not.toBe(other);
    expect(cellOfKey(one)).toBe(cellOfKey(other));
    expect(`${cellOfKey(one)} exact 7`).toBe(one);
    expect(figureKey('c', 'SV', { ...o, qualifier: 'at-least' })).toBe(`${cellOfKey(one)} at-least 7`);
  });
});

describe('the rows of a file', () => {
  it('are counted batch by batch, without those that are blank', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => (i % 3 ? 'SV,2010,7,convicted,f,' : ' ,,'));
    const { table, progress } = await read([header, ...rows].join('\n'));
    expect([table.rows, progress.at(-1), progress.length]).toEqual([1000, 1000, 2]);
  });

  it('say why they wait, each of their words, as far as there is room', async () => {
    const { table } = await read(
      [header, 'SV,2010,7,cases,w,Q', `SV,2010,7,${'c'.repeat(500)},${'d'.repeat(500)},e`].join('\n'),
    );
    expect(table.refusedRows.map(({ reason }) => reason)).toEqual([
      'waits for a decision: "cases" is no indicator of the mapping; sex is "w", which the mapping does not know; status is "Q", which the mapping does not know',
      expect.stringMatching(
        /^waits for a decision: "c+…" is no indicator of the mapping; sex is "d+…", which/,
      ),
    ]);
    expect([table.refused, table.waiting.count]).toEqual([0, 2]);
    expect(table.refusedRows.every(({ reason }) => saysWaiting(reason) && reason.length <= 300)).toBe(true);
    expect(saysWaiting('it waits for a decision: ')).toBe(false);
  });

  it('of several sheets have their cells below the columns of the first', async () => {
    const row = (cells: readonly string[]) =>
      `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    const sheets: Record<string, string[][]> = {
      A: [
        ['area', 'year', 'value', 'measure', 'sex'],
        ['SV', '2010', 'a', 'convicted', 'f'],
      ],
      B: [
        ['AREA', ' year', 'Value', 'measure', 'sex'],
        ['SV', '2010', 'b', 'convicted', 'f'],
      ],
      C: [
        ['more', 'value', 'measure', 'year', 'area'],
        ['m', 'c', 'convicted', '2010', 'SV'],
        ['', 'd', '', '', ''],
      ],
    };
    const tables = Object.entries(sheets).map(
      ([name, rows]) => `<table:table table:name="${name}">${rows.map(row).join('')}</table:table>`,
    );
    const { table } = await read(toZip(ods(tables.join(''))), {}, mapping({ everySheet: {} }));
    expect(table.header).toEqual(['(sheet)', 'area', 'year', 'value', 'measure', 'sex']);
    expect(table.refusedRows.map(({ cells }) => cells)).toEqual([
      ['A', 'SV', '2010', 'a', 'convicted', 'f'],
      ['B', 'SV', '2010', 'b', 'convicted', 'f'],
      ['C', 'SV', '2010', 'c', 'convicted', '', 'm'],
      ['C', '', '', 'd', '', '', ''],
    ]);
    expect(table.seen).toMatchObject({ sheet: 'A, B, C', headerRow: 1 });
  });
});
