/**
 * docker-compose.yml, tested without Docker: each service is started with exactly its command and environment.
 * Where this system allows it, it is confined like its container: another user, no capabilities, a read-only
 * file system.
 */
import { keepOwnerKey } from '@rapporteur/access';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  canHaveBroker,
  createTestDatabase,
  startBroker,
  startCommand,
  type Broker,
  type RunningCommand,
  type TestDatabase,
  ownerHeaders,
} from '@rapporteur/testing';
import { execFile, spawnSync } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks: readonly string[] | Readonly<Record<string, unknown>>;
  readonly profiles?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly mem_limit: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const text = await readFile(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, null>;
  networks: Record<string, { internal?: boolean } | null>;
};
const { services } = compose;
/** Replaces `${NAME:-default}` by the default, as Compose does where NAME is not set. */
const interpolate = (value: string) => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
const units: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
const toBytes = (size: string) => Number.parseInt(size, 10) * units[size.at(-1)!]!;
const tmpfsOf = ({ tmpfs = [] }: Service) =>
  tmpfs.map((line) => {
    const [, path, size] = /^([^:]+):size=(\w+)(?:,exec)?$/.exec(line)!;
    return { path: path!, size: size! };
  });
const own = ['ingest', 'aggregator', 'api'];
const toNames = (networks: Service['networks']) =>
  Array.isArray(networks) ? networks : Object.keys(networks);
/** Our services that another service waits for, in the order of the file. */
const awaited = own.filter((name) =>
  Object.values(services).some((service) => name in (service.depends_on ?? {})),
);
/** A port chosen by the test, for services that are asked before they print their address. */
const findFreePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
const canRun = await canHaveBroker();

/** The user `node` of the image. */
const user = { uid: 1000, gid: 1000 };
/** Makes the file system read-only except for a temporary folder, drops all rights, and then runs the command. */
const confine = `mount --make-rprivate / && mount -t tmpfs -o "size=$SIZE,mode=1777,noexec,nosuid,nodev" tmpfs "$TMPDIR" &&
  mount -o remount,bind,ro / && exec setpriv --reuid "$AS" --regid "$AS" --clear-groups --no-new-privs \\
  --bounding-set=-all --inh-caps=-all "$@"`;
const canConfine =
  spawnSync('unshare', ['--mount', 'sh', '-c', confine, 'sh', 'true'], {
    env: { ...process.env, SIZE: '1m', TMPDIR: tmpdir(), AS: '0' },
  }).status === 0;
if (!canConfine)
  console.warn(
    'The services of docker-compose.yml are not confined here: that takes root, unshare and setpriv.',
  );
/** False where the sources lie in a folder that only root can enter. */
const isReadable = spawnSync(process.execPath, ['-e', '0'], { cwd: root, ...user }).status === 0;

