/**
 * For `node --import`: makes a process stand still for ever at one step of its transactions, for a test to kill it there.
 * PAUSE_AT is the number of the statement after a BEGIN (0 = the BEGIN itself); with PAUSE_AFTER=1 it stands after that one.
 */
import pg from 'pg';

/**
 * Makes every connection wait for ever before the statement of that number, or after it; it first says so on
 * standard output.
 */
function pauseAt(step: number, after: boolean): void {
  const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
  const steps = new WeakMap<pg.Client, number>();
  const forever = () => new Promise<never>(() => setInterval(() => undefined, 1000));
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string } | undefined)?.text;
    if (text?.startsWith('BEGIN')) steps.set(this, 0);
    const number = steps.get(this);
    if (number === undefined || typeof args.at(-1) === 'function') return query.apply(this, args);
    steps.set(this, number + 1);
    if (text === 'COMMIT') steps.delete(this);
    if (number !== step) return query.apply(this, args);
    const said = `paused ${after ? 'after' : 'before'} step ${number}: ${text!.trim().split(/\s+/).slice(0, 3).join(' ')}\n`;
    if (!after) {
      process.stdout.write(said);
      return forever();
    }
    return (query.apply(this, args) as Promise<unknown>).then(() => {
      process.stdout.write(said);
      return forever();
    });
  } as typeof pg.Client.prototype.query;
}

const step = process.env['PAUSE_AT'];
if (step !== undefined) pauseAt(Number(step), process.env['PAUSE_AFTER'] === '1');
