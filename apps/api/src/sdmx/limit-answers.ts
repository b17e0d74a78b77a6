/**
 * Lets only some answers be written at once: each holds a connection to the database until its client has taken all of it,
 * and slow clients must not take the connections of all other reads.
 */
import { SdmxFault } from '@rapporteur/sdmx';

/** Of ten connections. */
const atOnce = 5;
const patienceMs = 20_000;

let open = 0;
const waiting = new Set<() => void>();

/** Runs work when there is room. Errors: SdmxFault 503 where there was none for 20 s; those of the work. */
export async function whenThereIsRoom<T>(work: () => Promise<T>): Promise<T> {
  if (open >= atOnce) await waitForRoom();
  open += 1;
  try {
    return await work();
  } finally {
    open -= 1;
    const [next] = waiting;
    next?.();
  }
}

function waitForRoom(): Promise<void> {
  return new Promise((done, fail) => {
    const next = () => {
      waiting.delete(next);
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(() => {
      waiting.delete(next);
      fail(new SdmxFault(503, 'Too many answers are being sent: ask again in a moment'));
    }, patienceMs);
    waiting.add(next);
  });
}
