/** One service under chaos: started, killed, suspended, and started again when it ends, as Docker does. */
import { Proxy } from '@rapporteur/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const restartAfterMs = 500;

export interface ServiceOptions {
  /** The app and a number, such as `aggregator-2`. */
  readonly name: string;
  readonly databaseUrl: string;
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of Node before the script. */
  readonly execArgv: readonly string[];
  /** The folder for a file with its output. */
  readonly logs: string | undefined;
}

/**
 * A wrong end, with the last output: the process ended by itself, or was told to end and did not do so in time
 * and in order.
 */
export interface Ended {
  readonly service: string;
  readonly status: string;
  readonly last: string;
}

/** The words by which the reason of a failed start shows that PostgreSQL or Kafka is away. */
const away =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout expired|Query read timeout|connection timeout|when trying to connect|the database system is|terminating connection|not queryable/;

/**
 * Whether the last output of a service says that it did not start because PostgreSQL or Kafka is away. Such a
 * service is just started again.
 */
export const isAwayAtStart = (written: string): boolean =>
  away.test(/ did not start: ([^\n]*)\n?$/.exec(written)?.[1] ?? '');

const isError = (line: string) => line.startsWith('{"level":"error"');

export class Service {
  /** Its address; undefined while it does not run. */
  url: string | undefined;
  /** Ends that count as violations. A start that fails because PostgreSQL or Kafka is away does not count. */
  readonly ended: Ended[] = [];
  /** The errors that it wrote, a line of its log each. */
  readonly errors: string[] = [];
  /** How often it was started; also the number of the present start. */
  starts = 0;
  private child: ChildProcess | undefined;
  private wanted = false;
  private written = '';
  /** Until this time an end that is late or not in order is the effect of a fault, and no violation. */
  private excusedUntil = 0;
  private isFrozen = false;

  private constructor(
    private readonly options: ServiceOptions,
    /** The proxy for its connections to PostgreSQL. */
    readonly link: Proxy,
    private readonly log: WriteStream | undefined,
  ) {}

  static async open(options: ServiceOptions): Promise<Service> {
    const url = new URL(options.databaseUrl);
    const link = await Proxy.open(Number(url.port));
    const log = options.logs ? createWriteStream(join(options.logs, `${options.name}.log`)) : undefined;
    const service = new Service(options, link, log);
    service.start();
    return service;
  }

  get name(): string {
    return this.options.name;
  }

  start(): void {
    this.wanted = true;
    if (this.child) return;
    this.starts += 1;
    const { name, databaseUrl, env, execArgv } = this.options;
    const url = new URL(databaseUrl);
    url.port = String(this.link.port);
    const { NODE_OPTIONS: _options, LOG_LEVEL: _level, HOST: _host, ...inherited } = process.env;
    const child = spawn(process.execPath, [...execArgv, `apps/${name.replace(/-\d+$/, '')}/dist/main.js`], {
      cwd: root,
      env: { ...inherited, KAFKA_BROKERS: '', ...env, DATABASE_URL: url.href, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.log?.write(`--- start ${this.starts} ${new Date().toISOString()}\n`);
    this.written = '';
    const hear = (chunk: Buffer) => {
      this.log?.write(chunk);
      this.written = (this.written + chunk.toString()).slice(-4000);
      this.errors.push(...chunk.toString().split('\n').filter(isError));
      if (!this.url && this.child === child) this.url = / is at (http\S+)/.exec(this.written)?.[1];
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code, signal) => void this.hasEnded(child, String(signal ?? code)));
  }

  /** Sends SIGKILL; resolves when the process has ended. It stays down until `start`. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /**
   * Sends SIGTERM, and SIGKILL if the process has not ended after 8 s, which is a violation like any end that
   * is not in order.
   */
  terminate(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.wanted = false;
    const { child } = this;
    this.forget();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('close', done));
    const toldAt = performance.now();
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), 8000);
    await gone;
    clearTimeout(late);
    if (signal === 'SIGTERM' && !this.isFrozen && this.excusedUntil <= toldAt) this.judge(child);
  }

  /** Notes a wrong end. An end by SIGTERM itself is right: the signal came before the service had its handler. */
  private judge({ exitCode, signalCode }: ChildProcess): void {
    const status = String(signalCode ?? exitCode);
    if (status !== '0' && status !== 'SIGTERM') this.hold(status);
  }

  /** Notes an end as a violation, unless it is a start that failed because PostgreSQL or Kafka is away. */
  private hold(status: string): void {
    if (isAwayAtStart(this.written)) return;
    const last = this.written.trim().split('\n').slice(-3).join('\n');
    this.ended.push({ service: this.name, status, last });
  }

  suspend(): void {
    this.isFrozen = true;
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.isFrozen = false;
    this.excuseFor(0);
    this.child?.kill('SIGCONT');
  }

  /** For this time (ms) an end that is late or not in order is no violation. */
  excuseFor(ms: number): void {
    this.excusedUntil = Math.max(this.excusedUntil, performance.now() + ms);
  }

  async close(): Promise<void> {
    await this.kill();
    await this.link.close();
    this.log?.end();
  }

  private forget(): void {
    this.child = undefined;
    this.url = undefined;
  }

  private async hasEnded(child: ChildProcess, status: string): Promise<void> {
    this.log?.write(`--- ended ${status} ${new Date().toISOString()}\n`);
    if (this.child !== child) return;
    this.forget();
    this.hold(status);
    await sleep(restartAfterMs);
    if (this.wanted) this.start();
  }
}
