/** What goes wrong again and again has a line when it begins and one when it is over. */
import { beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeLog } from './log.js';
import { Troubles } from './troubles.js';

let lines: { level: string; message: string; seconds?: number }[];
let troubles: Troubles;

beforeEach(() => {
  lines = [];
  const log = makeLog('s', 'warn', (line) => lines.push(JSON.parse(line) as (typeof lines)[number]));
  troubles = new Troubles(log, 50);
});

const fail = (message: string, code?: string) => troubles.failed(Object.assign(new Error(message), { code }));
const told = () => lines.map(({ level, message }) => `${level}: ${message}`);

it('tells once that the database is away, for whatever reasons, and once that it answers', async () => {
  troubles.answered();
  for (let i = 0; i < 20; i += 1) {
    fail(`connect ECONNREFUSED 127.0.0.1:${5000 + i}`, 'ECONNREFUSED');
    fail('the database system is starting up', '57P03');
  }
  // It is over when it answers, and not before.
  await sleep(120);
  troubles.answered();
  troubles.answered();
  expect(told()).toEqual([
    'error: the database does not answer: connect ECONNREFUSED 127.0.0.1:5000',
    'warn: the database answers again (40 tries failed)',
  ]);
  fail('Connection terminated unexpectedly');
  expect(told()).toHaveLength(3);
});

it('tells another reason, and not that numbers in it change; one that comes no more is over', async () => {
  for (let i = 0; i < 3; i += 1) {
    fail(`could not extend file "base/5/${i}": No space left on device`, '53100');
    fail(`sequencer: epoch ${i} has been succeeded`);
  }
  fail('once');
  expect(told()).toEqual([
    'error: could not extend file "base/5/0": No space left on device',
    'error: sequencer: epoch 0 has been succeeded',
    'error: once',
  ]);
  await sleep(500);
  expect(told().slice(3)).toEqual([
    'warn: no more: could not extend file "base/5/0": No space left on device (3 times)',
    'warn: no more: sequencer: epoch 0 has been succeeded (3 times)',
  ]);
  fail('once');
  expect(told().at(-1)).toBe('error: once');
});
