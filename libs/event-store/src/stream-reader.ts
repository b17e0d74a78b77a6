/** Reads streams; those that are asked for while a read is under way share the next read. */
import type pg from 'pg';
import { readStreams, type StreamEvent } from './read-events.js';
import { shareWork } from './share-work.js';

const streamsPerRead = 100;

/**
 * Out: a function that reads all committed events of a stream, in order of version, as they stand after it was
 * called.
 * Errors: those of pg; every call that shares the read gets them.
 */
export function makeStreamReader(pool: pg.Pool): (stream: string) => Promise<StreamEvent[]> {
  const reads = shareWork<{ readonly stream: string }, StreamEvent[]>({
    lanes: 2,
    take: (waiting) => waiting.splice(0, streamsPerRead),
    async work(asked) {
      const found = await readStreams(pool, [...new Set(asked.map(({ stream }) => stream))]);
      return asked.map(({ stream }) => found.get(stream) ?? []);
    },
  });
  return (stream) => reads.ask({ stream });
}
