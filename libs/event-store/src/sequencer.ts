/** Moves committed events into the one global order: one leader, dense positions. */
import {
  channels,
  lead,
  listen,
  locks,
  makeWakeUp,
  type Leadership,
  type Trying,
} from '@rapporteur/postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { movePending } from './sql/move-pending.js';

const eventsPerMove = 5000;
const lookEveryMs = 1000;
/**
 * Pause after a move (ms): each move costs a commit, so events committed meanwhile share the next one. Where many come it is
 * longer, since there the processor is what they wait for: a reply is then visible some milliseconds later, and sooner stored.
 */
const pauseAfter = (moved: number): number => (moved < manyMoved ? 3 : 10);
const manyMoved = 8;

export interface Sequencer extends Leadership {
  /** Tells the sequencer that something was committed. Only a hint: the sequencer also looks regularly. */
  wake(): void;
}

export interface SequencerOptions extends Trying {
  readonly url: string;
  readonly onMoved?: (events: number, head: number, seconds: number) => void;
}

/** Takes a new epoch: the former leader can move nothing any more. */
export async function takeEpoch(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query('UPDATE sequencer SET epoch = epoch + 1 RETURNING epoch');
  return rows[0].epoch as number;
}

/** Moves up to 5,000 events. Out: how many, and the head. Errors: another leader has taken a newer epoch. */
export async function moveOnce(
  client: pg.ClientBase,
  epoch: number,
): Promise<{ moved: number; head: number }> {
  const { rows } = await client.query({
    name: 'move-pending',
    text: movePending,
    values: [epoch, eventsPerMove],
  });
  if (rows.length === 0) throw new Error(`sequencer: epoch ${epoch} has been succeeded`);
  return rows[0] as { moved: number; head: number };
}

/** Starts a candidate for leader; the one that leads moves events until closed. */
export function startSequencer({ url, onMoved, ...trying }: SequencerOptions): Sequencer {
  const wakeUp = makeWakeUp();
  const listener = listen(url, [channels.pending], () => wakeUp.call());
  const leadership = lead(url, locks.sequencer, (client, signal) => sequence(client, signal), trying);

  const sequence = async (client: pg.Client, signal: AbortSignal) => {
    const epoch = await takeEpoch(client);
    while (!signal.aborted) {
      const started = performance.now();
      const { moved, head } = await moveOnce(client, epoch);
      if (moved > 0) onMoved?.(moved, head, (performance.now() - started) / 1000);
      if (moved === eventsPerMove) continue;
      if (moved > 0) await sleep(pauseAfter(moved));
      await wakeUp.wait(lookEveryMs, signal);
    }
  };

  return {
    get isLeader() {
      return leadership.isLeader;
    },
    wake: () => wakeUp.call(),
    async close() {
      await listener.close();
      await leadership.close();
    },
  };
}
