/** What webhooks are told of publications that the tables have in whole. Pure. */
import type { PastRelease } from '@rapporteur/event-store';
import type { Message, Webhook } from './webhook.js';

/** In: webhooks, and releases. Out: a message for each webhook that asks for releases of that collection. */
export const toReleaseMessages = (
  webhooks: readonly Pick<Webhook, 'id' | 'kinds' | 'collection'>[],
  releases: readonly PastRelease[],
): Message[] =>
  releases.flatMap(({ collection, round, position, file, releasedAt: time }) =>
    webhooks
      .filter(({ kinds, collection: of }) => kinds.includes('release') && (of ?? collection) === collection)
      .map(({ id: webhook }) => ({
        webhook,
        position,
        respondent: '',
        publication: `${collection}/${round}`,
        message: {
          time,
          data: { position, collection, round, respondent: null, kinds: ['release'], indicators: [], file },
        },
      })),
  );
