/** Imports a kept file again after words were decided: the rows that waited for them come in. */
import { withConnection } from '@rapporteur/postgres';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { checkLengths, toReport, type ImportReport } from './import-file.js';
import { ImportRun } from './import-run.js';
import type { AgainRequest, Importing, OnProgress } from './importing.js';
import { loadFile } from '@rapporteur/documents';
import { lockCollection, patienceMs } from './lock-collection.js';
import { readDecider, readDecisions } from './read-decisions.js';
import { makeDecisions, overlay } from '../table/find-word.js';
import { parseMapping } from '../table/mapping.js';
import { readTable } from '../table/read-table.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';
import { uploadPrefix } from '../table/upload-prefix.js';
import { findOutdated, saveProblem, saveTry, type Outdated } from './word-records.js';

/**
 * By the same code as the first import, so that the tables become what they had been if the decisions had been there
 * before. Whoever decided last is who records it. May be broken off anywhere, and run again.
 * Out: null where another process has done it, or a later file has taken the place of this one in its round, or it
 * cannot be done, which is noted then. Errors: UnreadableFile where another import is under way; those of pg.
 */
export async function importAgain(
  importing: Importing,
  request: AgainRequest,
  onProgress: OnProgress,
): Promise<ImportReport | null> {
  const { file, collection, round } = request;
  return withConnection(importing.pool, async (client) => {
    await lockCollection(client, collection, importing.patienceMs ?? patienceMs, () =>
      onProgress('waiting', 0, undefined),
    );
    const outdated = (await findOutdated(client)).find(
      (one) => one.file === file && one.collection === collection && one.round === round,
    );
    if (!outdated) return null;
    const folder = await mkdtemp(join(tmpdir(), uploadPrefix));
    try {
      await saveTry(client, outdated);
      const path = join(folder, 'file');
      await loadFile(client, file, path);
      return await run(importing, client, { outdated, path, recordedAt: request.recordedAt }, onProgress);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      await saveProblem(client, outdated, error.message);
      return null;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

interface Again {
  readonly outdated: Outdated;
  readonly path: string;
  readonly recordedAt: string;
}

async function run(
  importing: Importing,
  client: pg.PoolClient,
  { outdated, path, recordedAt }: Again,
  onProgress: OnProgress,
): Promise<ImportReport> {
  const { collection, isThrough, follows, version } = outdated;
  const mapping = parseMapping(outdated.mapping);
  const decided = await readDecisions(client, collection);
  const decisionsAt = (at: number) => overlay(decided.at(at), makeDecisions(mapping.decisions));
  const reading = {
    ...outdated,
    decisions: decisionsAt(version),
    before: isThrough ? follows.map(decisionsAt) : undefined,
  };
  const table = await readTable(path, mapping, reading, (rows) => onProgress('reading', rows, undefined));
  checkLengths(table);
  onProgress('storing', 0, table.rows);
  const asked = {
    ...outdated,
    ...{ path, recordedAt, mapping: outdated.mapping, mappingText: outdated.mapping, title: mapping.title },
    ...({ dryRun: false, decided: version, again: isThrough ? 'touched' : 'whole' } as const),
    recorder: await readDecider(client, collection, version),
  };
  return toReport(await new ImportRun(importing, client, asked, table, onProgress).run(), table, path);
}
