/**
 * Odd files sent to the running product: each gets a short answer that is no server error, no temporary file
 * stays behind, and all that was stored can be read. FUZZ_IMPORTS=10000 sends so many, FUZZ_FROM says from
 * which number on.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readEvent } from '@rapporteur/domain';
import { readLog } from '@rapporteur/event-store';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import {
  createTestDatabase,
  startCommand,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeCsv, makeXlsx } from './make-files.js';
import { makeSdmxMl } from './make-messages.js';
import { makeJsonStat, makeOds, makeSdmxCsv } from './make-other-files.js';

const root = fileURLToPath(new URL('../../../../..', import.meta.url));
const samples = fileURLToPath(new URL('../samples/', import.meta.url));
const runs = Number(process.env['FUZZ_IMPORTS'] ?? 60);
const from = Number(process.env['FUZZ_FROM'] ?? 0);

let test: TestDatabase;
let folder: string;
let temporary: string;
let rapporteur: RunningCommand;
let url: string;
let mapping: string;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'fuzz-imports-'));
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
  mapping = await readFile(join(root, 'data/unodc-glotip/mapping.json'), 'utf8');
  rapporteur = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATABASE_URL: test.url, PORT: '0', DATA_DIR: folder, TMPDIR: temporary },
  });
  url = (await rapporteur.waitFor(/Rapporteur is at (\S+)/))[1]!;
}, 120_000);
afterAll(async () => {
  rapporteur.child.kill('SIGTERM');
  expect(await rapporteur.ended).toBe(0);
  await test.drop();
  await rm(folder, { recursive: true });
}, 60_000);

/** Sends a file. Out: what is wrong with the answer, or its status. */
async function send(bytes: Buffer, number: number): Promise<string> {
  const form = new FormData();
  form.append('mapping', mapping);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'odd');
  // Two collections, so that two files are imported at a time; every third is stored.
  const query = `collection=odd-${(number >> 1) % 2}&round=${number % 8}&received=2023-05-30&dryRun=${number % 3 > 0}`;
  const answer = await fetch(`${url}/v1/imports?${query}`, {
    method: 'POST',
    body: form,
    headers: { ...ownerHeaders(), 'rapporteur-request': 'fuzz' },
  });
  const text = await answer.text();
  const most = 100 * bytes.length + 100_000;
  if (text.length > most) return `file ${number}: ${bytes.length} bytes were answered with ${text.length}`;
  // 409: it would withdraw much of what another file of the round stored.
  if (![200, 409, 413, 422].includes(answer.status)) return `file ${number}: ${text.slice(0, 500)}`;
  const { type = '200' } = JSON.parse(text) as { type?: string };
  return type;
}

it(
  'odd files are answered, and nobody else is held up',
  async () => {
    const kept = await readdir(samples);
    const makers = [makeCsv, makeXlsx, makeOds, makeJsonStat, makeSdmxCsv, makeSdmxMl];
    // Three of a kind in succession: one of three is stored, and so some of every kind are.
    const made = (number: number) => makers[Math.floor(Math.abs(number) / 3) % makers.length]!(number);
    const outcomes = new Map<string, number>();
    let next = from - kept.length;
    let isThrough = false;
    const sendInTurn = async () => {
      for (let number = next++; number < from + runs; number = next++) {
        const sample = kept[number - from + kept.length];
        const outcome = await send(
          sample ? await readFile(join(samples, sample)) : made(number),
          Math.abs(number),
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    };
    const waits: number[] = [];
    const asking = (async () => {
      while (!isThrough) {
        const asked = performance.now();
        await (await fetch(`${url}/health/live`)).arrayBuffer();
        waits.push(performance.now() - asked);
        await sleep(20);
      }
    })();
    await Promise.all([sendInTurn(), sendInTurn(), sendInTurn()]);
    isThrough = true;
    await asking;
    waits.sort((a, b) => b - a);
    if (process.env['FUZZ_IMPORTS']) console.log(Object.fromEntries(outcomes), 'ms', waits.slice(0, 20));
    expect([...outcomes.keys()].filter((outcome) => outcome.startsWith('file'))).toEqual([]);
    expect(outcomes.get('200')).toBeGreaterThan(0);
    // 250 ms are promised, and held on an idle machine. The machine of a test may do other work as well, so it
    // gets more.
    expect(waits[0]).toBeLessThan(10_000);
    expect((await readdir(temporary)).filter((name) => name.startsWith('rapporteur-import-'))).toEqual([]);
  },
  120_000 + runs * 500,
);

it('what was stored of them can be read', async () => {
  const database = await openDatabase({ url: test.url });
  try {
    let position = 0;
    for (let events = await readLog(poolOf(database), 0, 1000); events.length > 0;) {
      for (const event of events) readEvent(event);
      position = events.at(-1)!.position;
      events = await readLog(poolOf(database), position, 1000);
    }
    expect(position).toBeGreaterThan(27);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  } finally {
    await database.destroy();
  }
});
