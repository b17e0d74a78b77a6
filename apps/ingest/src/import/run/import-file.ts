/** Imports a file as replies of one round: one import of a collection at a time. */
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { firstDay } from '@rapporteur/domain';
import { withConnection } from '@rapporteur/postgres';
import type pg from 'pg';
import type { ImportKey } from './import-records.js';
import { ImportRun } from './import-run.js';
import type { Importing, ImportRequest, ImportResult, OnProgress } from './importing.js';
import { listFirst, type RefusedRow } from '../table/keep-refused.js';
import { findMapping, parseMapping } from '../table/mapping.js';
import { readTable, type ImportedTable } from '../table/read-table.js';
import { UnreadableFile } from '../table/unreadable-file.js';

/** The result with the first of the rows that were refused, as they stood under the file's header. */
export interface ImportReport extends ImportResult {
  readonly header: readonly string[];
  /** How many of the refused rows are listed here. */
  readonly refusedListed: number;
  readonly refusedRows: readonly RefusedRow[];
}

/** Bytes of rows that an answer lists for a small file, and for any. */
const listed = { least: 48 * 1024, most: 1024 ** 2 };

/**
 * Each reply is stored whole or not at all, and one that is there with the same figures is left alone: so a second
 * run changes nothing, and a run after a crash goes on where that one stopped.
 * Errors: UnreadableFile (the file, or another import of the collection that is under way); those of pg.
 */
export async function importFile(
  importing: Importing,
  request: ImportRequest,
  onProgress: OnProgress,
): Promise<ImportReport> {
  if (request.receivedOn < firstDay)
    throw new UnreadableFile(
      'bad-date',
      `${request.receivedOn} is before there were the United Nations (${firstDay}): give the day on which the file was received.`,
    );
  if (request.receivedOn > request.recordedAt.slice(0, 10))
    throw new UnreadableFile(
      'bad-date',
      `${request.receivedOn} is still to come: a file is received before it is imported.`,
    );
  const { collection, path } = request;
  const mapping =
    request.mapping === undefined ? await findMapping(collection) : parseMapping(request.mapping);
  const table = await readTable(path, mapping, request, (rows) => onProgress('reading', rows, undefined));
  const { size } = await stat(path);
  const refusedRows = listFirst(table.refusedRows, Math.min(listed.most, Math.max(listed.least, size)));
  checkLengths(table);
  if (!request.dryRun) checkNotEmpty(table);
  return withConnection(importing.pool, async (client) => {
    await lock(client, request, importing.patienceMs ?? patienceMs, () =>
      onProgress('waiting', 0, undefined),
    );
    onProgress('storing', 0, table.rows);
    const run = new ImportRun(importing, client, { ...request, title: mapping.title }, table, onProgress);
    const result = await run.run();
    return { ...result, header: table.header, refusedListed: refusedRows.length, refusedRows };
  });
}

const patienceMs = 120_000;
const lookEveryMs = 500;
/** Who waits for an answer hears that often that it is still waited for. */
const tellEveryMs = 5000;

/** Takes the lock of the collection, which goes with the connection; other processes may import into it, too. */
async function lock(
  client: pg.ClientBase,
  { collection }: ImportKey,
  patience: number,
  onWaiting: () => void,
): Promise<void> {
  const start = performance.now();
  for (let told = -Infinity; ;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [`import ${collection}`],
    );
    if (rows[0]!.taken) return;
    const now = performance.now();
    if (now - start > patience)
      throw new UnreadableFile(
        'bad-request',
        `Another import into ${collection} is under way. Try again when it is through.`,
      );
    if (now - told > tellEveryMs) {
      onWaiting();
      told = now;
    }
    await sleep(Math.min(lookEveryMs, patience));
  }
}

/** A publication says what no longer holds by leaving it out: one that says nothing would take everything back. */
function checkNotEmpty({ rows, replies, refusedRows: [first] }: ImportedTable): void {
  if (replies.size > 0) return;
  const what = first
    ? `None of the ${rows} rows could be taken (row ${first.row}: ${first.reason})`
    : 'The file has a header and no rows below it';
  throw new UnreadableFile(
    'no-rows',
    `${what}. Nothing was stored: it would withdraw all that was published before. --dry-run lists the rows and why.`,
  );
}

/**
 * What one respondent's figures may come to as JSON, in bytes. They are one event, which may name those of the
 * publication before as well, and the feed has no way for events of over 16 MiB.
 */
const longestReply = 6 * 1024 * 1024;

function checkLengths({ replies }: ImportedTable): void {
  for (const [respondent, { observations }] of replies) {
    const bytes = Buffer.byteLength(JSON.stringify([...observations.values()]));
    if (bytes > longestReply)
      throw new UnreadableFile(
        'too-large',
        `The ${observations.size} figures of ${respondent} are too many for one reply. Nothing was stored: import them in parts, as rounds or collections of their own.`,
      );
  }
}
