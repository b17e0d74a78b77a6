/** The schedule of a run: which fault hits which process or connection, and when; a pure function of the seed. */
import { brokers, services, type Transport } from '../cluster/names.js';
import { makeRandom, type Random } from './random.js';

/**
 * - kill: SIGKILL, started again after `forMs`.
 * - stop: SIGSTOP, and SIGCONT after `forMs`.
 * - cut: the connections are reset.
 * - delay: each packet waits 300 ms.
 * - half-close: one direction is closed, the other stays open.
 * - dark: the connections stay open, and nothing comes through; after `forMs` PostgreSQL or the broker learns that
 *   they are closed, the service never does.
 * - strand: SIGSTOP of a process; for PostgreSQL its connections end, for the process they do not.
 * - overtake: an aggregator's new transactions are delayed, and it is stopped for longer than Kafka's session
 *   time-out: its transaction reaches PostgreSQL after another aggregator has taken its partitions.
 * - rebuild: npm run rebuild, which is killed after `forMs` if it has not ended by then.
 * - behind, ahead: all aggregators are ended, and the offsets that Kafka keeps for them are moved to the beginning
 *   or the end.
 */
export const faultKinds = [
  'kill',
  'stop',
  'cut',
  'delay',
  'half-close',
  'dark',
  'strand',
  'overtake',
  'rebuild',
  'behind',
  'ahead',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  /** Milliseconds from the start of the run. */
  readonly at: number;
  readonly kind: FaultKind;
  /**
   * A process; for cut, delay, half-close and dark a service's connections to PostgreSQL, or a broker's to the
   * services.
   */
  readonly on: string;
  readonly forMs: number;
}

/** Stands for the ingest that leads the sequencer when the fault begins. */
export const leader = 'sequencer';
const aggregators = services.filter((name) => name.startsWith('aggregator'));

/** The faults of connections, not of processes. */
export const onConnections: readonly FaultKind[] = ['cut', 'delay', 'half-close', 'dark'];

interface Possibility {
  readonly kind: FaultKind;
  readonly on: string;
}

function listPossibilities(transport: Transport): Possibility[] {
  const kafka = transport === 'kafka' ? brokers : [];
  const each = (kinds: readonly FaultKind[], names: readonly string[]) =>
    names.flatMap((on) => kinds.map((kind) => ({ kind, on })));
  return [
    ...each(['kill', 'stop'], [...services, leader, ...kafka, 'postgres']),
    ...each(onConnections, [...services, ...kafka]),
    ...each(['strand'], [leader, ...aggregators]),
    ...each(['rebuild'], ['tables']),
    ...(transport === 'kafka'
      ? [...each(['overtake'], aggregators), ...each(['behind', 'ahead'], ['offsets'])]
      : []),
  ];
}

/**
 * How long `overtake` lasts (ms): one second in which a batch begins, then Kafka's session time-out, then the
 * time in which the group assigns the partitions again. With only three seconds for the last, the delayed batch
 * sometimes arrived before another aggregator had taken over.
 */
export const overtakeMs = 14_000;

/**
 * How long a fault lasts (ms). The session time-out of the aggregators is 6 s; some stops are longer, so that
 * another aggregator takes over.
 */
function lastingOf(random: Random, { kind, on }: Possibility): number {
  if (kind === 'overtake') return overtakeMs;
  if (kind === 'strand' || (kind === 'stop' && on.startsWith('aggregator')))
    return random.next() < 0.5 ? random.between(7000, 10_000) : random.between(500, 4000);
  if (kind === 'stop')
    return on.startsWith('broker') ? random.between(1000, 8000) : random.between(500, 4000);
  if (kind === 'kill') return random.between(0, 2500);
  if (kind === 'dark') return random.between(2000, on.startsWith('broker') ? 8000 : 20_000);
  if (kind === 'rebuild') return random.between(2000, 15_000);
  return random.between(500, 5000);
}

/** What no other fault may hit at the same time. Of the three brokers two must run, or nothing can be written. */
function touchedBy({ kind, on }: Possibility): string[] {
  if (on === 'offsets') return aggregators;
  if (on.startsWith('broker')) return ['brokers'];
  if (kind === 'overtake') return [on, `connections of ${on}`];
  return onConnections.includes(kind) ? [`connections of ${on}`] : [on];
}

/**
 * The pause after a fault (ms): a broker must catch up, and aggregators that were ended need time to join their
 * group again.
 */
function graceOf({ kind }: Possibility, name: string): number {
  if (name === 'brokers') return kind === 'kill' || kind === 'stop' ? 6000 : 1000;
  return kind === 'behind' || kind === 'ahead' ? 8000 : 2000;
}

/**
 * Plans every possible fault once, in random order, before any comes again, 1 to 3 s apart.
 * In: the seed, how long the run is, and the transport. Out: the faults in order of time.
 */
export function planFaults(seed: number, seconds: number, transport: Transport): Fault[] {
  const random = makeRandom(seed);
  const possibilities = listPossibilities(transport);
  const freeFrom = new Map<string, number>();
  const faults: Fault[] = [];
  let waiting: Possibility[] = [];
  for (let at = 2000; at < seconds * 1000; at += random.between(1000, 3000)) {
    if (waiting.length === 0) waiting = random.shuffle(possibilities);
    const isFree = (p: Possibility) => touchedBy(p).every((name) => (freeFrom.get(name) ?? 0) <= at);
    const next = waiting.findIndex(isFree);
    if (next < 0) continue;
    const [possibility] = waiting.splice(next, 1);
    const forMs = lastingOf(random, possibility!);
    for (const name of touchedBy(possibility!)) freeFrom.set(name, at + forMs + graceOf(possibility!, name));
    faults.push({ at, ...possibility!, forMs });
  }
  return faults;
}
