/**
 * Loaded before a process of a test (`node --import`): makes it stand still for ever before the first statement that
 * holds the text of PAUSE_AT, or after it with PAUSE_AFTER, and say so, to be killed there. The text `produce` stands
 * for a request that hands messages to Kafka.
 */
import { createRequire } from 'node:module';
import pg from 'pg';

const { PAUSE_AT: wanted = '', PAUSE_AFTER: after } = process.env;
const forever = () => new Promise<never>(() => setInterval(() => undefined, 1000));

/** Runs a step, or stands still at it. */
function pass(text: string, run: () => unknown): unknown {
  if (!wanted || !text.includes(wanted)) return run();
  const stand = () => {
    process.stdout.write(`paused ${after ? 'after' : 'before'} ${wanted}\n`);
    return forever();
  };
  return after ? (run() as Promise<unknown>).then(stand) : stand();
}

const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked] = args;
  const text = typeof asked === 'string' ? asked : ((asked as { text?: string } | undefined)?.text ?? '');
  // What is answered by a callback is of the pool, which opens connections so.
  if (typeof args.at(-1) === 'function') return query.apply(this, args);
  return pass(text, () => query.apply(this, args));
} as typeof pg.Client.prototype.query;

const broker = (
  createRequire(import.meta.url)('kafkajs/src/broker') as { prototype: Record<string, unknown> }
).prototype as { produce(...args: unknown[]): Promise<unknown> };
const { produce } = broker;
broker.produce = function (...args: unknown[]) {
  return pass('produce', () => produce.apply(this, args)) as Promise<unknown>;
};
