/** Gives memory back that only the start of a service needed. */
import { Session } from 'node:inspector/promises';

/** The first requests, which often come at once, are answered before. */
const afterMs = 1000;

/**
 * Collects what loading the modules left behind, once, a second after now. V8 keeps 32 MB for new objects once a start has
 * filled them, and a service that is asked little would keep them for ever. An ordinary collection (`gc()`) leaves that
 * space as it is; the one of the inspector, which is opened within the process alone, makes it small. It takes some 50 ms.
 */
export function giveBackMemory(): void {
  const collect = async () => {
    const session = new Session();
    session.connect();
    await session.post('HeapProfiler.collectGarbage');
    session.disconnect();
  };
  // Where it cannot be done, the memory is kept, and nothing else is different.
  setTimeout(() => void collect().catch(() => undefined), afterMs).unref();
}
