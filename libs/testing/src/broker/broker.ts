/** A real Apache Kafka (KRaft) from its jars: one broker or three, on free ports, gone when stopped. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { access, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { resolveJars } from './broker-jars.js';

const run = promisify(execFile);

export interface BrokerOptions {
  readonly brokers: 1 | 3;
  /** Kept between starts; when not given, a temporary folder that goes with the broker. */
  readonly dataDir?: string;
  /** Port of the first broker, the others above it; free ports when not given. */
  readonly port?: number;
  /**
   * For clients that come through a proxy: in, the port of a second listener of each broker; out, the port that the
   * proxy passes on to it, which the broker then names to these clients as its own.
   */
  readonly behind?: (ports: readonly number[]) => Promise<readonly number[]>;
  readonly onStep?: (step: string) => void;
  /** TLS and SASL on the port of the clients; nothing of the kind when not given. */
  readonly security?: BrokerSecurity;
}

/** Clients come by TLS and say who they are by SASL: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512. */
export interface BrokerSecurity {
  /** PEM files: key and certificate of the broker, and those who sign clients' certificates. */
  readonly keyAndCertificate: string;
  readonly authority: string;
  /** Whether clients must show a certificate too. */
  readonly clientCertificates: boolean;
  readonly users: Readonly<Record<string, string>>;
}

/** One broker of those that run. */
export interface BrokerNode {
  readonly address: string;
  /** Process id, for a signal of one's own. */
  readonly pid: number;
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Starts it again on the same data and port after `kill`. */
  start(): Promise<void>;
}

