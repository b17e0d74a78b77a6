/** `npm run kafka`: an Apache Kafka for development, with Docker where an engine answers, otherwise with Java. */
import { kafkaVersion, startBroker } from '@rapporteur/broker';
import type { Command } from 'commander';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Options {
  readonly port: string;
  readonly brokers: string;
  readonly java?: boolean;
}

export const define = (command: Command): void =>
  void command
    .usage('[-- --port 9092] [-- --brokers 3] [-- --java]')
    .description(
      `Apache Kafka for development.

Runs with Docker where an engine answers, otherwise (or with --java) with Java 17 or newer from Maven Central's jars,
which are fetched once. Keeps its data in .data/kafka (a volume with Docker). Ctrl-C stops it. Then, elsewhere:

  DATABASE_URL=… KAFKA_BROKERS=127.0.0.1:9092 node apps/ingest/dist/main.js
  DATABASE_URL=… KAFKA_BROKERS=127.0.0.1:9092 node apps/aggregator/dist/main.js`,
    )
    .option('--port <N>', 'port of the (first) broker', '9092')
    .option('--brokers <N>', '1 or 3, replicating to one another; more than one only with Java', '1')
    .option('--java', 'do not use Docker')
    .addHelpText(
      'after',
      `
Environment:
  KAFKA_CACHE   folder for the jars (.cache/kafka)
  DATA_DIR      folder for the data (.data)`,
    )
    .action(runKafka);

async function runKafka(options: Options): Promise<void> {
  const [port, brokers] = [Number(options.port), Number(options.brokers)];
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error('--port takes a number from 1 to 65535.');
  if (brokers !== 1 && brokers !== 3) throw new Error('--brokers takes 1 or 3.');
  if (!options.java && brokers === 1 && hasDocker()) process.exitCode = await runDocker(port);
  else await runJava(port, brokers);
}

const hasDocker = () => spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 }).status === 0;

/** Out: the exit status of Docker. */
function runDocker(port: number): Promise<number> {
  const settings = {
    KAFKA_NODE_ID: 1,
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1,
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: 1,
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: 1,
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: 0,
    KAFKA_LOG_DIRS: '/var/lib/kafka/data',
  };
  const env = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const volume = 'rapporteur-kafka:/var/lib/kafka/data';
  const args = [
    'run',
    '--rm',
    '-p',
    `127.0.0.1:${port}:9092`,
    '-v',
    volume,
    ...env,
    `apache/kafka:${kafkaVersion}`,
  ];
  return new Promise((done) => {
    spawn('docker', args, { stdio: 'inherit' }).on('close', (code) => done(code ?? 1));
  });
}

/** Ends with the process, which Ctrl-C ends in order. Errors: a broker ended by itself, or did not start. */
async function runJava(port: number, brokers: 1 | 3): Promise<never> {
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const folder = brokers === 1 ? 'kafka' : `kafka-${brokers}`;
  const dataDir = join(process.env['DATA_DIR'] || join(root, '.data'), folder);
  const broker = await startBroker({ brokers, port, dataDir, onStep: say });
  say(`\nKafka is at ${broker.addresses}; its data is in ${dataDir}. Ctrl-C stops it.`);
  const stop = () => void broker.stop().then(() => process.exit(0));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  throw await broker.failed;
}
