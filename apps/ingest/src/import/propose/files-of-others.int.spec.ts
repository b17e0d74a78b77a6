/** UNODC's file as others might have written it: read by a proposed mapping, no row is lost, none is guessed wrongly, and undo takes all of it back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFile } from '../run/import-file.js';
import { openImports } from '../run/import-for-tests.js';
import { findMapping, parseMapping } from '../table/mapping.js';
import { readTable, type ImportedTable } from '../table/read-table.js';
import {
  asPublished,
  inArabic,
  inChinese,
  inRussian,
  inSheets,
  inSpanish,
  makeLines,
  readLines,
  withSexesAcross,
  withYearsAcross,
} from './files-of-others-for-tests.js';
import { proposeMapping } from './propose-mapping.js';

const root = new URL('../../../../../', import.meta.url);
const large =
  process.env['UNODC_GLOTIP_FILE'] ??
  fileURLToPath(new URL('../shared/data/unodc-glotip-2023-05-30.xlsx', root));
const sources = ['a sample', ...(existsSync(large) ? ['the whole file'] : [])];
if (sources.length === 1)
  process.stderr.write(`Files of others are made of a sample only: there is no ${large}.\n`);

let store: Awaited<ReturnType<typeof openImports>>;
let folder: string;
beforeAll(async () => {
  store = await openImports();
  folder = await mkdtemp(join(tmpdir(), 'files-of-others-'));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const receivedOn = '2023-05-30';
const recorder = { recordedBy: 'test', principal: 'test', signedInBy: 'key' } as const;

/** Each figure with its respondent, without the numbers of rows. */
const figuresOf = ({ replies }: ImportedTable) =>
  [...replies].flatMap(([code, { observations }]) => [...observations.keys()].map((key) => `${code} ${key}`));

async function take(path: string, content: Buffer | string, mapping: string, collection: string) {
  const file = createHash('sha256').update(content).digest('hex');
  const request = { collection, round: '2023', receivedOn, path, file, name: 'others', mapping };
  return importFile(
    store.importing,
    { ...request, dryRun: false, recorder, recordedAt: '2024-06-01T00:00:00.000Z' },
    () => undefined,
  );
}

/** The lines of a source, and where it is as it was published. */
async function open(source: string) {
  if (source === 'the whole file') return { lines: await readLines(large, 3), path: large };
  const path = join(folder, 'published');
  await writeFile(path, asPublished(makeLines()));
  return { lines: makeLines(), path };
}

describe.each(sources)('%s', (source) => {
  const kinds = [
    ['with columns renamed and reordered, in Spanish', inSpanish, []],
    ['split over sheets, in French', inSheets, [/^Sheet "Notes" has other columns than .+, and is not read/]],
    ['with years across', withYearsAcross, []],
    ['with a column for each sex', withSexesAcross, []],
    ['in Russian', inRussian, []],
    ['in Arabic', inArabic, []],
    ['in Chinese', inChinese, []],
  ] as const;
  // The whole file takes half a minute in each form, so it is read in one of them, or with FULL=1 in all.
  const isShort = source === 'the whole file' && !process.env['FULL'];
  it.each(kinds.filter(([, make]) => !isShort || make === inSheets))(
    `is read by a proposed mapping: %s`,
    async (kind, make, expected) => {
      const { lines, path } = await open(source);
      const content = make(lines);
      const file = join(folder, 'file');
      await writeFile(file, content);
      const { text, doubts, counts, reasons } = await proposeMapping(file, receivedOn);
      expect(doubts).toEqual(expected.map((one: RegExp) => expect.stringMatching(one)));
      const { unsure: _, ...sure } = JSON.parse(text) as { unsure?: string[] };
      const mapping = JSON.stringify(sure);

      // What the mapping of the collection reads from the file as it was published is the answer to every guess.
      const reading = { collection: 'others', receivedOn };
      const right = await readTable(path, await findMapping('unodc-glotip'), reading, () => undefined);
      const read = await readTable(file, parseMapping(mapping), reading, () => undefined);
      expect({ rows: counts.rows, reasons }).toEqual({ rows: right.rows, reasons: [] });
      const answers = new Set(figuresOf(right));
      expect(figuresOf(read).filter((one) => !answers.has(one))).toEqual([]);
      expect(figuresOf(read).length).toBeGreaterThan(0);

      expect({ rows: read.rows, refused: read.refused }).toEqual({ rows: lines.length, refused: 0 });

      const collection = `others-${sources.indexOf(source)}-${kinds.findIndex(([one]) => one === kind)}`;
      const report = await take(file, content, mapping, collection);
      const { rows, stored, repeated, refused, waiting } = report;
      process.stderr.write(
        `${source} ${kind}: ${rows} = ${stored} + ${repeated} + ${refused} + ${waiting}\n`,
      );
      expect(stored + repeated + refused + waiting).toBe(rows);
      expect((stored + repeated + waiting) / rows).toBeGreaterThanOrEqual(0.995);
      expect(Object.keys(await store.standing(collection)).length).toBeGreaterThan(40);
      await store.undo(collection, '2023');
      expect(await store.standing(collection)).toEqual({});
    },
    300_000,
  );
});
