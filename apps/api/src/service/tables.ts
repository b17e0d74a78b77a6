/**
 * Shared by all reads: the cache, the signal for reads that wait for an event, the event stream; webhooks, and the topic of trends. All are
 * notified when the tables change.
 */
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { channels, isDatabaseAway, listen, poolOf, type Listener } from '@rapporteur/postgres';
import { readNews, readNotice } from '@rapporteur/projections';
import { makeAnswerCache } from '../kept/answer-cache.js';
import type { Reading } from '../reading/answer-read.js';
import { makeBroadcast } from '../reading/await-token.js';
import { runWebhooks, type Webhooks } from '../webhooks/run-webhooks.js';
import { relayTrends, type TrendRelay } from '../trends-topic/relay-trends.js';
import { OPTIONS, type ApiOptions } from './options.js';
import { makeEventStream, type EventStream } from './stream-events.js';

@Injectable()
export class Tables implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly reading: Reading;
  readonly stream: EventStream;
  private readonly logger = new Logger('api');
  private running: Webhooks | undefined;
  private trends: TrendRelay | undefined;
  private listener: Listener | undefined;

  constructor(@Inject(OPTIONS) private readonly options: ApiOptions) {
    const { database, replica = database, publicUrl } = options;
    const [pool, primary] = [poolOf(replica), poolOf(database)];
    const cache = makeAnswerCache((after) => readNews(pool, after));
    this.reading = { pool, primary, cache, broadcast: makeBroadcast(), publicUrl };
    this.stream = makeEventStream({
      pool,
      primary,
      onProgress: (position) => cache.learn(position),
      onError: (error) => this.logger.error(error),
    });
  }

  /** Tells webhooks that there is something to do. */
  readonly wakeWebhooks = (): void => this.running?.wake();

  onApplicationBootstrap(): void {
    const { database, url, publicUrl, webhooks, kafka } = this.options;
    // What is sent to others is written down as sent, so it is read where that is written.
    const pool = poolOf(database);
    const onError = (error: Error) => isDatabaseAway(error) || this.logger.error(error);
    this.running = runWebhooks({
      ...{ pool, url, publicUrl, allowed: [] },
      onError,
      ...webhooks,
    });
    this.trends = kafka && relayTrends({ pool, url, kafka, onError });
    this.listener = listen(url, [channels.tables], (_, text) => {
      this.reading.cache.hear(readNotice(text));
      this.reading.broadcast.send();
      this.stream.wake();
      this.running?.wake();
      this.trends?.wake();
    });
  }

  /** Streams are ended before connections are cut, so that readers see an end and not an error. */
  beforeApplicationShutdown(): void {
    this.stream.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.listener?.close(), this.running?.close(), this.trends?.close()]);
  }
}
