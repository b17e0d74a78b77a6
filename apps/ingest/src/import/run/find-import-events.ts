/** Finds the events of the last import into a round, and what others have said of the same replies since. */
import type { RecordedEvent } from '@rapporteur/event-store';
import type { ImportKey } from './import-records.js';

/** An event that has its position. */
export type Positioned = RecordedEvent & { readonly position: number };

export interface ImportEvents {
  /** SHA-256 of the file, in hex. */
  readonly file: string;
  readonly events: readonly Positioned[];
  /** What was stored by hand after them, in the same replies. */
  readonly later: readonly Positioned[];
  /** Whether an earlier import of the same file into the round still counts. */
  readonly hasEarlier: boolean;
}

const isImported = ({ correlationId }: RecordedEvent) => correlationId?.startsWith('import ') === true;

/** The events that count: without those that are set aside or undone, and without those that say so. */
function withoutGone(events: readonly Positioned[]): Positioned[] {
  const isAbout = ({ type }: Positioned) => type === 'EventSetAside' || type === 'ChangeUndone';
  const gone = new Set(
    events.filter(isAbout).map(({ stream, data }) => `${stream} ${(data as { version: number }).version}`),
  );
  return events.filter((one) => !isAbout(one) && !gone.has(`${one.stream} ${one.version}`));
}

/**
 * In: all events of the replies of a collection, the round, and which files were imported into which round. An import
 * that broke off and went on is one; so is the same file, imported several times in a row.
 * Out: undefined where nothing that was imported into the round counts.
 */
export function findImportEvents(
  all: readonly Positioned[],
  { collection, round }: Omit<ImportKey, 'file'>,
  files: readonly { readonly file: string; readonly round: string }[],
): ImportEvents | undefined {
  const counting = withoutGone(all);
  const own = new Set(files.filter((one) => one.round === round).map(({ file }) => `import ${file}`));
  const ofRound = counting
    .filter(
      (one) => one.stream.startsWith(`reply/${collection}/${round}/`) && own.has(one.correlationId ?? ''),
    )
    .sort((a, b) => a.position - b.position);
  const last = ofRound.at(-1)?.correlationId;
  if (!last) return undefined;
  const begin = ofRound.findLastIndex(({ correlationId }) => correlationId !== last) + 1;
  const { position: from } = ofRound[begin]!;
  const file = last.slice('import '.length);
  // The same file may have been imported into another round as well, which is another import.
  const others = files.filter((one) => one.file === file && one.round !== round).map((one) => one.round);
  const events = counting.filter(
    ({ correlationId, position, stream }) =>
      correlationId === last && position >= from && !others.includes(stream.split('/')[2]!),
  );
  const firsts = new Map<string, number>();
  for (const { stream, version } of events)
    firsts.set(stream, Math.min(version, firsts.get(stream) ?? version));
  const later = counting.filter(
    (one) => !isImported(one) && one.version > (firsts.get(one.stream) ?? Infinity),
  );
  return {
    file,
    events,
    later,
    hasEarlier: ofRound.slice(0, begin).some(({ correlationId }) => correlationId === last),
  };
}
