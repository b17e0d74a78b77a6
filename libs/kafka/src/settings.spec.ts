/** What the environment may say of Kafka; every mistake in it is named before anything is tried. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKafkaSettings } from './settings.js';

const KAFKA_BROKERS = 'a:9092, b:9093';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-settings-'));
  await writeFile(join(folder, 'text'), 'no PEM');
});
afterAll(() => rm(folder, { recursive: true }));

describe('the settings of Kafka', () => {
  it('are none without brokers, and defaults with nothing else', () => {
    expect(readKafkaSettings({})).toBeUndefined();
    expect(readKafkaSettings({ KAFKA_BROKERS: ' ' })).toBeUndefined();
    expect(readKafkaSettings({ KAFKA_BROKERS })).toEqual({
      brokers: ['a:9092', 'b:9093'],
      ssl: false,
      sasl: undefined,
      topic: 'rapporteur-events',
      trendsTopic: 'rapporteur-trends',
      group: 'rapporteur-tables',
      replication: 1,
      minInsync: 1,
    });
  });

  it('take TLS by the authorities of the system, and SASL by mechanism, name and password', () => {
    expect(
      readKafkaSettings({
        KAFKA_BROKERS,
        KAFKA_SSL: 'TRUE',
        KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
        KAFKA_SASL_USERNAME: 'u',
        KAFKA_SASL_PASSWORD: 'p',
        KAFKA_REPLICATION: '3',
        KAFKA_MIN_INSYNC: '2',
      }),
    ).toMatchObject({
      ssl: true,
      sasl: { mechanism: 'scram-sha-512', username: 'u', password: 'p' },
      replication: 3,
      minInsync: 2,
    });
  });

  it.each([
    [{ KAFKA_TRENDS_TOPIC: 'rapporteur-events' }, 'is the topic of the events as well'],
    [{ KAFKA_BROKERS: 'a' }, 'KAFKA_BROKERS: "a" is no host:port.'],
    [{ KAFKA_SSL: 'yes' }, 'KAFKA_SSL=yes is neither true nor false.'],
    [{ KAFKA_SSL: 'false', KAFKA_SSL_CA: 'x' }, 'KAFKA_SSL=false, and yet KAFKA_SSL_CA is given'],
    [{ KAFKA_SSL_CERT: 'x' }, 'KAFKA_SSL_CERT and KAFKA_SSL_KEY need each other.'],
    [{ KAFKA_SSL_CA: '/nowhere/ca.pem' }, 'KAFKA_SSL_CA=/nowhere/ca.pem: ENOENT'],
    [{ KAFKA_SASL_USERNAME: 'u' }, 'need KAFKA_SASL_MECHANISM'],
    [{ KAFKA_SASL_MECHANISM: 'plain' }, 'needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD'],
    [
      { KAFKA_SASL_MECHANISM: 'gssapi', KAFKA_SASL_USERNAME: 'u', KAFKA_SASL_PASSWORD: 'p' },
      'KAFKA_SASL_MECHANISM=gssapi is not plain',
    ],
    [{ KAFKA_REPLICATION: '0' }, 'KAFKA_REPLICATION=0 is not a number from 1 on.'],
    [{ KAFKA_MIN_INSYNC: '2' }, 'KAFKA_MIN_INSYNC=2 is more than KAFKA_REPLICATION=1'],
  ])('that are wrong are named: %j', (env, message) => {
    expect(() => readKafkaSettings({ KAFKA_BROKERS, ...env })).toThrow(message);
  });

  it('say which file is no certificate or key', () => {
    const path = join(folder, 'text');
    expect(() => readKafkaSettings({ KAFKA_BROKERS, KAFKA_SSL_CA: path })).toThrow(
      `KAFKA_SSL_CA=${path}: that file holds no certificate (PEM).`,
    );
    expect(() => readKafkaSettings({ KAFKA_BROKERS, KAFKA_SSL_KEY: path, KAFKA_SSL_CERT: path })).toThrow(
      `KAFKA_SSL_CERT=${path}: that file holds no certificate (PEM).`,
    );
  });
});
