/**
 * Hundreds of files of odd bytes and odd structure: none ends the process, none takes long, and whatever is
 * stored of them can be read again. FUZZ=100000 tries so many of each kind; FUZZ_FROM says from which number
 * on. Files that once showed a fault are kept in ../samples; a file that is put there is tested without further
 * change.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMapping, type Mapping } from '../table/mapping.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';
import { proposeMapping } from '../propose/propose-mapping.js';
import { checkFile } from './check-file.js';
import { makeCsv, makeXlsx } from './make-files.js';
import { makeSdmxMl } from './make-messages.js';
import { makeJsonStat, makeOds, makeSdmxCsv } from './make-other-files.js';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));
const runs = Number(process.env['FUZZ'] ?? 300);
const from = Number(process.env['FUZZ_FROM'] ?? 0);
/** The longest time for one file (ms): far above what any of them takes, far below what a person would wait. */
const longest = 20_000;

let folder: string;
let mapping: Mapping;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  mapping = await findMapping('unodc-glotip');
});
afterAll(() => rm(folder, { recursive: true }));

/** Checks a file. Errors: what does not hold, with where the file lies that shows it. */
async function check(name: string, bytes: Buffer): Promise<number | string> {
  const path = join(folder, name);
  const started = performance.now();
  try {
    const outcome = await checkFile(bytes, path, mapping);
    await proposeMapping(path, '2026-01-01').catch((error: unknown) => {
      if (!(error instanceof UnreadableFile)) throw error;
    });
    const ms = performance.now() - started;
    if (ms > longest) throw new Error(`it took ${Math.round(ms)} ms`);
    return outcome;
  } catch (error) {
    const kept = join(tmpdir(), `rapporteur-fuzz-${name}`);
    await writeFile(kept, bytes);
    throw new Error(`${kept}: ${(error as Error).message}`, { cause: error });
  }
}

describe('a file of odd bytes', () => {
  it.each([
    ['.csv', makeCsv],
    ['.xlsx', makeXlsx],
    ['.ods', makeOds],
    ['.json', makeJsonStat],
    ['.sdmx.csv', makeSdmxCsv],
    ['.xml', makeSdmxMl],
  ] as const)(
    'is read or refused as %s',
    async (kind, make) => {
      const outcomes = new Map<number | string, number>();
      const faults: string[] = [];
      for (let number = from; number < from + runs && faults.length < 20; number += 1) {
        const name = `${number}${kind}`;
        const outcome = await check(name, make(number)).catch((error: Error) => {
          faults.push(error.message);
          return 'at fault';
        });
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        await rm(join(folder, name));
      }
      expect(faults).toEqual([]);
      if (process.env['FUZZ']) console.log(kind, Object.fromEntries(outcomes));
      // With fewer different outcomes the files would have tried only a small part of the reader.
      expect(outcomes.size).toBeGreaterThan(5);
      expect([...outcomes.keys()].filter((outcome) => Number(outcome) > 1)).not.toEqual([]);
    },
    runs * 200 + 60_000,
  );
});

it('what was found once is held', async () => {
  for (const name of (await readdir(samples)).filter((file) => /\.(csv|xlsx|ods|json|xml)$/.test(file)))
    await check(name, await readFile(join(samples, name)));
});