describe('docker-compose.yml', () => {
  it('has a health check for each service, and starts those that others need before them', () => {
    for (const [name, service] of Object.entries(services)) {
      expect([name, service.healthcheck.test[0]]).toEqual([name, 'CMD']);
      for (const [needed, { condition }] of Object.entries(service.depends_on ?? {}))
        expect([name, needed in services, condition]).toEqual([name, true, 'service_healthy']);
    }
  });

  it('keeps the data of PostgreSQL and Kafka in volumes that it names, and lets the aggregator be scaled', () => {
    for (const name of ['postgres', 'kafka']) {
      const [volume] = services[name]!.volumes!.map((line) => line.split(':')[0]!);
      expect([name, volume! in compose.volumes]).toEqual([name, true]);
    }
    expect(services['aggregator']).not.toHaveProperty('ports');
    expect(services['aggregator']).not.toHaveProperty('container_name');
  });

  it('has no password of its own: without one nothing starts, and it is said how to make one', async () => {
    const variables = [...text.matchAll(/\$\{POSTGRES_PASSWORD([^}]*)\}/g)].map(([, rest]) => rest!);
    expect(variables.filter((rest) => rest !== '' && !rest.startsWith(':?'))).toEqual([]);
    expect(
      variables.filter((rest) => /^:\?make a password .*openssl rand -hex 24\) >> \.env$/.test(rest)),
    ).toHaveLength(1);
    for (const name of ['.gitignore', '.dockerignore'])
      expect((await readFile(join(root, name), 'utf8')).split('\n')).toContain('.env');
  });

  it('confines each service: no capabilities, a read-only file system, and limits', () => {
    for (const [name, service] of Object.entries(services)) {
      expect([name, service]).toMatchObject([
        name,
        {
          // A Keycloak that is tried out is built anew by each start, into its own folders.
          read_only: name !== 'keycloak',
          cap_drop: ['ALL'],
          security_opt: ['no-new-privileges:true'],
          cpus: expect.anything(),
          mem_limit: expect.stringMatching(/^\d+[mg]$/),
          pids_limit: expect.any(Number),
          logging: { options: { 'max-size': expect.any(String), 'max-file': expect.any(String) } },
        },
      ]);
      // Files in a tmpfs count as memory.
      const inMemory = tmpfsOf(service).reduce((sum, { size }) => sum + toBytes(size), 0);
      expect([name, toBytes(service.mem_limit) - inMemory > 512 * 1024 ** 2]).toEqual([name, true]);
    }
    const [uploads] = tmpfsOf(services['ingest']!);
    expect(uploads).toMatchObject({ path: '/tmp' });
    expect(toBytes(uploads!.size)).toBeGreaterThan(2 * 256 * 1024 ** 2);
  });

  it('lets talk who must, and takes nothing from other machines', () => {
    const inside = Object.entries(compose.networks).filter(([, network]) => network?.internal);
    expect(inside.map(([name]) => name)).toEqual(['database', 'events']);
    const members = (network: string) =>
      Object.keys(services).filter((name) => toNames(services[name]!.networks).includes(network));
    expect(members('database')).toEqual(['postgres', ...own]);
    expect(members('events')).toEqual(['kafka', ...own]);
    expect(members('outside')).toEqual([...own, 'keycloak']);
    for (const { ports = [] } of Object.values(services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const name of own)
      expect(services[name]!.environment['ALLOWED_HOSTS']!.split(',')).toEqual(expect.arrayContaining(own));
  });

  it('starts a Keycloak to try signing in where that is asked for, with a realm that holds no secret', async () => {
    const asked = Object.keys(services).filter((name) => services[name]!.profiles !== undefined);
    expect([asked, services['keycloak']!.profiles]).toEqual([['keycloak'], ['keycloak']]);
    const realm = await readFile(join(root, 'ops/keycloak/rapporteur-realm.json'), 'utf8');
    const values = [...realm.matchAll(/"(?:secret|value)": "([^"]*)"/g)].map(([, value]) => value!);
    for (const value of values) {
      const name = /^\$\{(\w+)\}$/.exec(value)?.[1] ?? '';
      expect([value, services['keycloak']!.environment[name]]).toEqual([
        value,
        expect.stringMatching(/^\$\{\w+:-\}$/),
      ]);
    }
    expect(values.length).toBeGreaterThan(2);
  });

  it('runs files that are built, from an image that is not root', async () => {
    for (const name of own) await access(join(root, services[name]!.command![1]!));
    const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8');
    expect(dockerfile.match(/^USER (.*)$/m)?.[1]).toBe('node');
    expect(dockerfile.match(/^FROM node:22\S*/gm)).toHaveLength(2);
  });
});

