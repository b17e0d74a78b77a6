/** Changes of access that somebody asks for: judged and stored in one transaction, so that no right ends in between. */
import {
  evolveAccess,
  judgeAccessChange,
  judgeName,
  type AccessConfirmed,
  type AccessEvent,
  type AccessProblem,
  type Authority,
  type Naming,
  type Principal,
} from '@rapporteur/domain';
import { readStanding } from '@rapporteur/event-store';
import { inTransaction, locks } from '@rapporteur/postgres';
import type pg from 'pg';
import {
  changeAccessIn,
  policy,
  readEverybody,
  storeAccessEvent,
  WrongAccessChange,
  type Acting,
} from './access-log.js';

/** A change that the domain does not allow; every problem at once. */
export class AccessRefused extends Error {
  override name = 'AccessRefused';

  constructor(readonly problems: readonly AccessProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
  }
}

/** Why somebody changes access, and what they have been asked about and meant. */
export interface AskedChange {
  readonly reason: string;
  readonly confirmed?: AccessConfirmed;
}

/** In: somebody as they are; undefined where nobody is called so. Out: what is to happen to their access. */
export type ToEvents = (subject: Principal | undefined) => readonly AccessEvent[];

/** How often rights are read anew when they have changed while a change was asked for. */
const triesAtMost = 5;

/** The rights of whoever asks have another version than was read. */
class Outdated extends Error {}

/**
 * Changes the access of somebody, as somebody. Errors: AccessRefused, WrongAccessChange, those of pg; HttpProblem 401
 * where the rights of whoever asks have ended.
 */
export const changeAccessAs = (
  pool: pg.Pool,
  authority: Authority,
  id: string,
  toEvents: ToEvents,
  { reason, confirmed = [] }: AskedChange,
): Promise<Acting & { readonly events: readonly AccessEvent[] }> =>
  asOne(pool, authority, async (client, actor) => {
    const everybody = (await readEverybody(client)).map(({ principal }) => principal);
    const subject = everybody.find((one) => one.id === id);
    const events = toEvents(subject);
    if (!subject && events[0]?.type !== 'PrincipalAdded') throw unknown(id, everybody);
    const problems = judgeAll({ actor, subject, events, everybody, confirmed, id });
    if (problems.length > 0) throw new AccessRefused(problems);
    return { ...(await changeAccessIn(client, id, events, { by: actor.id, reason })), events };
  });

/** Sets how the events of a collection name people from now on. Errors: as of changeAccessAs. */
export const setNamingAs = (
  pool: pg.Pool,
  authority: Authority,
  { collection, naming }: { readonly collection: string; readonly naming: Naming },
  { reason }: AskedChange,
): Promise<AccessEvent> =>
  asOne(pool, authority, async (client, actor) => {
    const event: AccessEvent = { type: 'NamingSet', collection, naming };
    const asked = { actor, subject: undefined, event, everybody: [], confirmed: [] };
    const problems = judgeAccessChange({ ...asked, now: new Date().toISOString() });
    if (problems.length > 0) throw new AccessRefused(problems);
    await storeAccessEvent(client, policy, event, { by: actor.id, reason });
    return event;
  });

/**
 * Work on access in a transaction of its own, one at a time, in which whoever asks keeps the rights that they have.
 * Out: what the work gives.
 */
async function asOne<T>(
  pool: pg.Pool,
  authority: Authority,
  work: (client: pg.ClientBase, actor: Principal) => Promise<T>,
): Promise<T> {
  let acting = authority;
  for (let tries = 1; ; tries += 1) {
    const { principal, standing } = acting;
    try {
      return await inTransaction(pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1)', [locks.access]);
        // The row is held: a session or a key of theirs ends after this change, or before it and then refuses it.
        if (standing) {
          await client.query('SELECT FROM standings WHERE principal = $1 FOR SHARE', [standing.principal]);
          const { version } = await readStanding(client, standing.principal);
          if (version !== standing.version) throw new Outdated('the rights have changed meanwhile');
        }
        return work(client, principal);
      });
    } catch (error) {
      if (!(error instanceof Outdated) || tries === triesAtMost) throw error;
      acting = await acting.renew();
    }
  }
}

interface AllAsked {
  readonly id: string;
  readonly actor: Principal;
  readonly subject: Principal | undefined;
  readonly events: readonly AccessEvent[];
  readonly everybody: readonly Principal[];
  readonly confirmed: AccessConfirmed;
}

/** Judges events one after the other, each as if those before had happened. */
function judgeAll({ id, actor, subject, events, everybody, confirmed }: AllAsked): AccessProblem[] {
  const at = new Date().toISOString();
  const problems: AccessProblem[] = [];
  let now = subject;
  let all = everybody;
  for (const event of events) {
    if (event.type === 'PrincipalAdded') problems.push(...judgeName(id));
    problems.push(...judgeAccessChange({ actor, subject: now, event, everybody: all, now: at, confirmed }));
    now = evolveAccess(now, { number: 0, principal: id, event, by: actor.id, at, reason: '' });
    all = [...all.filter((one) => one.id !== id), ...(now ? [now] : [])];
  }
  const told = new Set<string>();
  // What forbids one event forbids the others too, and is said once.
  return problems.filter(({ pointer, code }) => told.size < told.add(`${pointer} ${code}`).size);
}

const unknown = (id: string, everybody: readonly Principal[]) =>
  new WrongAccessChange(
    `nobody is called "${id}"; there are: ${everybody.map((one) => one.id).join(', ') || 'none'}`,
    'unknown-principal',
  );
