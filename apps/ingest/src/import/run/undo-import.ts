/** Takes the last import into a round back, as one step and by events: earlier vintages stay as they were. */
import { randomUUID } from 'node:crypto';
import { groupBy, toNewEvent, type ChangeUndone, type Recorder, type Standing } from '@rapporteur/domain';
import { nameOf } from '@rapporteur/names';
import {
  readHead,
  readRecorded,
  readStanding,
  storeAppends,
  type Append,
  type RecordedEvent,
} from '@rapporteur/event-store';
import { withConnection } from '@rapporteur/postgres';
import type pg from 'pg';
import { quote, UnreadableFile } from '../kinds/unreadable-file.js';
import { awaitPositions } from './await-positions.js';
import { findImportEvents, type ImportEvents, type Positioned } from './find-import-events.js';
import { findFiles, findVersions, saveUndone } from './import-records.js';
import { lockCollection, patienceMs } from './lock-collection.js';

export interface UndoRequest {
  readonly collection: string;
  readonly round: string;
  readonly reason: string;
  /** SHA-256 of the only file whose import may be taken back; of any when absent. */
  readonly file?: string | undefined;
  /** How many events may be taken back, as a dry run told; any number when absent. */
  readonly events?: number | undefined;
  /** What was said by hand since goes as well. */
  readonly withLater: boolean;
  readonly dryRun: boolean;
  readonly recorder: Recorder;
  readonly by?: Standing | undefined;
  /** ISO instant. */
  readonly recordedAt: string;
}

export interface UndoResult {
  readonly collection: string;
  readonly round: string;
  /** SHA-256 of the file whose import is taken back, and its name. */
  readonly file: string;
  readonly name: string;
  /** How many events no longer count. */
  readonly events: number;
  readonly respondents: number;
  /** Respondents whose reply somebody changed by hand since; these changes are taken back too. */
  readonly changedSince: readonly string[];
  readonly position: number;
}

export interface Undoing {
  readonly pool: pg.Pool;
  /** Called before the commit. Errors: why nothing may be stored. */
  readonly mayStore?: (() => void) | undefined;
  /** Called after the commit. */
  readonly wake: () => void;
  /** How long an import of the collection is waited for (ms). */
  readonly patienceMs?: number;
}

const tries = 5;

/**
 * Errors: UnreadableFile `nothing-to-undo`; `another-import` where the last one is of another file than is named;
 * `other-events` where more or fewer would go than are named; `corrected-since` where a reply was changed by hand since,
 * unless that goes too; `bad-request` while an import of the collection is under way; `rights-changed`; those of pg.
 */
export async function undoImport(undoing: Undoing, request: UndoRequest): Promise<UndoResult> {
  return withConnection(undoing.pool, async (client) => {
    const patience = undoing.patienceMs ?? patienceMs;
    await lockCollection(client, request.collection, patience, () => undefined);
    for (let i = 0; i < tries; i += 1) {
      const result = await undoOnce(client, undoing, request);
      if (result) return result;
      await checkRights(client, request);
    }
    throw new Error(`others changed replies of ${request.collection}/${request.round} all the while`);
  });
}

