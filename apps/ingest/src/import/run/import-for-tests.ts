/** Imports small publications into a real PostgreSQL, and tells what stands afterwards, by the domain's own fold. */
import {
  foldCells,
  isReplyEvent,
  readEvent,
  toMark,
  toNewEvent,
  toStatements,
  type DomainEvent,
  type Vintage,
} from '@rapporteur/domain';
import { readHead, readLog, startSequencer, storeAppends } from '@rapporteur/event-store';
import { openDatabase, poolOf } from '@rapporteur/postgres';
import { createTestDatabase } from '@rapporteur/testing';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { findMapping } from '../table/mapping.js';
import { appendTogether } from './append-together.js';
import { importFile } from './import-file.js';
import type { Importing } from './importing.js';
import { undoImport } from './undo-import.js';

export type Line = readonly [code: string, year: number, value: number | string];

export interface Publication {
  readonly collection: string;
  readonly round: string;
  readonly receivedOn: string;
  readonly lines: readonly Line[];
}

const header = 'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE';
const toCsv = (lines: readonly Line[]) =>
  [
    header,
    ...lines.map(
      ([code, year, value]) => `${code},,Persons convicted,Total,Total,Total,Total,${year},${value}`,
    ),
  ].join('\n');

const recorder = { recordedBy: 'test', principal: 'test', signedInBy: 'key' } as const;
const recordedAt = '2024-06-01T00:00:00.000Z';
const meta = { recordedBy: 't', recordedAt, correlationId: 'c', causationId: 'r' };

interface More {
  readonly dryRun?: boolean;
  readonly partial?: boolean;
  readonly acceptWithdrawals?: number | undefined;
  readonly by?: Importing;
}

async function makeTake(importing: Importing, folder: string) {
  const mapping = JSON.stringify(await findMapping('unodc-glotip'));
  return async ({ lines, ...rest }: Publication, more: More = {}) => {
    const { by = importing, dryRun = false, ...options } = more;
    const content = toCsv(lines);
    const path = join(folder, `${randomUUID()}.csv`);
    await writeFile(path, content);
    const file = createHash('sha256').update(content).digest('hex');
    const request = { ...rest, ...options, dryRun, path, file, name: 'publication.csv' };
    return importFile(by, { ...request, mapping, recorder, recordedAt }, () => undefined);
  };
}

/** What each figure of a collection says, `SV 2007` to its values, and the day on which that was received. */
async function readStanding(pool: pg.Pool, collection: string, vintage: Vintage) {
  const stored = [];
  // One read gives as many events as their length allows.
  for (
    let some = await readLog(pool, 0, 1000);
    some.length > 0;
    some = await readLog(pool, some.at(-1)!.position, 1000)
  )
    stored.push(...some);
  const events = stored
    .map((one) => ({ position: one.position, event: readEvent(one) }))
    .filter(({ event }) => 'collection' in event.data && event.data.collection === collection);
  const cells = foldCells(
    events.flatMap(({ event, position }) => toStatements(event, position)),
    events.flatMap(({ event, position }) => (isReplyEvent(event) ? toMark(event, position) : [])),
    vintage,
  );
  const short = (cell: string) => `${cell.split('~')[1]} ${cell.split('~')[4]}`;
  const says = [...cells].map(([cell, s]) => [
    short(cell),
    `${s.map(({ qualifier, value }) => `${qualifier} ${value}`).join(' | ')} ${s[0]!.receivedOn}`,
  ]);
  return Object.fromEntries(says.sort(([a], [b]) => (a! < b! ? -1 : 1))) as Record<string, string>;
}

/** Stores an event as somebody does by hand, and waits for its position. */
async function storeByHand(pool: pg.Pool, wake: () => void, stream: string, event: DomainEvent) {
  const { rows } = await pool.query<{ version: number }>('SELECT version FROM streams WHERE stream = $1', [
    stream,
  ]);
  const events = [toNewEvent(event, randomUUID(), meta)];
  await storeAppends(pool, [{ stream, expectedVersion: rows[0]?.version ?? 0, events }]);
  wake();
  for (;;) {
    const { rows: waiting } = await pool.query('SELECT FROM pending LIMIT 1');
    if (waiting.length === 0) return;
    await sleep(10);
  }
}

/** A database of its own, with a sequencer. */
export async function openImports() {
  const test = await createTestDatabase();
  const database = await openDatabase({ url: test.url });
  const pool = poolOf(database);
  const sequencer = startSequencer({ url: test.url, onError: () => undefined });
  const wake = () => sequencer.wake();
  const importing: Importing = { pool, append: (...args) => appendTogether(...args).finally(wake) };
  const folder = await mkdtemp(join(tmpdir(), 'imports-'));
  const take = await makeTake(importing, folder);
  return {
    pool,
    importing,
    take,
    /** As `take`, by somebody who accepts whatever they are shown. */
    async accept(publication: Publication, more: More = {}) {
      const { withdrawals } = await take(publication, { ...more, dryRun: true });
      return take(publication, { ...more, acceptWithdrawals: withdrawals.withdrawn });
    },
    undo: (
      collection: string,
      round: string,
      more: { file?: string; events?: number; withLater?: boolean; dryRun?: boolean } = {},
    ) =>
      undoImport(
        { pool, wake },
        {
          collection,
          round,
          reason: 'wrong',
          withLater: false,
          dryRun: false,
          recorder,
          recordedAt,
          ...more,
        },
      ),
    standing: (collection: string, vintage: Vintage = {}) => readStanding(pool, collection, vintage),
    byHand: (stream: string, event: DomainEvent) => storeByHand(pool, wake, stream, event),
    head: () => readHead(pool),
    async close() {
      await sequencer.close();
      await database.destroy();
      await test.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** A correction by hand of one figure of a reply, received on a day. */
export const correction = (
  collection: string,
  round: string,
  respondent: string,
  receivedOn: string,
  figures: readonly (readonly [period: string, value: number])[],
): DomainEvent => ({
  type: 'ReplyCorrected',
  data: {
    ...{ collection, round, respondent, receivedOn, receivedPrecision: 'on', late: null },
    ...{ reason: 'a slip', reference: null },
    observations: {
      changed: figures.map(([period, value]) => ({
        ...{ indicator: 'persons-convicted', breakdown: {}, period, value, qualifier: 'exact', paragraph: 1 },
      })),
      added: [],
      retracted: [],
    },
    findings: { changed: [], added: [], retracted: [] },
  },
});
