/** Commands on one reply wait for one another: each is decided on the state that the command before it has left. */

/** Runs work once all work that was asked for before under the same key has ended, in whatever way. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Turns within this process only. A change by another process is noticed when the event is appended. */
export function makeTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const running = before ? before.then(work, work) : work();
    last.set(key, running);
    const leave = () => void (last.get(key) === running && last.delete(key));
    running.then(leave, leave);
    return running;
  };
}
