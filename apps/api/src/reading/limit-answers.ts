/**
 * Lets only some answers be written at once: each holds a connection to the database until its client has taken all of it,
 * and slow clients must not take the connections of all other reads.
 */
import { HttpProblem } from '@rapporteur/http';

/** Of ten connections. */
const atOnce = 5;
const patienceMs = 20_000;

let open = 0;
const waiting = new Set<() => void>();

/** Runs work when there is room. Errors: HttpProblem 503 where there was none for 20 s; those of the work. */
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
      fail(tooMany());
    }, patienceMs);
    waiting.add(next);
  });
}

const tooMany = () =>
  new HttpProblem({
    status: 503,
    code: 'too-many-answers',
    title: 'Too many long answers are being sent',
    detail: 'Ask again in a moment.',
    headers: { 'retry-after': '5' },
  });
