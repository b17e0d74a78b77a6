/** GET /v1/events/{position}: the event itself, as it was stored, but for the words of a document that was removed. */
import { eventAnswer } from '@rapporteur/contract';
import { readEvent, UnreadableEvent, type StoredEvent } from '@rapporteur/domain';
import { findEvent } from '@rapporteur/event-store';
import { HttpProblem } from '@rapporteur/http';
import { z } from 'zod';
import { commonQuery } from '../reading/parameters.js';
import { route } from '../reading/route.js';
import { hideRemoved } from '../reading/hide-removed.js';

export const event = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/events/:position',
  summary: 'The event at a position, with who recorded it, when, and through which request',
  query: z.strictObject(commonQuery),
  answer: eventAnswer,
  async read({ params, snapshot, vintage, position }) {
    const wanted = /^\d{1,15}$/.test(params['position'] ?? '') ? Number(params['position']) : NaN;
    const stored = wanted <= position ? await findEvent(snapshot.client, wanted) : undefined;
    if (!stored || (vintage.asOf !== undefined && dayOf(stored) > vintage.asOf))
      throw new HttpProblem({
        status: 404,
        code: 'unknown-event',
        title: `There is no event at position ${params['position']}`,
        detail: `Positions run from 1 to ${position}.`,
      });
    const { position: event, partition: _, ...rest } = stored;
    const data = await hideRemoved(snapshot, rest.type, rest.data as Readonly<Record<string, unknown>>);
    // Who that was by name in the access log is for those who keep it.
    const { principal: _principal, coders, reviewer, ...others } = rest.meta;
    const meta = {
      ...others,
      ...(coders && { coders: coders.map(({ shownAs }) => shownAs) }),
      ...(reviewer && { reviewer: { name: reviewer.shownAs, at: reviewer.at } }),
    };
    return { body: { event, ...rest, meta, ...data, position } };
  },
});

/**
 * The day on which the content of an event was received; a day before all others where the event has none or
 * cannot be read.
 */
function dayOf(stored: StoredEvent): string {
  try {
    const { data } = readEvent(stored);
    return 'receivedOn' in data ? data.receivedOn : '';
  } catch (error) {
    if (error instanceof UnreadableEvent) return '';
    throw error;
  }
}
