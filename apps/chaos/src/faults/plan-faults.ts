/** The schedule of a run: which fault falls on whom and when, a pure function of the seed. */
import { brokers, services, type Transport } from '../cluster/names.js';
import { makeRandom, type Random } from './random.js';

/**
 * kill: SIGKILL, started again after `forMs`. stop: SIGSTOP, and SIGCONT after `forMs`.
 * cut: the connections are reset. delay: each packet waits 300 ms. half-close: one direction is ended, the other goes
 * on. dark: the connections stand, and nothing comes through; after `forMs` PostgreSQL or the broker hears that they are
 * gone, and the service never does. strand: SIGSTOP, while PostgreSQL sees the connections go and the process does not.
 * overtake: an aggregator's packets to PostgreSQL wait, and it is stopped beyond Kafka's session time-out: what it was
 * about to do reaches PostgreSQL after another has taken its partitions.
 * rebuild: npm run rebuild, which is killed after `forMs` if it has not ended by then.
 * behind, ahead: all aggregators are ended and the offsets that Kafka keeps for them moved to the beginning or end.
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
  /** A process; for cut, delay, half-close and dark its connections to PostgreSQL, or a broker's to the services. */
  readonly on: string;
  readonly forMs: number;
}

/** The ingest that leads the sequencer when the fault falls. */
export const leader = 'sequencer';
const aggregators = services.filter((name) => name.startsWith('aggregator'));

/** What falls on connections, and not on a process. */
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
 * One second in which a batch gets under way, then Kafka's session time-out and what its group needs to part the
 * partitions anew: with three seconds for that, what was late now and then came before anybody had taken over.
 */
export const overtakeMs = 14_000;

/** Kafka's session time-out of the aggregators is 6 s: some stops outlast it, so that another takes over. */
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

/** Who must be left alone meanwhile: of three brokers two must stand for anything to be written at all. */
function touchedBy({ kind, on }: Possibility): string[] {
  if (on === 'offsets') return aggregators;
  if (on.startsWith('broker')) return ['brokers'];
  if (kind === 'overtake') return [on, `connections of ${on}`];
  return onConnections.includes(kind) ? [`connections of ${on}`] : [on];
}

/** What follows a fault: a broker catches up; aggregators that are asked to leave take their time. */
function graceOf({ kind }: Possibility, name: string): number {
  if (name === 'brokers') return kind === 'kill' || kind === 'stop' ? 6000 : 1000;
  return kind === 'behind' || kind === 'ahead' ? 8000 : 2000;
}

/**
 * Every possibility once in random order before any falls again, 1 to 3 s apart.
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
