/** Imports a file as replies of one round: one import of a collection at a time. */
import { stat } from 'node:fs/promises';
import type { SeenFile } from '@rapporteur/contract';
import { firstDay } from '@rapporteur/domain';
import { withConnection } from '@rapporteur/postgres';
import { ImportRun } from './import-run.js';
import type { Importing, ImportRequest, ImportResult, OnProgress } from './importing.js';
import { lockCollection, patienceMs } from './lock-collection.js';
import { readDecisions } from './read-decisions.js';
import { makeDecisions, overlay } from '../table/find-word.js';
import { listFirst, type RefusedRow } from '../table/keep-refused.js';
import { parseMapping, readMapping } from '../table/mapping.js';
import { readTable, type ImportedTable } from '../table/read-table.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';
import { mustBeAccepted } from './withdrawals.js';

/** The result of an import, with its header and the first of its rows that were refused or wait. */
export interface ImportReport extends ImportResult {
  readonly header: readonly string[];
  /** What the file is, as it was read. */
  readonly seen: SeenFile;
  /** Whether it is refused unless its sender names how much it withdraws. */
  readonly mustAccept: boolean;
  /** How many of the rows that were refused or wait are listed here. */
  readonly refusedListed: number;
  readonly refusedRows: readonly RefusedRow[];
}

/** How many bytes of refused rows an answer lists: at least for a small file, and at most for a large one. */
const listed = { least: 48 * 1024, most: 1024 ** 2 };

/**
 * Each reply is stored whole or not at all, and a stored reply with the same figures is left as it is. So a
 * second run changes nothing, and a run after a crash goes on where the first one stopped.
 * Errors: UnreadableFile (because of the file, or because another import of the collection is under way); those
 * of pg.
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
  const { collection, path, dryRun } = request;
  const mappingText = request.mapping ?? (await readMapping(collection));
  const mapping = parseMapping(mappingText);
  const decided = await readDecisions(importing.pool, collection);
  const decisions = overlay(decided.at(), makeDecisions(mapping.decisions));
  const table = await readTable(path, mapping, { ...request, decisions }, (rows) =>
    onProgress('reading', rows, undefined),
  );
  checkLengths(table);
  if (!dryRun) checkNotEmpty(table);
  return withConnection(importing.pool, async (client) => {
    await lockCollection(client, collection, importing.patienceMs ?? patienceMs, () =>
      onProgress('waiting', 0, undefined),
    );
    onProgress('storing', 0, table.rows);
    const run = new ImportRun(
      importing,
      client,
      { ...request, title: mapping.title, mappingText, decided: decided.version },
      table,
      onProgress,
    );
    return toReport(await run.run(), table, path);
  });
}

/** A result with the header and the first of the rows that were refused or wait. In: where the file is. */
export async function toReport(
  result: ImportResult,
  table: ImportedTable,
  path: string,
): Promise<ImportReport> {
  const { size } = await stat(path);
  const refusedRows = listFirst(table.refusedRows, Math.min(listed.most, Math.max(listed.least, size)));
  const { header, seen } = table;
  const mustAccept = mustBeAccepted(result.withdrawals);
  return { ...result, header, seen, mustAccept, refusedListed: refusedRows.length, refusedRows };
}

/** Whether a row was refused because its figure is a fraction or a share. */
const saysFraction = (reason: string) => /^"[<>≤≥~]?\s*\d*(?:[.,]\d+\s*%?|\s*%)" is no count$/u.test(reason);

/**
 * Refuses a file without figures: what a publication leaves out is withdrawn, so such a file would withdraw
 * everything. Where rows wait, the file is kept and nothing is stored until their words are decided.
 */
function checkNotEmpty({ rows, replies, waiting, refusedRows }: ImportedTable): void {
  const [first] = refusedRows;
  if (replies.size > 0 || waiting.count > 0) return;
  const what = first
    ? `${rows === 1 ? 'The only row could not' : `None of the ${rows.toLocaleString('en')} rows could`} be taken (row ${first.row}: ${first.reason})`
    : 'The file has a header and no rows below it';
  const rates = refusedRows.some(({ reason }) => saysFraction(reason))
    ? ' Rates and shares are no counts, and are computed from counts: take the table of counts, or, where the file has rows of counts too, name their unit under "only" in the mapping.'
    : '';
  throw new UnreadableFile(
    'no-rows',
    `${what}. Nothing was stored: it would withdraw all that was published before. --dry-run lists the rows and why.${rates}`,
  );
}

/**
 * How long one respondent's figures may be as JSON, in bytes. They become one event, which may also list the
 * figures of the publication before, and no event may be longer than the 16 MiB of a Kafka message.
 */
const longestReply = 6 * 1024 * 1024;

export function checkLengths({ replies }: ImportedTable): void {
  for (const [respondent, { observations }] of replies) {
    const bytes = Buffer.byteLength(JSON.stringify([...observations.values()]));
    if (bytes > longestReply)
      throw new UnreadableFile(
        'too-large',
        `The ${observations.size} figures of ${respondent} are too many for one reply. Nothing was stored: import them in parts, as rounds or collections of their own.`,
      );
  }
}
