/** All processes of a run: PostgreSQL, three brokers, our services, and the proxies between them. */
import { openDatabase, poolOf, type Database } from '@rapporteur/postgres';
import { Proxy, startBroker, type Broker } from '@rapporteur/testing';
import type pg from 'pg';
import { DatabaseServer } from './database-server.js';
import { brokers as brokerNames, services as serviceNames, type Transport } from './names.js';
import { Service } from './service.js';

export interface ClusterOptions {
  readonly transport: Transport;
  readonly execArgv: readonly string[];
  readonly logs: string | undefined;
  readonly onStep: (step: string) => void;
}

/** The names of topics and consumer group for the services; chaos reads the topics as well. */
export const kafkaNames = {
  topic: 'rapporteur-events',
  trends: 'rapporteur-trends',
  group: 'rapporteur-tables',
};

export class Cluster {
  readonly services = new Map<string, Service>();
  /** The proxy between the services and each broker. */
  readonly brokerLinks = new Map<string, Proxy>();
  broker: Broker | undefined;
  /** Violations that were found while a fault was made. */
  readonly findings: string[] = [];
  private source: Database | undefined;

  private constructor(
    readonly database: DatabaseServer,
    /** A proxy of chaos's own to PostgreSQL, which no fault affects. */
    private readonly watching: Proxy,
  ) {}

  static async start(options: ClusterOptions): Promise<Cluster> {
    options.onStep('Starting PostgreSQL');
    const database = await DatabaseServer.start();
    const cluster = new Cluster(database, await Proxy.open(Number(new URL(database.url).port)));
    try {
      await cluster.fill(options);
      return cluster;
    } catch (error) {
      await cluster.close();
      throw error;
    }
  }

  /** The address of PostgreSQL by the proxy that no fault affects. */
  get url(): string {
    const url = new URL(this.database.url);
    url.port = String(this.watching.port);
    return url.href;
  }

  /** Connections to PostgreSQL that no fault affects. */
  get pool(): pg.Pool {
    return poolOf(this.source!);
  }

  service(name: string): Service {
    return this.services.get(name)!;
  }

  /** The addresses of an app's processes that are running, whether they answer or not. */
  addressesOf(app: 'ingest' | 'api' | 'aggregator'): string[] {
    return [...this.services.values()].flatMap(({ name, url }) => (name.startsWith(app) && url ? [url] : []));
  }

  /** Starts PostgreSQL again after a kill, and points every proxy to its new port. */
  async restartDatabase(): Promise<void> {
    await this.database.start();
    const port = Number(new URL(this.database.url).port);
    for (const proxy of [this.watching, ...[...this.services.values()].map(({ link }) => link)])
      proxy.target = port;
  }

  async close(): Promise<void> {
    await Promise.all([...this.services.values()].map((service) => service.close()));
    await this.source?.destroy().catch(() => undefined);
    await this.broker?.stop();
    await Promise.all([...this.brokerLinks.values()].map((link) => link.close()));
    await this.watching.close();
    await this.database.close();
  }

  private async fill({ transport, execArgv, logs, onStep }: ClusterOptions): Promise<void> {
    // The receiver of webhooks is on this machine.
    const env = {
      WEBHOOK_HOSTS: '127.0.0.1',
      ...(transport === 'kafka' ? await this.startBrokers(onStep) : {}),
    };
    onStep(`Starting ${serviceNames.join(', ')}`);
    for (const name of serviceNames) {
      const service = await Service.open({ name, databaseUrl: this.database.url, env, execArgv, logs });
      this.services.set(name, service);
    }
    this.source = await openDatabase({ url: this.url, poolSize: 4, name: 'rapporteur-chaos' });
  }

  private async startBrokers(onStep: (step: string) => void): Promise<Record<string, string>> {
    const behind = async (ports: readonly number[]) => {
      for (const [i, port] of ports.entries()) this.brokerLinks.set(brokerNames[i]!, await Proxy.open(port));
      return [...this.brokerLinks.values()].map(({ port }) => port);
    };
    this.broker = await startBroker({ brokers: 3, behind, onStep });
    const addresses = [...this.brokerLinks.values()].map(({ port }) => `127.0.0.1:${port}`);
    return {
      KAFKA_BROKERS: addresses.join(','),
      KAFKA_TOPIC: kafkaNames.topic,
      KAFKA_TRENDS_TOPIC: kafkaNames.trends,
      KAFKA_GROUP: kafkaNames.group,
      KAFKA_REPLICATION: '3',
      KAFKA_MIN_INSYNC: '2',
    };
  }
}