export interface Broker {
  /** Addresses, comma separated: what KAFKA_BROKERS takes. */
  readonly addresses: string;
  readonly nodes: readonly BrokerNode[];
  /** Resolves with the first broker that ends without having been told to. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

interface Member {
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
  readonly proxied?: { readonly port: number; readonly advertised: number };
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
    // Data that is kept deserves an orderly end; data that goes does not need one.
    await Promise.all(nodes.map((node) => node.kill(options.dataDir ? 'SIGTERM' : 'SIGKILL')));
    if (!options.dataDir) await rm(base, { recursive: true, force: true });
  };
  process.once('exit', () => nodes.forEach((node) => node.signal('SIGKILL')));
  return { addresses: nodes.map((node) => node.address).join(','), nodes, failed, stop };
}

interface NodeOptions {
  readonly base: string;
  readonly classPath: string;
  readonly members: readonly Member[];
  readonly member: Member;
  readonly fail: (error: Error) => void;
  readonly security: BrokerSecurity | undefined;
}

/** The same id for all members and all starts: a data folder belongs to one cluster. */
const clusterId = 'cmFwcG9ydGV1ci1kZXZ0ZQ';

async function startNode({ base, classPath, members, member, fail, security }: NodeOptions) {
  const folder = join(base, `broker-${member.id}`);
  const settings = join(folder, 'server.properties');
  await mkdir(folder, { recursive: true });
  await writeFile(settings, toSettings(folder, members, member, security));
  const isFormatted = await access(join(folder, 'data', 'meta.properties')).then(
    () => true,
    () => false,
  );
  if (!isFormatted)
    await run('java', [
      ...jvm,
      '-cp',
      classPath,
      'kafka.tools.StorageTool',
      'format',
      '-t',
      clusterId,
      '-c',
      settings,
      ...toScramUsers(security),
    ]);
  const address = `127.0.0.1:${member.port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    const started = spawn('java', [...jvm, '-cp', classPath, 'kafka.Kafka', settings], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    let written = '';
    started.stderr.on('data', (chunk: Buffer) => (written = (written + chunk.toString()).slice(-4000)));
    const ended = new Promise<Error>((done) => {
      started.once('exit', (code, signal) =>
        done(new Error(`Kafka on ${address} ended (${signal ?? code}):\n${written}`)),
      );
      started.once('error', done);
    });
    void ended.then((error) => child === started && fail(error));
    await Promise.race([ended.then((error) => Promise.reject(error)), waitForPort(member.port)]);
  };
  const signal = (name: 'SIGKILL' | 'SIGTERM') => {
    const victim = child;
    child = undefined;
    victim?.kill(name);
    return victim;
  };
  const kill = async (name: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') => {
    const victim = signal(name);
    if (victim && victim.exitCode === null && victim.signalCode === null)
      await new Promise((done) => victim.once('exit', done));
  };
  await start();
  return {
    address,
    get pid() {
      return child?.pid ?? 0;
    },
    kill,
    signal,
    start,
  };
}

const jvm = [
  '-Xmx384m',
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
];

function toSettings(
  folder: string,
  members: readonly Member[],
  { id, port, controllerPort, proxied }: Member,
  security: BrokerSecurity | undefined,
): string {
  const replication = members.length;
  const protocol = security ? 'SASL_SSL' : 'PLAINTEXT';
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': members.map((m) => `${m.id}@127.0.0.1:${m.controllerPort}`).join(','),
    listeners: `${protocol}://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `${protocol}://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(folder, 'data'),
    'auto.create.topics.enable': false,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'offsets.topic.replication.factor': replication,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': replication,
    'transaction.state.log.min.isr': Math.min(2, replication),
    'transaction.state.log.num.partitions': 4,
    'num.network.threads': 2,
    'num.io.threads': 2,
    'broker.session.timeout.ms': 4000,
    'replica.lag.time.max.ms': 5000,
    'controlled.shutdown.enable': false,
    ...(security ? toSecuritySettings(security) : {}),
  };
  if (proxied) {
    settings['listeners'] += `,PROXIED://127.0.0.1:${proxied.port}`;
    settings['advertised.listeners'] += `,PROXIED://127.0.0.1:${proxied.advertised}`;
    settings['listener.security.protocol.map'] = 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT';
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-512'];

/** The users are the same for every mechanism; PLAIN has them in its settings, SCRAM in the cluster's metadata. */
const toScramUsers = (security: BrokerSecurity | undefined): string[] =>
  Object.entries(security?.users ?? {}).flatMap(([name, password]) =>
    scram.flatMap((mechanism) => ['--add-scram', `${mechanism}=[name=${name},password=${password}]`]),
  );

function toSecuritySettings(security: BrokerSecurity): Record<string, string> {
  const users = Object.entries(security.users);
  const [[name, password] = ['', '']] = users;
  const plain = [
    `org.apache.kafka.common.security.plain.PlainLoginModule required username="${name}" password="${password}"`,
    ...users.map(([user, secret]) => `user_${user}="${secret}"`),
  ].join(' ');
  const jaas = (mechanism: string) => `listener.name.sasl_ssl.${mechanism.toLowerCase()}.sasl.jaas.config`;
  return {
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    'inter.broker.listener.name': 'SASL_SSL',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'sasl.enabled.mechanisms': ['PLAIN', ...scram].join(','),
    [jaas('PLAIN')]: `${plain};`,
    ...Object.fromEntries(
      scram.map((mechanism) => [
        jaas(mechanism),
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      ]),
    ),
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': security.keyAndCertificate,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': security.authority,
    // Without the prefix it does not count where SASL is asked for as well.
    'listener.name.sasl_ssl.ssl.client.auth': security.clientCertificates ? 'required' : 'none',
  };
}

async function waitForPort(port: number): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).once('error', () => done(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await sleep(100);
  }
  throw new Error(`Kafka did not open port ${port} within a minute`);
}

/**
 * Different ports that nobody listens on: all are held open until the last is found. They lie below those that systems
 * give to outgoing connections (Linux: from 32768 on), which would take the port of a broker while it is down.
 */
async function findFreePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  while (servers.length < count) {
    const server = createServer();
    const port = randomInt(15_000, 32_000);
    const isFree = await new Promise<boolean>((done) =>
      server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)),
    );
    if (isFree) servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
