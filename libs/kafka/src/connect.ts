/** The connection to Kafka, with corrections of faults of kafkajs. */
import type { Kafka, RetryOptions } from 'kafkajs';
import { createRequire } from 'node:module';
import { calmRequestQueue } from './request-queue.js';
import type { KafkaSettings } from './settings.js';

const require = createRequire(import.meta.url);

/** Waits 100 ms after a first failure and up to two seconds later on: a broker that fails over is back in seconds. */
const retry: RetryOptions = { initialRetryTime: 100, maxRetryTime: 2000, retries: 8 };

/** In: settings and the name that brokers see. Out: the client; it connects when it is used. */
export function connectKafka({ brokers, ssl, sasl }: KafkaSettings, clientId: string): Kafka {
  // Loaded only here, since most processes have no Kafka, and it is a hundred files.
  const { Kafka, logLevel } = require('kafkajs') as typeof import('kafkajs');
  calmRequestQueue();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ssl,
    sasl,
    retry,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    // Whoever uses the client reports its errors; kafkajs would log each attempt of a retry as well.
    logLevel: logLevel.NOTHING,
  });
}
