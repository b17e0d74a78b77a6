/** Finds the replies that a file may change: those of its round, and of rounds that were received later. */
import { findRound, roundStream, type RoundOpened } from '@rapporteur/domain';
import { readStream } from '@rapporteur/event-store';
import type pg from 'pg';
import type { ImportedRound } from './import-records.js';
import type { RunRequest } from './importing.js';
import { listMissing, listOwn, listPart, type Present, type Task } from './list-tasks.js';
import type { ImportedTable } from '../table/read-table.js';

/** What is known of the collection before the import. */
interface Before {
  readonly round: RoundOpened;
  readonly earlier: readonly ImportedRound[];
  readonly present: Present;
}

/** In: the request, what its file holds, and what was there before. Errors: those of pg. */
export async function findTasks(
  client: pg.ClientBase,
  request: RunRequest,
  table: ImportedTable,
  { round, earlier, present }: Before,
): Promise<Task[]> {
  const own = request.partial
    ? listPart(round, request.receivedOn, table.replies)
    : listOwn(round, request.receivedOn, table.replies, earlier, present);
  const tasks = [...own, ...(await findLater(client, request, table, { earlier, present }))];
  return request.again === 'touched'
    ? tasks.filter(({ respondent }) => table.changes?.has(respondent))
    : tasks;
}

/** The changes to rounds that were received later: they must withdraw the respondents that only this file has. */
async function findLater(
  client: pg.ClientBase,
  { collection, round, receivedOn }: RunRequest,
  { replies }: ImportedTable,
  { earlier, present }: Omit<Before, 'round'>,
): Promise<Task[]> {
  const later = earlier.filter((one) => one.round !== round && one.first > receivedOn);
  const tasks: Task[] = [];
  for (const { round: name, first } of later) {
    const data = findRound(await readStream(client, roundStream(collection, name)));
    if (data?.complete) tasks.push(...listMissing(data, first, replies.keys(), present));
  }
  return tasks;
}
