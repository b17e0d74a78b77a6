/**
 * Shared by all reads: the cache, the signal for reads that wait for an event, and the event stream. All are
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
import { channels, listen, poolOf, type Listener } from '@rapporteur/postgres';
import { readProgress } from '@rapporteur/projections';
import { makeAnswerCache } from '../reading/answer-cache.js';
import type { Reading } from '../reading/answer-read.js';
import { makeBroadcast } from '../reading/await-token.js';
import { OPTIONS, type ApiOptions } from './options.js';
import { makeEventStream, type EventStream } from './stream-events.js';

@Injectable()
export class Tables implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly reading: Reading;
  readonly stream: EventStream;
  private readonly logger = new Logger('api');
  private readonly url: string;
  private listener: Listener | undefined;

  constructor(@Inject(OPTIONS) { database, url, publicUrl }: ApiOptions) {
    const pool = poolOf(database);
    const cache = makeAnswerCache(() => readProgress(pool));
    this.url = url;
    this.reading = { pool, cache, broadcast: makeBroadcast(), publicUrl };
    this.stream = makeEventStream({
      pool,
      onProgress: (position) => cache.learn(position),
      onError: (error) => this.logger.error(error),
    });
  }

  onApplicationBootstrap(): void {
    this.listener = listen(this.url, [channels.tables], () => {
      this.reading.cache.forget();
      this.reading.broadcast.send();
      this.stream.wake();
    });
  }

  /** Streams are ended before connections are cut, so that readers see an end and not an error. */
  beforeApplicationShutdown(): void {
    this.stream.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.close();
  }
}
