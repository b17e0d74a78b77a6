/** What the environment says of Kafka: where it is, how to log in, and how the topic is kept. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KafkaConfig, SASLOptions } from 'kafkajs';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly ssl: KafkaConfig['ssl'];
  readonly sasl: SASLOptions | undefined;
  readonly topic: string;
  /** Topic of the trends; undefined where none is wanted. */
  readonly trendsTopic: string | undefined;
  /** Consumer group of the aggregators. */
  readonly group: string;
  /** Copies of each partition, and how many must have an event before it counts as written. */
  readonly replication: number;
  readonly minInsync: number;
}

/** The lines of a usage text that tell these variables. */
export const kafkaUsage = `  KAFKA_BROKERS         host:port, comma separated
  KAFKA_TOPIC           topic of the events (rapporteur-events)
  KAFKA_TRENDS_TOPIC    topic of the trends, or off (rapporteur-trends)
  KAFKA_GROUP           consumer group of the aggregators (rapporteur-tables)
  KAFKA_REPLICATION     copies of each partition when the topic is made (1)
  KAFKA_MIN_INSYNC      copies that must have an event before it counts as written (1)
  KAFKA_SSL             true for TLS; KAFKA_SSL_CA, KAFKA_SSL_CERT, KAFKA_SSL_KEY name PEM files
  KAFKA_SASL_MECHANISM  plain, scram-sha-256 or scram-sha-512, with KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD`;

type Env = Readonly<Record<string, string | undefined>>;

/** In: the environment. Out: the settings, or undefined where KAFKA_BROKERS is not set. Errors: what is wrong with a value. */
export function readKafkaSettings(env: Env): KafkaSettings | undefined {
  const brokers = (env['KAFKA_BROKERS'] ?? '')
    .split(',')
    .map((broker) => broker.trim())
    .filter(Boolean);
  if (brokers.length === 0) return undefined;
  for (const broker of brokers)
    if (!/^\S+:\d+$/.test(broker)) throw new Error(`KAFKA_BROKERS: "${broker}" is no host:port.`);
  const trends = env['KAFKA_TRENDS_TOPIC'] || 'rapporteur-trends';
  const settings = {
    brokers,
    ssl: readSsl(env),
    sasl: readSasl(env),
    topic: env['KAFKA_TOPIC'] || 'rapporteur-events',
    trendsTopic: trends === 'off' ? undefined : trends,
    group: env['KAFKA_GROUP'] || 'rapporteur-tables',
    replication: readCount(env, 'KAFKA_REPLICATION'),
    minInsync: readCount(env, 'KAFKA_MIN_INSYNC'),
  };
  if (settings.minInsync > settings.replication)
    throw new Error(
      `KAFKA_MIN_INSYNC=${settings.minInsync} is more than KAFKA_REPLICATION=${settings.replication}: nothing could be written.`,
    );
  if (settings.trendsTopic === settings.topic)
    throw new Error(`KAFKA_TRENDS_TOPIC=${trends} is the topic of the events as well: name another.`);
  return settings;
}

function readCount(env: Env, name: string): number {
  const count = Number(env[name] || 1);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`${name}=${env[name]} is not a number from 1 on.`);
  return count;
}

function readSsl(env: Env): KafkaConfig['ssl'] {
  const wanted = env['KAFKA_SSL']?.toLowerCase() || undefined;
  if (wanted !== undefined && wanted !== 'true' && wanted !== 'false')
    throw new Error(`KAFKA_SSL=${env['KAFKA_SSL']} is neither true nor false.`);
  const names = { ca: 'KAFKA_SSL_CA', cert: 'KAFKA_SSL_CERT', key: 'KAFKA_SSL_KEY' };
  const given = Object.entries(names).filter(([, name]) => env[name]);
  if (given.length === 0) return wanted === 'true';
  if (wanted === 'false') throw new Error(`KAFKA_SSL=false, and yet ${given[0]![1]} is given: take one out.`);
  if (!env['KAFKA_SSL_CERT'] !== !env['KAFKA_SSL_KEY'])
    throw new Error('KAFKA_SSL_CERT and KAFKA_SSL_KEY need each other.');
  return Object.fromEntries(given.map(([option, name]) => [option, readPem(name, env[name]!)]));
}

/**
 * Errors: the file cannot be read, or is no such key or certificate. kafkajs would report that late, without
 * naming it.
 */
function readPem(name: string, path: string): string {
  const fail = (reason: string): never => {
    throw new Error(`${name}=${path}: ${reason}.`);
  };
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    fail((error as Error).message);
  }
  try {
    if (name === 'KAFKA_SSL_KEY') createPrivateKey(text);
    else new X509Certificate(text);
  } catch {
    fail(
      name === 'KAFKA_SSL_KEY'
        ? 'that file holds no private key that can be read (PEM, without a password)'
        : 'that file holds no certificate (PEM)',
    );
  }
  return text;
}

function readSasl(env: Env): SASLOptions | undefined {
  const mechanism = env['KAFKA_SASL_MECHANISM']?.toLowerCase();
  const username = env['KAFKA_SASL_USERNAME'];
  const password = env['KAFKA_SASL_PASSWORD'];
  if (!mechanism && (username || password))
    throw new Error(
      'KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD need KAFKA_SASL_MECHANISM: plain, scram-sha-256 or scram-sha-512.',
    );
  if (!mechanism) return undefined;
  if (!username || !password)
    throw new Error('KAFKA_SASL_MECHANISM needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD.');
  if (mechanism === 'plain' || mechanism === 'scram-sha-256' || mechanism === 'scram-sha-512')
    return { mechanism, username, password } as SASLOptions;
  throw new Error(`KAFKA_SASL_MECHANISM=${mechanism} is not plain, scram-sha-256 or scram-sha-512.`);
}
