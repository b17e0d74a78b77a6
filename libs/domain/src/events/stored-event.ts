/**
 * From events to what is stored of them and back: an event gets its schema version, is checked, and is read.
 */
import { z } from 'zod';
import { eventVersions, keyOf, type DomainEvent, type EventVersion, type RoundOpened } from './events.js';
import { isStorable } from './input-schemas.js';
import { isPlainMeta, isPlainSubmission } from './plain-event.js';

/** Somebody beside who recorded an event: as readers see them, and by their name in the access log. */
const namedShape = { shownAs: z.string().min(1), principal: z.string().min(1) };

/** Who recorded an event, when (ISO instant), and through which request. */
const eventMetaSchema = z.strictObject({
  /** As readers see it. */
  recordedBy: z.string().min(1),
  /** Who that was, by their name in the access log, and how they had shown it; absent in events from before there was one. */
  principal: z.string().min(1).optional(),
  signedInBy: z.string().min(1).optional(),
  /** The State for which it was recorded, by its code. */
  onBehalfOf: z.string().min(1).optional(),
  /** Who coded it from a letter, and who had a second look at just this; absent where it came another way. */
  coders: z.array(z.strictObject(namedShape)).min(1).optional(),
  reviewer: z.strictObject({ ...namedShape, at: z.iso.datetime() }).optional(),
  recordedAt: z.iso.datetime(),
  correlationId: z.string(),
  causationId: z.string(),
  /** `traceparent` (W3C Trace Context) of that request, where it was traced. */
  traceparent: z.string().optional(),
});
export type EventMeta = Readonly<z.output<typeof eventMetaSchema>>;

/** An event as it stands in the log. `key` decides its partition: one respondent's events stay in order. */
export interface StoredEvent {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly key: string;
  readonly data: unknown;
  readonly meta: EventMeta;
}

/** An event about to be stored. */
export type NewEvent = Omit<StoredEvent, 'position' | 'stream' | 'version' | 'meta'> & {
  readonly meta: unknown;
};

type Shape = Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>;

/** The versions of an event type, oldest first; none where there is no such type. */
export const versionsOf = (type: string): readonly EventVersion[] =>
  Object.hasOwn(eventVersions, type) ? eventVersions[type as DomainEvent['type']] : [];

/** In: an event, its UUID, and its particulars. Out: the event to store, in the current version of its type. */
export const toNewEvent = (event: DomainEvent, id: string, meta: EventMeta): NewEvent => ({
  id,
  type: event.type,
  schemaVersion: versionsOf(event.type).length,
  key: keyOf(event),
  data: event.data,
  meta,
});

/** An event could not be read: an unknown type or version, or data that breaks its schema. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent';
}

/** An event must not be stored: nobody could read it. */
export class UnstorableEvent extends Error {
  override name = 'UnstorableEvent';
}

/** Whether PostgreSQL and JSON can keep every text in a value, and give it back. */
function isKept(value: unknown): boolean {
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') {
      if (!isStorable(one)) return false;
    } else if (Array.isArray(one)) open.push(...one);
    else if (typeof one === 'object' && one !== null)
      for (const key of Object.keys(one)) open.push(key, (one as Record<string, unknown>)[key]);
  }
  return true;
}

const notKept = 'a text holds NUL or half a surrogate pair';

/** Why data is not of its type and version; undefined where it is. */
function faultOf({ type, schemaVersion, data }: Shape): string | undefined {
  const schema = versionsOf(type)[schemaVersion - 1]?.schema;
  if (!schema) return `no schema for ${type} version ${schemaVersion}`;
  const result = schema.safeParse(data);
  if (!result.success) return `${type}: ${z.prettifyError(result.error)}`.slice(0, 2000);
  return isKept(data) ? undefined : `${type}: ${notKept}`;
}

/** What is wrong with the particulars of an event (`meta`); undefined where nothing is. */
export function faultOfMeta(meta: unknown): string | undefined {
  const result = eventMetaSchema.safeParse(meta);
  if (!result.success) return `particulars: ${z.prettifyError(result.error)}`.slice(0, 2000);
  return isKept(meta) ? undefined : `particulars: ${notKept}`;
}

/** The version of ReplySubmitted that is known without its schema. */
const submittedVersion = 2;

/** Every event passes here before it is stored, whatever way it came. Errors: UnstorableEvent, saying what is wrong. */
export function checkStorable(event: Pick<NewEvent, 'type' | 'schemaVersion' | 'data' | 'meta'>): void {
  const { type, schemaVersion, data, meta } = event;
  const isPlain = type === 'ReplySubmitted' && schemaVersion === submittedVersion && isPlainSubmission(data);
  const fault = (isPlain ? undefined : faultOf(event)) ?? (isPlainMeta(meta) ? undefined : faultOfMeta(meta));
  if (fault !== undefined) throw new UnstorableEvent(fault);
}

/**
 * Reads an event of any version that was ever stored as one of the current version of its type.
 * In: type, schema version and data as stored. Out: the event. Errors: UnreadableEvent where the data is not of its
 * version, or what the upcasters made of it is not of the current one.
 */
export function readEvent(stored: Shape): DomainEvent {
  const { type, schemaVersion } = stored;
  let { data } = stored;
  const fault = faultOf(stored);
  if (fault !== undefined) throw new UnreadableEvent(fault);
  const later = versionsOf(type).slice(schemaVersion - 1, -1);
  for (const { toNext } of later) data = toNext!(data);
  const made = later.length > 0 ? faultOf({ type, schemaVersion: versionsOf(type).length, data }) : undefined;
  if (made !== undefined) throw new UnreadableEvent(`version ${schemaVersion} as the current one: ${made}`);
  return { type, data } as DomainEvent;
}

/**
 * The events of one stream, in order of version, without those that a later event of the stream sets aside or undoes.
 * Errors: UnreadableEvent for the first that cannot be read and is not set aside.
 */
export function readStreamEvents(stored: readonly (Shape & Pick<StoredEvent, 'version'>)[]): DomainEvent[] {
  const aside = new Set(
    stored
      .filter(({ type }) => type === 'EventSetAside' || type === 'ChangeUndone')
      .map(readEvent)
      .map(({ data }) => ('version' in data ? data.version : 0)),
  );
  return stored.flatMap((one) => (aside.has(one.version) ? [] : readAt(one)));
}

/** What a round is, from the events of its stream; undefined where nobody has opened it. Errors: UnreadableEvent. */
export function findRound(
  stored: readonly (Shape & Pick<StoredEvent, 'version'>)[],
): RoundOpened | undefined {
  const opened = readStreamEvents(stored).find(({ type }) => type === 'RoundOpened');
  return opened?.data as RoundOpened | undefined;
}

function readAt(stored: Shape & Pick<StoredEvent, 'version'>): DomainEvent {
  try {
    return readEvent(stored);
  } catch (error) {
    throw new UnreadableEvent(`version ${stored.version}: ${(error as Error).message}`);
  }
}
