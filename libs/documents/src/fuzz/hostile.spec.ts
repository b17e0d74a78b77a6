/**
 * Hostile documents: each has a clear answer within its limits, nothing in it is run, and the next document is read. With
 * FULL=1 there are 200, otherwise one of each kind; HOSTILE_FROM says from which number on.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractInProcess, extractionLimits, type Extracted } from '../extract/extract-in-process.js';
import { whyUnreadable } from '../unreadable-document.js';
import { findMediaType } from '../media-type.js';
import { kinds, makeHostile } from './make-hostile.js';

const from = Number(process.env['HOSTILE_FROM'] ?? 0);
const runs = process.env['FULL'] ? 200 : Object.keys(kinds).length;
/** What ending a process may take beside its limit, on a busy machine (ms). */
const spare = 10_000;
/** Less than a service takes, so that one that would take for ever does not hold the tests up. */
const limits = { ...extractionLimits, ms: 20_000 };

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'rapporteur-hostile-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Buffer): Promise<Extracted | undefined> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const kind = await findMediaType(path);
  return kind && extractInProcess({ path, kind }, limits);
}

/** What is wrong with the answer to a hostile document; undefined where nothing is. */
async function faultOf(number: number, outcomes: Map<string, number>): Promise<string | undefined> {
  const { kind, bytes, outcomes: expected, never } = makeHostile(number);
  const began = performance.now();
  const answer = await read(bytes);
  const ms = performance.now() - began;
  const outcome = !answer ? 'unknown-kind' : 'text' in answer ? 'text' : answer.problem.code;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const say = (what: string) => `${number}, ${kind}: ${what}`;
  if (ms > limits.ms + spare) return say(`it took ${Math.round(ms)} ms`);
  if (expected && !expected.includes(outcome)) return say(`it is ${outcome}`);
  if (answer && 'problem' in answer) {
    const { code, message } = answer.problem;
    if (!(whyUnreadable as readonly string[]).includes(code) || message === '' || message.length > 500)
      return say(`no clear answer: ${code} ${message}`);
  }
  if (answer && 'text' in answer) {
    const { text, blocks } = answer.text;
    if (never?.test(text)) return say('its text holds what is not its own');
    if (!text.isWellFormed() || blocks.some(({ start, end }) => start >= end || end > text.length))
      return say('its blocks are not in its text');
  }
  return undefined;
}

it(`${runs} of them have a clear answer within their limits, and leave nothing`, async () => {
  const before = await readdir(tmpdir());
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  for (let number = from; number < from + runs; number += 1) {
    const fault = await faultOf(number, outcomes);
    if (fault) faults.push(fault);
  }
  expect(faults).toEqual([]);
  if (process.env['FULL']) process.stderr.write(`${JSON.stringify(Object.fromEntries(outcomes))}\n`);
  const left = (await readdir(tmpdir())).filter((name) => !before.includes(name) && /passwd|cron/.test(name));
  expect(left).toEqual([]);
  const next = await read(Buffer.from('1. A letter.'));
  expect(next).toMatchObject({ text: { text: '1. A letter.' } });
}, 1_800_000);

it('the same number gives the same bytes, and every kind comes in its turn', () => {
  const all = Object.keys(kinds);
  expect(all.map((_, number) => makeHostile(number).kind)).toEqual(all);
  const small = all.findIndex((kind) => kind === 'an RTF of odd groups');
  expect(makeHostile(small).bytes).toEqual(makeHostile(small).bytes);
  const others = [1, 2, 3].map((turn) => makeHostile(small + turn * all.length).bytes);
  expect(others.some((bytes) => !bytes.equals(makeHostile(small).bytes))).toBe(true);
});