/** Out: undefined where somebody changed one of the replies meanwhile; then nothing was stored. */
async function undoOnce(
  client: pg.PoolClient,
  { mayStore, wake }: Undoing,
  request: UndoRequest,
): Promise<UndoResult | undefined> {
  const { collection, round } = request;
  const files = await findFiles(client, collection);
  const all = await readPositioned(client, [...(await findVersions(client, collection)).keys()]);
  const found = findImportEvents(all, request, files);
  if (!found) throw nothingToUndo(request);
  const name = files.find((one) => one.file === found.file && one.round === round)?.name ?? '';
  if (request.file !== undefined && request.file !== found.file) throw anotherImport(request, name);
  const changedSince = [...new Set(found.later.map(({ stream }) => respondentOf(stream)))].sort();
  if (changedSince.length > 0 && !request.withLater && !request.dryRun) throw correctedSince(found);
  const gone = [...found.events, ...found.later];
  if (request.events !== undefined && request.events !== gone.length) throw otherEvents(request, gone.length);
  const appends = toAppends(request, gone, all);
  const result = {
    collection,
    round,
    file: found.file,
    name,
    events: gone.length,
    respondents: new Set(gone.map(({ stream }) => respondentOf(stream))).size,
    changedSince,
  };
  if (request.dryRun) return { ...result, position: await readHead(client) };
  mayStore?.();
  await client.query('BEGIN');
  try {
    const stored = await storeAppends(client, appends);
    if (stored.size === appends.length)
      await saveUndone(client, { file: found.file, collection, round }, found.hasEarlier);
    await client.query(stored.size === appends.length ? 'COMMIT' : 'ROLLBACK');
    if (stored.size < appends.length) return undefined;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  wake();
  const ids = appends.flatMap(({ events }) => events.map(({ id }) => id));
  return { ...result, position: await awaitPositions(client, ids) };
}

/** All events of some streams, once the sequencer has given each its position. */
async function readPositioned(client: pg.ClientBase, streams: readonly string[]): Promise<Positioned[]> {
  const hasPosition = (one: RecordedEvent): one is Positioned => one.position !== null;
  const events = await readRecorded(client, streams, false);
  const waiting = events.filter((one) => !hasPosition(one));
  if (waiting.length === 0) return events.filter(hasPosition);
  await awaitPositions(
    client,
    waiting.map(({ id }) => id),
  );
  return (await readRecorded(client, streams, false)).filter(hasPosition);
}

const respondentOf = (stream: string): string => stream.slice(stream.lastIndexOf('/') + 1);

function toAppends(
  { reason, recorder, by, recordedAt, collection, round }: UndoRequest,
  gone: readonly Positioned[],
  all: readonly Positioned[],
): Append[] {
  const versions = new Map(all.map(({ stream, version }) => [stream, version]));
  const meta = { ...recorder, recordedAt, correlationId: `undo ${collection}/${round}`, causationId: reason };
  return [...groupBy(gone, ({ stream }) => stream)].map(([stream, events]) => ({
    stream,
    expectedVersion: versions.get(stream)!,
    events: events.map(({ version, position }) => {
      const [, , ofRound] = stream.split('/');
      const data: ChangeUndone = {
        ...{ collection, round: ofRound!, respondent: respondentOf(stream), version, position },
        ...{ receivedOn: recordedAt.slice(0, 10), receivedPrecision: 'on', late: null },
        ...{ reason, reference: null },
      };
      return toNewEvent({ type: 'ChangeUndone', data }, randomUUID(), meta);
    }),
    ...(by ? { by } : {}),
  }));
}

const nothingToUndo = ({ collection, round }: UndoRequest) =>
  new UnreadableFile(
    'nothing-to-undo',
    `Nothing that was imported into ${collection}/${round} counts, so there is nothing to take back.`,
  );

const anotherImport = ({ collection, round }: UndoRequest, name: string) =>
  new UnreadableFile(
    'another-import',
    `The last import into ${collection}/${round} is by now that of another file${name === '' ? '' : `, ${quote(name)}`}. Nothing was taken back. Ask with a dry run what would be, and name its file.`,
  );

const otherEvents = ({ collection, round, events }: UndoRequest, count: number) =>
  new UnreadableFile(
    'other-events',
    `Taking the last import into ${collection}/${round} back would by now take back ${count} events, not ${events} as was shown. Nothing was taken back. Ask with a dry run what would be.`,
  );

function correctedSince({ later }: ImportEvents): UnreadableFile {
  const changed = [...groupBy(later, ({ stream }) => respondentOf(stream))].map(([respondent, events]) => ({
    respondent,
    name: nameOf(respondent, 'en'),
    events: events.map(({ position }) => position),
  }));
  const names = changed.slice(0, 8).map(({ name }) => name);
  const more = changed.length - names.length;
  return new UnreadableFile(
    'corrected-since',
    `Somebody changed replies of this import by hand since: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Nothing was taken back. If these changes are to go too, send the same with confirm=corrected-since (--confirm corrected-since), and send again what shall hold.`,
    { changed },
  );
}

/** Errors: UnreadableFile where the rights that the undo rests on have changed. */
async function checkRights(client: pg.ClientBase, { by }: UndoRequest): Promise<void> {
  if (!by || (await readStanding(client, by.principal)).version === by.version) return;
  throw new UnreadableFile(
    'rights-changed',
    'Your rights were changed meanwhile. Nothing was taken back. If you still may: send the same again.',
  );
}
