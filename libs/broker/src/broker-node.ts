/** One broker as a process: its data folder made ready, started, ended and started again. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toScramUsers, toSettings, type BrokerSecurity, type Member } from './broker-settings.js';
import { waitForPort } from './ports.js';

const run = promisify(execFile);

/** One broker of those that run. */
export interface BrokerNode {
  readonly address: string;
  /** Process id, to send signals to. */
  readonly pid: number;
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Starts it again on the same data and port after `kill`. */
  start(): Promise<void>;
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

/** Starts one broker and waits until it answers. Errors: what Kafka wrote before it ended. */
export async function startNode({ base, classPath, members, member, fail, security }: NodeOptions) {
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
    const running = child;
    child = undefined;
    running?.kill(name);
    return running;
  };
  const kill = async (name: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') => {
    const running = signal(name);
    if (running && running.exitCode === null && running.signalCode === null)
      await new Promise((done) => running.once('exit', done));
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
