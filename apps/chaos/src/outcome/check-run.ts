/** The checks at the end of a run: each is a function that returns its violations. */
import type { Answer, Command } from '../clients/journal.js';

/** An event of the log, or one that still waits for its position (null). */
export interface Recorded {
  readonly position: number | null;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly partition: number;
  /** The id of the command that led to it. */
  readonly cause: string;
  /** The value of its figures; null for a withdrawal; undefined for an event without figures (of a round). */
  readonly value: number | null | undefined;
}

/** A message of the topic, as an independent consumer reads it, in order of offset within its partition. */
export interface Sent {
  readonly partition: number;
  readonly offset: string;
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly value: number | null | undefined;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const told = ({ id, stream, kind }: Command) => `${kind} ${id} of ${stream}`;

/**
 * Every acknowledged command is stored exactly once, with the event id and version of its answer. A command
 * that was refused at its first try is not stored. Any other is stored once or not at all. Nothing is stored
 * that no client sent.
 */
export function checkCommands(commands: readonly Command[], events: readonly Recorded[]): string[] {
  const byCause = new Map<string, Recorded[]>();
  for (const event of events) pushTo(byCause, event.cause, event);
  const violations = commands.flatMap((command) => {
    const stored = byCause.get(command.id) ?? [];
    byCause.delete(command.id);
    return checkCommand(command, stored);
  });
  const strange = [...byCause.keys()].filter((cause) => !cause.startsWith('open-'));
  return [...violations, ...strange.map((cause) => `an event of ${cause} is stored, which nobody sent`)];
}

function checkCommand(command: Command, stored: readonly Recorded[]): string[] {
  if (stored.length > 1) return [`${told(command)} is stored ${stored.length} times`];
  const [event] = stored;
  if (command.outcome === 'acknowledged') {
    if (!event) return [`${told(command)} was acknowledged and is not stored`];
    const isAsTold =
      event.id === command.eventId && event.version === command.version && event.stream === command.stream;
    if (!isAsTold)
      return [
        `${told(command)} was acknowledged as version ${command.version} and stored as ${event.version}`,
      ];
  }
  if (command.outcome === 'refused' && !command.isAmbiguous && event)
    return [`${told(command)} was refused and is stored at version ${event.version}`];
  if (event && event.value !== command.value)
    return [`${told(command)} states ${command.value} and is stored with ${event.value}`];
  return [];
}

/** Positions are 1, 2, 3 … up to the head, and no event is without a position. */
export function checkPositions(events: readonly Recorded[], head: number): string[] {
  const positions = events
    .flatMap(({ position }) => (position === null ? [] : [position]))
    .sort((a, b) => a - b);
  const waiting = events.length - positions.length;
  const wrong = positions.findIndex((position, i) => position !== i + 1);
  return [
    ...(wrong < 0 ? [] : [`position ${wrong + 1} is not dense: position ${positions[wrong]} stands there`]),
    ...(positions.length === head
      ? []
      : [`${positions.length} events have positions, and the head is ${head}`]),
    ...(waiting > 0 ? [`${waiting} events have no position`] : []),
  ];
}

/** In the log the events of each stream are in order of version: 1, 2, 3 … */
export function checkLogOrder(events: readonly Recorded[]): string[] {
  const ordered = events
    .filter(({ position }) => position !== null)
    .sort((a, b) => a.position! - b.position!);
  return checkVersions(ordered, 'the log');
}

/**
 * The topic holds every event of the log unchanged. Leaving out repeated messages, the events of each stream
 * are in order of version, and those of each partition in order of position.
 */
export function checkTopic(sent: readonly Sent[], events: readonly Recorded[]): string[] {
  const seen = new Set<string>();
  const first = sent.filter(({ id }) => !seen.has(id) && seen.add(id));
  const byId = new Map(events.map((event) => [event.id, event]));
  const missing = events.filter(({ id, position }) => position !== null && !seen.has(id));
  const altered = sent.filter((message) => {
    const event = byId.get(message.id);
    return (['position', 'stream', 'version', 'partition', 'value'] as const).some(
      (key) => event?.[key] !== message[key],
    );
  });
  const last = new Map<number, number>();
  const disordered = first.filter(({ partition, position }) => {
    const isBehind = position <= (last.get(partition) ?? 0);
    last.set(partition, position);
    return isBehind;
  });
  return [
    ...missing.map(
      ({ position, stream, version }) => `Kafka lacks position ${position}, version ${version} of ${stream}`,
    ),
    ...altered.map(
      ({ partition, offset }) => `partition ${partition}, offset ${offset} is not what the log says`,
    ),
    ...disordered.map(
      ({ partition, offset, position }) =>
        `partition ${partition}, offset ${offset}: position ${position} came late`,
    ),
    ...checkVersions(first, 'Kafka'),
  ];
}

function checkVersions(ordered: readonly { stream: string; version: number }[], where: string): string[] {
  const versions = new Map<string, number>();
  return ordered.flatMap(({ stream, version }) => {
    const before = versions.get(stream) ?? 0;
    versions.set(stream, version);
    return version === before + 1
      ? []
      : [`in ${where} version ${version} of ${stream} comes after ${before}`];
  });
}

/**
 * No answer has a lower position than an earlier answer to the same client, or than the event whose token the
 * client gave.
 */
export function checkProgress(answers: readonly Answer[], events: readonly Recorded[]): string[] {
  const positions = new Map(events.map(({ id, position }) => [id, position]));
  const last = new Map<string, number>();
  return answers.flatMap(({ client, position, waitedFor }) => {
    const before = last.get(client) ?? 0;
    last.set(client, Math.max(before, position));
    const awaited = waitedFor === undefined ? 0 : (positions.get(waitedFor) ?? Infinity);
    return [
      ...(position < before ? [`${client} was answered at position ${position} after ${before}`] : []),
      ...(position < awaited
        ? [`${client} waited for position ${awaited} and was answered at ${position}`]
        : []),
    ];
  });
}

/** Every answer shows each reply exactly as its last event up to the answer's position says. */
export function checkSights(answers: readonly Answer[], events: readonly Recorded[]): string[] {
  const histories = new Map<string, Recorded[]>();
  for (const event of [...events].sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity)))
    pushTo(histories, event.stream, event);
  const valueAt = (stream: string, position: number) =>
    histories.get(stream)?.findLast((event) => event.position !== null && event.position <= position)
      ?.value ?? null;
  return answers.flatMap(({ client, position, sights }) =>
    sights.flatMap(({ stream, value }) => {
      const expected = valueAt(stream, position);
      return value === expected
        ? []
        : [`${client} was shown ${value} of ${stream} at position ${position}, where it says ${expected}`];
    }),
  );
}
