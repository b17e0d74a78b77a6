/** Logs a repeated error when it begins and when it is over, not at every try. */
import { isDatabaseAway, isDiskFull } from '@rapporteur/postgres';
import { describeError, type Log } from './log.js';

/**
 * A trouble is over when it has not been met again for this long (ms); one try waits for an answer for 40 s at
 * most.
 */
const quietForMs = 60_000;

interface Trouble {
  readonly message: string;
  readonly since: number;
  times: number;
  last: number;
  /** Absent for the database: `answered` ends that trouble. */
  readonly timer: NodeJS.Timeout | undefined;
}

const away = 'away';

/**
 * Errors that differ only in numbers (a block, a port, a position) are one trouble, and so are all errors that
 * mean that the database is away.
 */
function keyOf(error: Error): string {
  if (isDatabaseAway(error)) return away;
  if (isDiskFull(error)) return 'disk full';
  return `${error.name} ${error.message.replace(/\d+/g, '#')}`;
}

/** The troubles of one process. */
export class Troubles {
  private readonly open = new Map<string, Trouble>();

  constructor(
    private readonly log: Log,
    private readonly quietMs = quietForMs,
  ) {}

  /** A try failed that will be made again. */
  failed(error: Error): void {
    const key = keyOf(error);
    const known = this.open.get(key);
    if (known) {
      known.times += 1;
      known.last = Date.now();
      known.timer?.refresh();
      return;
    }
    const [message, facts] = describeError(error);
    this.log.error(key === away ? `the database does not answer: ${message}` : message, facts);
    const since = Date.now();
    const timer = key === away ? undefined : setTimeout(() => this.end(key), this.quietMs).unref();
    this.open.set(key, { message, since, times: 1, last: since, timer });
  }

  /** The database took a new connection and answered on it. */
  answered(): void {
    this.end(away);
  }

  private end(key: string): void {
    const trouble = this.open.get(key);
    if (!trouble) return;
    const { message, since, times, last, timer } = trouble;
    clearTimeout(timer);
    this.open.delete(key);
    const seconds = (until: number) => ({ seconds: Math.round((until - since) / 1000) });
    if (key === away)
      this.log.warn(`the database answers again (${times} tries failed)`, seconds(Date.now()));
    else if (times > 1) this.log.warn(`no more: ${message} (${times} times)`, seconds(last));
  }
}
