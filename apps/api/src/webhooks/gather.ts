/** Moves the places of webhooks on: what each is to be told of the events between becomes its messages, in one statement. */
import type { WebhookKind } from '@rapporteur/contract';
import { groupBy } from '@rapporteur/domain';
import { readHeads, type EventHead } from '@rapporteur/event-store';
import { readProgress, withSnapshot } from '@rapporteur/projections';
import type pg from 'pg';
import { findChange, mayConcern, toTold, type Change } from './find-change.js';
import { makeRespondentStates, type RespondentStates } from './respondent-states.js';
import { moveOn, readActive } from './store.js';
import type { Message, Webhook } from './webhook.js';

const headsAtOnce = 500;
/** After so long a part is stored, so that a webhook that has much to catch up with does not keep others waiting. */
const partMs = 300;

/**
 * One part for each place at which there are webhooks. A place moves only from where it was found: of two processes that
 * do the same, or one that was thought dead, only one moves it, and only that one stores messages.
 * In: the states of respondents that are kept from one call to the next.
 * Out: whether every place has come as far as the tables. Errors: those of pg.
 */
export async function gather(pool: pg.Pool, kept: RespondentStates): Promise<boolean> {
  const webhooks = await readActive(pool);
  if (webhooks.length === 0) return true;
  const { position } = await readProgress(pool);
  const behind = groupBy(
    webhooks.filter(({ place }) => place < position),
    ({ place }) => place,
  );
  let isDone = true;
  let states = kept;
  // The furthest first: they are told of what is new, the others of what is old.
  for (const [place, group] of [...behind].sort(([a], [b]) => b - a)) {
    const heads = await readHeads(pool, place, position, headsAtOnce);
    const { upTo, messages } = await toMessages(pool, { states, place, group, heads });
    // Those of one place only follow on those of the last call.
    states = makeRespondentStates();
    const reached = upTo ?? position;
    await moveOn(pool, group, place, reached, messages);
    isDone &&= reached === position;
  }
  return isDone;
}

interface Part {
  readonly states: RespondentStates;
  readonly place: number;
  readonly group: readonly Webhook[];
  readonly heads: readonly EventHead[];
}

async function toMessages(pool: pg.Pool, { states, place, group, heads }: Part) {
  const messages: Message[] = [];
  const until = Date.now() + partMs;
  let upTo: number | undefined;
  const look = async (head: EventHead, find: (kinds: ReadonlySet<WebhookKind>) => Promise<Change>) => {
    const concerned = group.filter((webhook) => mayConcern(webhook, head));
    if (concerned.length === 0) return;
    const change = await find(new Set(concerned.flatMap(({ kinds }) => kinds)));
    for (const webhook of concerned) {
      const message = toTold(webhook, head, change);
      if (message)
        messages.push({
          webhook: webhook.id,
          position: head.position,
          respondent: message.data.respondent ?? '',
          publication: '',
          message,
        });
    }
  };
  await withSnapshot(pool, async (snapshot) => {
    states.begin(snapshot, place);
    for (const head of heads) {
      await look(head, (kinds) => findChange(states, snapshot, head, kinds));
      states.pass(head);
      upTo = head.position;
      if (Date.now() > until) break;
    }
  });
  return { upTo, messages };
}
