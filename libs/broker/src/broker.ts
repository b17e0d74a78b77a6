/** A real Apache Kafka (KRaft) from its jars: one broker or three, on free ports, gone when stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveJars } from './broker-jars.js';
import { startNode, type BrokerNode } from './broker-node.js';
import type { BrokerSecurity, Member } from './broker-settings.js';
import { findFreePorts } from './ports.js';

export interface BrokerOptions {
  readonly brokers: 1 | 3;
  /** Kept between starts; when not given, a temporary folder that is removed when the broker stops. */
  readonly dataDir?: string;
  /** Port of the first broker, the others above it; free ports when not given. */
  readonly port?: number;
  /**
   * For clients that connect through a proxy. In: the port of a second listener of each broker. Out: for each
   * the port of the proxy that leads to it, which the broker names to these clients as its own.
   */
  readonly behind?: (ports: readonly number[]) => Promise<readonly number[]>;
  readonly onStep?: (step: string) => void;
  /** TLS and SASL on the port of the clients; nothing of the kind when not given. */
  readonly security?: BrokerSecurity;
}

export interface Broker {
  /** Addresses, comma separated: what KAFKA_BROKERS takes. */
  readonly addresses: string;
  readonly nodes: readonly BrokerNode[];
  /** Resolves with the first broker that ends without having been told to. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

/** Starts the brokers and waits until they answer. Errors: no Java, no jars, or what Kafka wrote before it ended. */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const classPath = await resolveJars(process.env, options.onStep);
  const base = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rapporteur-kafka-')));
  const ports = await findFreePorts(options.brokers * 3);
  const behind = ports.splice(options.brokers * 2);
  const advertised = await options.behind?.(behind);
  const members = Array.from({ length: options.brokers }, (_, i): Member => {
    const port = options.port === undefined ? ports[i]! : options.port + i;
    const proxied = advertised && { port: behind[i]!, advertised: advertised[i]! };
    return { id: i + 1, port, controllerPort: ports[options.brokers + i]!, ...(proxied ? { proxied } : {}) };
  });
  options.onStep?.(`Starting Apache Kafka (${members.map((m) => m.port).join(', ')})`);
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<Error>((done) => (fail = done));
  const nodes = await Promise.all(
    members.map((member) =>
      startNode({ base, classPath, members, member, fail, security: options.security }),
    ),
  );
  const stop = async () => {
    // Brokers whose data are kept end in order; others need not.
    await Promise.all(nodes.map((node) => node.kill(options.dataDir ? 'SIGTERM' : 'SIGKILL')));
    if (!options.dataDir) await rm(base, { recursive: true, force: true });
  };
  process.once('exit', () => nodes.forEach((node) => node.signal('SIGKILL')));
  return { addresses: nodes.map((node) => node.address).join(','), nodes, failed, stop };
}
