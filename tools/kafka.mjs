// `npm run kafka`: an Apache Kafka for development, with Docker where an engine answers, otherwise with Java.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const usage = `npm run kafka [-- --port 9092] [-- --brokers 3] [-- --java]: Apache Kafka for development

Runs with Docker where an engine answers, otherwise (or with --java) with Java 17 or newer from Maven Central's jars,
which are fetched once. Keeps its data in .data/kafka (a volume with Docker). Ctrl-C stops it. Then, elsewhere:

  DATABASE_URL=… KAFKA_BROKERS=127.0.0.1:9092 node apps/ingest/dist/main.js
  DATABASE_URL=… KAFKA_BROKERS=127.0.0.1:9092 node apps/aggregator/dist/main.js

Options:
  --port N      port of the (first) broker (9092)
  --brokers N   1 or 3, replicating to one another; more than one only with Java (1)
  --java        do not use Docker
  --help        this text

Environment:
  KAFKA_CACHE   folder for the jars (.cache/kafka)
  DATA_DIR      folder for the data (.data)
`;

const say = (line) => process.stdout.write(`${line}\n`);

function readOptions(args) {
  const options = { port: 9092, brokers: 1, java: false };
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--java') options.java = true;
    else if (args[i] === '--port' || args[i] === '--brokers')
      options[args[i].slice(2)] = Number(args[(i += 1)]);
    else throw new Error(`"${args[i]}" is no option.\n\n${usage}`);
  }
  if (!Number.isInteger(options.port) || options.port < 1 || options.port > 65535)
    throw new Error('--port takes a number from 1 to 65535.');
  if (![1, 3].includes(options.brokers)) throw new Error('--brokers takes 1 or 3.');
  return options;
}

const hasDocker = () => spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 }).status === 0;

function runDocker(port, version) {
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
  const args = [
    'run',
    '--rm',
    '-p',
    `127.0.0.1:${port}:9092`,
    '-v',
    'rapporteur-kafka:/var/lib/kafka/data',
    ...env,
    `apache/kafka:${version}`,
  ];
  spawn('docker', args, { stdio: 'inherit' }).on('close', (code) => process.exit(code ?? 1));
}

async function runJava({ port, brokers }, { startBroker }) {
  const dataDir = join(
    process.env.DATA_DIR || join(root, '.data'),
    brokers === 1 ? 'kafka' : `kafka-${brokers}`,
  );
  const broker = await startBroker({ brokers, port, dataDir, onStep: say });
  say(`\nKafka is at ${broker.addresses}; its data is in ${dataDir}. Ctrl-C stops it.`);
  const stop = () => void broker.stop().then(() => process.exit(0));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  throw await broker.failed;
}

try {
  const args = process.argv.slice(2);
  if (args.includes('--help')) say(usage);
  else {
    const options = readOptions(args);
    await prepare('libs/testing');
    const kafka = await import('../libs/testing/dist/index.js');
    if (!options.java && options.brokers === 1 && hasDocker()) runDocker(options.port, kafka.kafkaVersion);
    else await runJava(options, kafka);
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
