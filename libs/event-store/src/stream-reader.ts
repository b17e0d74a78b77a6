/** Reads streams; those asked for while a read is under way share the next one. */
import type pg from 'pg';
import { readStreams, type StreamEvent } from './read-events.js';

interface Asked {
  readonly stream: string;
  readonly done: (events: StreamEvent[]) => void;
  readonly fail: (error: unknown) => void;
}

const lanes = 2;
const streamsPerRead = 100;

/**
 * Out: a function that reads all committed events of a stream, in order of version, as they stand after it was called.
 * Errors: those of pg, for everybody who shared the read.
 */
export function makeStreamReader(pool: pg.Pool): (stream: string) => Promise<StreamEvent[]> {
  const waiting: Asked[] = [];
  let reading = 0;

  const readNext = async () => {
    if (reading >= lanes || waiting.length === 0) return;
    const asked = waiting.splice(0, streamsPerRead);
    reading += 1;
    try {
      const found = await readStreams(pool, [...new Set(asked.map(({ stream }) => stream))]);
      asked.forEach(({ stream, done }) => done(found.get(stream) ?? []));
    } catch (error) {
      asked.forEach(({ fail }) => fail(error));
    } finally {
      reading -= 1;
      void readNext();
    }
  };

  return (stream) =>
    new Promise((done, fail) => {
      waiting.push({ stream, done, fail });
      // A later turn: what one turn of the event loop brings shares a read.
      setImmediate(() => void readNext());
    });
}
