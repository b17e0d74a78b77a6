/** Whether a receiver of webhooks was told of every change, in the order of each reply. */
import { replyStream } from '@rapporteur/domain';
import type { Told } from '../clients/receiver.js';
import type { Recorded } from './check-run.js';

/**
 * In: what was taken, in order of arrival; all events. Every event of a reply changes figures, since no two commands state the
 * same value. Out: events that were not told of, messages of no event, and those that came before an earlier one of their
 * reply. A message may come again.
 */
export function checkTold(told: readonly Told[], events: readonly Recorded[]): string[] {
  const streams = new Map(
    events.flatMap(({ position, stream, value }) =>
      position === null || value === undefined ? [] : [[position, stream] as const],
    ),
  );
  const last = new Map<string, number>();
  const heard = new Set<number>();
  const wrong = told.flatMap(({ position, collection, round, respondent }) => {
    const stream = replyStream(collection, round, respondent ?? '');
    if (streams.get(position) !== stream)
      return [`a message told of ${stream} at position ${position}, where no such event is`];
    if (heard.has(position)) return [];
    heard.add(position);
    const before = last.get(stream) ?? 0;
    last.set(stream, Math.max(before, position));
    return position < before ? [`${stream}: position ${position} was told after ${before}`] : [];
  });
  const missing = [...streams].filter(([position]) => !heard.has(position));
  return [
    ...wrong,
    ...missing.map(([position, stream]) => `${stream}: nothing told of position ${position}`),
  ];
}
