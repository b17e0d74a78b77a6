/** The queue of imports: few files at a time, one of a collection at a time, and a limited number that wait. */
import { HttpProblem } from '@rapporteur/http';

/** The place of one request in the queue, from before its file is received until it is answered. */
export interface Ticket {
  /**
   * Resolves when it is this request's turn. In: the collection, a function that is called while the request
   * waits, and a signal that aborts the waiting. Errors: the signal's reason.
   */
  turn(collection: string, onWaiting: () => void, signal: AbortSignal): Promise<void>;
  leave(): void;
}

export interface ImportQueue {
  /** Errors: HttpProblem too-busy. */
  enter(): Ticket;
}

interface Waiting {
  readonly ticket: Ticket;
  readonly collection: string;
  begin(): void;
}

const tellEveryMs = 5000;

export function makeImportQueue({ lanes = 2, most = 50 } = {}): ImportQueue {
  const inside = new Set<Ticket>();
  const running = new Map<Ticket, string>();
  const waiting: Waiting[] = [];

  const beginNext = () => {
    for (const next of [...waiting]) {
      if (running.size >= lanes) return;
      if ([...running.values()].includes(next.collection)) continue;
      waiting.splice(waiting.indexOf(next), 1);
      running.set(next.ticket, next.collection);
      next.begin();
    }
  };

  const enter = (): Ticket => {
    if (inside.size >= lanes + most)
      throw new HttpProblem({
        status: 503,
        code: 'too-busy',
        title: 'Too many imports wait already',
        detail: `${inside.size} files are being imported or wait for it. Send this one again later.`,
        headers: { 'retry-after': '15' },
      });
    const ticket: Ticket = {
      turn: (collection, onWaiting, signal) =>
        new Promise<void>((done, fail) => {
          const telling = setInterval(onWaiting, tellEveryMs);
          const own: Waiting = { ticket, collection, begin: () => settle(done) };
          const giveUp = () => {
            waiting.splice(waiting.indexOf(own), 1);
            settle(() => fail(signal.reason as Error));
          };
          const settle = (act: () => void) => {
            clearInterval(telling);
            signal.removeEventListener('abort', giveUp);
            act();
          };
          waiting.push(own);
          signal.addEventListener('abort', giveUp);
          if (signal.aborted) giveUp();
          else beginNext();
          if (waiting.includes(own)) onWaiting();
        }),
      leave() {
        inside.delete(ticket);
        if (running.delete(ticket)) beginNext();
      },
    };
    inside.add(ticket);
    return ticket;
  };
  return { enter };
}