(canRun ? describe : describe.skip)('the services of docker-compose.yml', () => {
  let broker: Broker;
  let database: TestDatabase;
  const running: RunningCommand[] = [];
  /** A connection whose lock holds up a rebuild. */
  let holder: pg.Client | undefined;
  /** The temporary folder that a service mounts; only that service sees the files in it. */
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-compose-'));
    broker = await startBroker({ brokers: 1 });
  }, 180_000);
  afterEach(async () => {
    await holder?.end();
    holder = undefined;
    running.forEach(({ child }) => child.kill('SIGKILL'));
    await Promise.all(running.splice(0).map(({ ended }) => ended));
    await query('DELETE FROM tables.dead_letters');
  });
  afterAll(async () => {
    await broker?.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /**
   * The environment of a service as Compose reads it, with the names of other services replaced by addresses
   * here. Ports differ, since here they share one machine, while each container has its own port 3000.
   */
  const toEnvironment = (service: Service) => {
    const stands: Record<string, string> = {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: broker.addresses,
      PORT: '0',
      HOST: '127.0.0.1',
    };
    return Object.fromEntries(
      Object.entries(service.environment).map(([name, value]) => [name, stands[name] ?? interpolate(value)]),
    );
  };
  const launch = (name: string, env: Readonly<Record<string, string>> = {}) => {
    const [command, ...args] = services[name]!.command!;
    expect(command).toBe('node');
    // The key that the tests ask with lies where the user of the services cannot read.
    const service = { OWNER_KEY_FILE: '', ...toEnvironment(services[name]!), ...env };
    const [temporary] = tmpfsOf(services[name]!);
    const confinement = { SIZE: temporary!.size, TMPDIR: folder, AS: isReadable ? String(user.uid) : '0' };
    const launched = canConfine
      ? startCommand('unshare', ['--mount', 'sh', '-c', confine, 'sh', process.execPath, ...args], {
          cwd: root,
          env: { ...service, ...confinement },
        })
      : startCommand(process.execPath, args, { cwd: root, env: service });
    running.push(launched);
    return launched;
  };
  const start = async (name: string) => {
    const started = launch(name);
    const [, url] = await started.waitFor(/ is at (http\S+)/);
    return { ...started, url: url! };
  };
  const stop = async (commands: readonly RunningCommand[]) => {
    for (const { child, ended } of commands) {
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  };
  const query = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const issueOwnerKey = async () => {
    const pool = new pg.Pool({ connectionString: database.url });
    await keepOwnerKey(pool, process.env['OWNER_KEY_FILE']!).finally(() => pool.end());
  };
  const isHealthy = async (name: string, url: string) => {
    const [, , ...args] = services[name]!.healthcheck.test;
    const env = { ...process.env, PORT: new URL(url).port };
    return promisify(execFile)(process.execPath, args, { env }).then(
      () => true,
      () => false,
    );
  };
  const becomesHealthy = async (name: string, url: string) => {
    for (let i = 0; i < 60 && !(await isHealthy(name, url)); i += 1) await sleep(500);
    expect([name, await isHealthy(name, url)]).toEqual([name, true]);
  };

  it('become healthy, and take a reply from one end to the other with two aggregators', async () => {
    const ingest = await start('ingest');
    await becomesHealthy('ingest', ingest.url);
    await issueOwnerKey();
    const aggregators = [await start('aggregator'), await start('aggregator')];
    for (const { url } of aggregators) await becomesHealthy('aggregator', url);
    const api = await start('api');
    const post = async (path: string, body: unknown) => {
      const answer = await fetch(`${ingest.url}/v1/rounds${path}`, {
        method: 'POST',
        headers: { ...ownerHeaders(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(201);
      return (await answer.json()) as { token: string };
    };
    await post('', JSON.parse(await readFile(join(root, 'data/ecosoc-2006-27/2008/round.json'), 'utf8')));
    const { token } = await post(
      '/ecosoc-2006-27/2008/replies',
      JSON.parse(await readFile(join(root, 'data/ecosoc-2006-27/2008/SV.json'), 'utf8')),
    );
    const answer = await fetch(
      `${api.url}/v1/trends?respondent=SV&indicator=persons-prosecuted&wait=${token}`,
    );
    const { series } = (await answer.json()) as { series: { years: { value: number }[] }[] };
    expect(series[0]!.years.map(({ value }) => value)).toEqual([18, 37, 6]);
    // An upload needs the temporary folder, the only one that can be written to; a report is made in another
    // process.
    const uploaded = await fetch(
      `${ingest.url}/v1/imports?collection=unodc-glotip&round=2023&received=2023-05-30`,
      {
        method: 'POST',
        headers: { ...ownerHeaders(), 'content-type': 'text/csv' },
        body: await readFile(join(root, 'data/samples/unodc-glotip-sample.csv')),
      },
    );
    expect([uploaded.status, await uploaded.json()]).toMatchObject([200, { stored: expect.any(Number) }]);
    const report = await fetch(`${api.url}/v1/rounds/ecosoc-2006-27/2008/report?format=pdf&asOf=2008-01-24`);
    expect([report.status, (await report.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(await readdir(folder)).toEqual([]);
    await becomesHealthy('api', api.url);
    await stop([api, ...aggregators, ingest]);
  }, 180_000);

  it('start although an event could not be applied: what api waits for is healthy, and api answers', async () => {
    await query("INSERT INTO tables.dead_letters (position, stream, reason) VALUES (1, 's', 'r')");
    const started = [];
    for (const name of awaited) {
      const service = await start(name);
      await becomesHealthy(name, service.url);
      started.push(service);
    }
    const aggregator = started[awaited.indexOf('aggregator')]!;
    expect((await fetch(`${aggregator.url}/health/ready`)).status).toBe(503);
    const api = await start('api');
    const answer = await fetch(`${api.url}/v1/rounds`);
    expect([answer.status, answer.headers.has('rapporteur-degraded')]).toEqual([200, true]);
    await stop([api, ...started.reverse()]);
  }, 180_000);

  it('start although the tables are being rebuilt: api answers from the old ones meanwhile', async () => {
    holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('UPDATE tables.made_for SET version = version - 1');
    await holder.query('BEGIN; LOCK TABLE tables.made_for');
    const ingest = await start('ingest');
    const port = await findFreePort();
    const aggregator = launch('aggregator', { PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    await becomesHealthy('aggregator', url);
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({
      ready: false,
      reasons: ['the tables are being rebuilt'],
    });
    const api = await start('api');
    expect((await fetch(`${api.url}/v1/rounds`)).status).toBe(200);
    await holder.query('ROLLBACK');
    await aggregator.waitFor(/ is at /);
    const isReady = async () => (await fetch(`${url}/health/ready`)).ok;
    for (let i = 0; i < 60 && !(await isReady()); i += 1) await sleep(500);
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ ready: true, reasons: [] });
    await stop([api, aggregator, ingest]);
  }, 180_000);
});
