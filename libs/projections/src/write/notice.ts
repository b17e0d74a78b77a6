/** What the notice of a batch says: whom it is about, so that answers about others can go on being given meanwhile. */
import { isReplyType } from '@rapporteur/domain';
import type { FeedEvent } from '@rapporteur/event-store';

/** A respondent in a collection of whom something was recorded. */
export interface Touched {
  readonly collection: string;
  readonly respondent: string;
}

/** PostgreSQL takes less than 8,000. */
const bytesAtMost = 7900;

/**
 * In: the events of a batch that were applied, and how many of them could not be. Out: the text of the notice; empty where it
 * is about everything, or about too many.
 */
export function toNotice(events: readonly Pick<FeedEvent, 'type' | 'stream'>[], dead: number): string {
  if (dead > 0 || !events.every(({ type }) => isReplyType(type))) return '';
  const pairs = new Set(
    events.map(({ stream }) => {
      const [, collection, , respondent] = stream.split('/');
      return `${collection}/${respondent}`;
    }),
  );
  const text = JSON.stringify([...pairs]);
  return Buffer.byteLength(text) > bytesAtMost ? '' : text;
}

/** In: the text of a notice. Out: whom it is about; undefined: everything, also where it says nothing that is known. */
export function readNotice(text: string): Touched[] | undefined {
  if (!text.startsWith('[')) return undefined;
  return (JSON.parse(text) as string[]).map((pair) => {
    const [collection = '', respondent = ''] = pair.split('/');
    return { collection, respondent };
  });
}
