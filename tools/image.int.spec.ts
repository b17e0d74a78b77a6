/** The commands of a running container, in a folder laid out as the Dockerfile lays out its image. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@rapporteur/testing';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: true; readonly link?: true; readonly resolved?: string }>
  >;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const readText = (name: string) => readFile(join(root, name), 'utf8');

/** The environment of the image: the names and values after ENV. */
const environment = Object.fromEntries(
  [...(await readText('Dockerfile')).matchAll(/^ENV (.*)$/gm)]
    .flatMap(([, pairs]) => pairs!.split(' '))
    .map((pair) => pair.split('=') as [string, string]),
);

/** The patterns of .dockerignore, for paths from the root. */
async function readIgnored(): Promise<RegExp[]> {
  const patterns = (await readText('.dockerignore')).split('\n').filter((line) => /^[^#]/.test(line));
  return patterns.map((pattern) => {
    const text = pattern
      .split('**/')
      .map((part) => part.replace(/[.{}]/g, '\\$&').replaceAll('*', '[^/]*'))
      .join('(?:.*/)?');
    return new RegExp(`^${text}(?:/|$)`);
  });
}

/** `COPY . .`: everything but what .dockerignore names. */
async function copySources(app: string): Promise<void> {
  const ignored = await readIgnored();
  // Left out: boundaries.spec.ts makes and removes its probe files at the same time.
  const isCopied = (path: string) =>
    !ignored.some((pattern) => pattern.test(path)) && !basename(path).startsWith('boundary-probe-');
  await cp(root, app, { recursive: true, filter: (path) => isCopied(relative(root, path)) });
}

/** `tsc` of the Dockerfile, with all packages of the lock file, and our own packages as they were copied. */
async function build(app: string): Promise<void> {
  const [, project] = /tsc -b (\S+) /.exec(await readText('Dockerfile'))!;
  const packages = join(app, 'node_modules');
  await mkdir(packages);
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== '@rapporteur') await symlink(join(root, 'node_modules', name), join(packages, name));
  await mkdir(join(packages, '@rapporteur'));
  for (const folder of ['libs', 'apps'])
    for (const name of await readdir(join(app, folder)))
      await symlink(join(app, folder, name), join(packages, '@rapporteur', name));
  const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-b', project!], {
    cwd: app,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The image cannot be built:\n${stdout}`);
  await rm(packages, { recursive: true });
}

/** `npm ci` and `npm prune --omit=dev`: the packages of the lock file that are not for development. */
async function copyPackages(app: string): Promise<void> {
  const { packages } = JSON.parse(await readText('package-lock.json')) as Lock;
  for (const [path, { dev, link, resolved }] of Object.entries(packages)) {
    const isOutermost = path.lastIndexOf('node_modules/') === 0;
    if (!isOutermost || dev) continue;
    const place = join(app, path);
    await mkdir(dirname(place), { recursive: true });
    // A link is made only where its target was copied.
    if (link) {
      if (existsSync(join(app, resolved!))) await symlink(relative(dirname(path), resolved!), place);
    }
    // Packages for other systems are in the lock file, but are not installed here.
    else if (existsSync(join(root, path)) && !linkFiles(join(root, path), place))
      await cp(join(root, path), place, { recursive: true });
  }
}

/** The same files under another name, without a second copy of some 500 MB. Out: whether this system and these disks can. */
const linkFiles = (from: string, to: string): boolean =>
  spawnSync('cp', ['--archive', '--link', from, to], { stdio: 'ignore' }).status === 0;

/** The user `node` of the image, which does not own the files. */
const user = { uid: 1000, gid: 1000 };
const canBeUser =
  process.getuid?.() === 0 && spawnSync(process.execPath, ['--version'], { cwd: '/', ...user }).status === 0;

describe('in the image', () => {
  let folder: string;
  let database: TestDatabase;
  const app = () => join(folder, 'app');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-image-'));
    await chmod(folder, 0o755);
    await copySources(app());
    await build(app());
    await copyPackages(app());
    const home = join(folder, 'home');
    await mkdir(home);
    if (canBeUser) await chown(home, user.uid, user.gid);
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }), 60_000);
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  /** `docker compose exec SERVICE npm run …`. */
  const npmRun = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', ...args], {
      cwd: app(),
      env: {
        PATH: process.env['PATH'],
        HOME: join(folder, 'home'),
        npm_config_update_notifier: 'false',
        ...environment,
        DATABASE_URL: database.url,
      },
      encoding: 'utf8',
      ...(canBeUser ? user : {}),
    });
    return { status, output: stdout + stderr };
  };

  it('is the product, and nothing that measures or tests it', async () => {
    const files = (await readdir(app(), { recursive: true })).filter(
      (path) => !path.startsWith('node_modules'),
    );
    const ofTests =
      /\.spec\.|(?:^|\/)(?:fuzz|harness|e2e|samples|__snapshots__|bench|chaos|testing)\/|-for-tests|examples\.|jest|-test-/;
    // A sample publication is allowed: it is for people who try the import.
    const isOfTests = (path: string) => ofTests.test(path) && !path.startsWith('data/samples/');
    expect(files.filter(isOfTests)).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(
        ['ingest', 'aggregator', 'api', 'rapporteur'].map((name) => `apps/${name}/dist/main.js`),
      ),
    );
    const links = await readdir(join(app(), 'node_modules/@rapporteur'));
    expect(links).toContain('domain');
    expect(links.filter((name) => ['testing', 'bench', 'chaos'].includes(name))).toEqual([]);
  });

  it('dead letters are listed and discarded', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `INSERT INTO log (position, id, stream, version, type, schema_version, key, partition, data, meta)
         VALUES (7, gen_random_uuid(), 's', 1, 'T', 1, 's', 0, '{}', '{}');
       INSERT INTO tables.dead_letters (position, stream, reason) VALUES (7, 's', 'r')`,
    );
    await client.end();
    expect(npmRun('dead-letters', '--', 'list')).toEqual({
      status: 1,
      output: expect.stringMatching(/^7 .* s\n {4}r\n1 dead letters, 0 discarded\.$/m),
    });
    expect(npmRun('dead-letters', '--', 'discard', '7')).toMatchObject({ status: 0 });
    expect(npmRun('dead-letters', '--', 'list')).toMatchObject({ status: 0 });
  }, 120_000);

  it('the tables are verified and rebuilt', () => {
    expect(npmRun('verify')).toEqual({
      status: 0,
      output: expect.stringContaining('the tables are the fold of the log'),
    });
    expect(npmRun('rebuild')).toEqual({
      status: 0,
      output: expect.stringContaining('Swapped in at position 0'),
    });
  }, 120_000);
});
