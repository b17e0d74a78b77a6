/**
 * For `node --import`: makes a process stand still for ever at a statement, for a test to kill it there.
 * PAUSE_BEFORE or PAUSE_AFTER is a pattern of the statement's name or text; PAUSE_NTH says which of the
 * matching statements (1). It writes "paused before" or "paused after", and the statement, to standard output.
 */
import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
type Callback = (error: Error | null, result: unknown) => void;

const [when, pattern] = process.env['PAUSE_BEFORE']
  ? (['before', new RegExp(process.env['PAUSE_BEFORE'])] as const)
  : (['after', new RegExp(process.env['PAUSE_AFTER'] ?? '(?!)')] as const);
let left = Number(process.env['PAUSE_NTH'] ?? 1);

function describe(first: unknown): string {
  const { name = '', text = '' } = typeof first === 'string' ? { text: first } : (first as pg.QueryConfig);
  return `${name} ${text}`.replace(/\s+/g, ' ').trim();
}

/** Keeps the process alive, and never returns to the caller of the statement. */
function pause(statement: string): Promise<never> {
  process.stdout.write(`paused ${when} ${statement.slice(0, 60)}\n`);
  return new Promise<never>(() => setInterval(() => undefined, 1000));
}

const query = pg.Client.prototype.query as Query;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const statement = describe(args[0]);
  if (left === 0 || !pattern.test(statement)) return query.apply(this, args);
  left -= 1;
  if (left > 0) return query.apply(this, args);
  if (when === 'before') return pause(statement);
  const last = args.at(-1);
  if (typeof last === 'function') {
    const told: Callback = (error, result) =>
      error ? (last as Callback)(error, result) : void pause(statement);
    return query.apply(this, [...args.slice(0, -1), told]);
  }
  return (query.apply(this, args) as Promise<unknown>).then(() => pause(statement));
} as typeof pg.Client.prototype.query;
