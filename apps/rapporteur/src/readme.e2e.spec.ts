/** Compares the documents with the running product: commands, answers, addresses, variables, options, links. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCommand, type RunningCommand } from '@rapporteur/testing';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findReads, listenBetween, nameRead } from './reads-for-tests.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const shownUrl = 'http://127.0.0.1:3000';
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !/[\\/]node_modules|[\\/]dist[\\/]/.test(path));

interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  /** Whether this block directly follows the one before, with only a line's end between them. */
  readonly follows: boolean;
}
interface Step {
  readonly name: string;
  readonly command: string;
  readonly answer: Block | undefined;
}
interface Document {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Inline code, and the lines of all blocks. */
  readonly code: readonly string[];
}

function readDocument(path: string): Document {
  const text = read(path);
  const fence = /^```(\w*)\n(.*?)^```$/gms;
  let end = -1;
  const blocks = [...text.matchAll(fence)].map((match): Block => {
    const follows = end >= 0 && text.slice(end, match.index).trim() === '';
    end = match.index + match[0].length;
    const line = text.slice(0, match.index).split('\n').length;
    return { language: match[1]!, text: match[2]!, line, follows };
  });
  const inline = [...text.replace(fence, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
  return { path, text, blocks, code: [...inline, ...blocks.flatMap((block) => block.text.split('\n'))] };
}

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'GLOSSARY.md',
  ...filesIn('docs', '.md'),
].map(readDocument);
const readme = documents[0]!;
const isForTerminal = (command: string) => /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node|docker)(?: |$)/.test(command);
const allCode = documents.flatMap(({ code }) => code);
const stepsOf = ({ path, blocks }: Document) =>
  blocks.flatMap(({ language, text, line }, i): Step[] => {
    if (language !== 'sh' || text.split('\n').filter(Boolean).every(isForTerminal)) return [];
    const next = blocks[i + 1];
    const answer = next?.follows && ['json', 'csv', 'text'].includes(next.language) ? next : undefined;
    return [{ name: `${path}:${line}`, command: text, answer }];
  });
const steps = documents.flatMap(stepsOf);

const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl)
  process.stderr.write('The commands of the documents are not run: there is no curl on the PATH.\n');
const itWithCurl = hasCurl || process.env['CI'] ? it : it.skip;

let folder: string;
let running: RunningCommand;
let url: string;

let between: Awaited<ReturnType<typeof listenBetween>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-readme-'));
  // The commands are those of a reader who stands in the checkout.
  symlinkSync(join(root, 'data'), join(folder, 'data'));
  running = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    // The documents name the owner's key where npm start puts it.
    env: { DATA_DIR: join(folder, '.data'), OWNER_KEY_FILE: '', PORT: '0' },
  });
  [, url = ''] = await running.waitFor(/Rapporteur is at (\S+)/);
  between = await listenBetween(url);
}, 60_000);
afterAll(async () => {
  between.close();
  running.child.kill('SIGTERM');
  await running.ended;
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** Runs a block as a reader's shell would, in a folder of its own. Out: what it prints. */
const runShell = (command: string) =>
  new Promise<string>((done, fail) =>
    execFile(
      'sh',
      ['-e', '-c', command.replaceAll(shownUrl, between.url)],
      { cwd: folder, timeout: 20_000 },
      (error, stdout) => (error ? fail(error) : done(stdout)),
    ),
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** In: an answer, and what is shown of it. Out: the answer with "…" for the rest of a list where what is shown has "…". */
function leaveOut(answer: unknown, shown: unknown): unknown {
  if (Array.isArray(answer) && Array.isArray(shown)) {
    const isCut = shown.at(-1) === '…' && answer.length >= shown.length;
    const kept: unknown[] = isCut ? [...(answer as unknown[]).slice(0, shown.length - 1), '…'] : answer;
    return kept.map((item, i) => leaveOut(item, shown[i]));
  }
  if (!isObject(answer) || !isObject(shown) || Array.isArray(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, leaveOut(value, shown[name])]),
  );
}

describe('the commands in the documents', () => {
  it('are found', () => {
    expect(stepsOf(readme).filter(({ answer }) => answer).length).toBeGreaterThanOrEqual(8);
  });

  for (const { name, command, answer } of steps)
    itWithCurl(`answer as shown: ${name}`, async () => {
      const before = between.asked.length;
      const printed = await runShell(command);
      const shown = answer?.language === 'json' ? (JSON.parse(answer.text) as { status?: number }) : {};
      // A refusal is shown on purpose where the answer in the document has its status.
      const refused = between.asked
        .slice(before)
        .filter(({ status }) => status >= 400 && status !== shown.status);
      expect(refused).toEqual([]);
      if (answer?.language === 'json') expect(leaveOut(JSON.parse(printed), shown)).toMatchObject(shown);
      else if (answer) expect(printed.replaceAll('\r\n', '\n').trim()).toBe(answer.text.trim());
      else expect(printed).not.toContain('"type":"/problems/');
    });

  it.each([
    ['/v1/documents', '/v1/documents'],
    ['/v1/documents/8bf7', '/v1/documents/{document}'],
    ['/v1/documents/8bf7/text/1', undefined],
    ['/v1/documents/2008/report', '/v1/documents/{document}/report'],
    ['/v1/documents/c/2008', '/v1/documents/{collection}/{round}'],
    ['/sdmx/v1/data/FIGURES/A.SV', '/sdmx/v1/data/*'],
    ['/sdmx/v1/database', undefined],
    ["/odata/v4/Trends('a.b')", '/odata/v4/{set}({key})'],
    ['/odata/v4/Trends', '/odata/v4/Trends'],
  ])('are of one address each: %s', (path, read) => {
    const reads = [
      '/v1/documents/{collection}/{round}',
      '/v1/documents/{document}/report',
      '/v1/documents/{document}',
      '/v1/documents',
      '/sdmx/v1/data/*',
      '/odata/v4/{set}({key})',
      '/odata/v4/Trends',
    ];
    expect(nameRead(reads, path)).toBe(read);
  });

  itWithCurl('read every address that there is to read', async () => {
    const reads = await findReads(url);
    const seen = between.asked
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => nameRead(reads, path));
    expect(reads.filter((read) => !seen.includes(read))).toEqual([]);
    expect(reads.length).toBeGreaterThan(70);
  });

  it('that start something name scripts, files and options that there are', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
    const takers = [
      ...filesIn('tools', '.mjs'),
      ...filesIn('apps', 'main.ts'),
      ...filesIn('apps/rapporteur/src/cli', '.ts'),
    ]
      .map(read)
      .join('\n');
    const commands = allCode.filter(isForTerminal).map((line) => line.replace(/^(?:[A-Z_]+=\S+ )+/, ''));
    const missing = commands.flatMap((command) => {
      const [program, first = '', second = ''] = command.split(' ');
      const script = first === 'run' ? second : first;
      const options = program === 'docker' ? [] : (command.match(/--[a-z-]+/g) ?? []);
      return [
        ...(program === 'npm' && !(script in scripts) ? [command] : []),
        ...(program === 'node' && !existsSync(join(root, first)) ? [command] : []),
        ...options.filter((option) => !takers.includes(option)).map((option) => `${command}: ${option}`),
      ];
    });
    expect(missing).toEqual([]);
    expect(commands).toEqual(expect.arrayContaining(['npm start', 'npm test']));
  });
});

interface OpenApi {
  readonly paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
}
const toPattern = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
const readOpenApi = async () => {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters }]) => {
      // A round is one segment with its slash encoded, or two; the documents show two.
      const shown = path.replace('/v1/rounds/{id}', '/v1/rounds/{collection}/{round}');
      const query = parameters.filter((p) => p.in === 'query').map(({ name }) => name);
      return { method: method.toUpperCase(), path: shown, pattern: toPattern(shown), query };
    }),
  );
};
const mentioned = allCode.flatMap((code) =>
  [...code.matchAll(/\b(GET|POST) (\/[\w/{}:.-]*)/g)].map(([, method, path]) => ({
    method: method!,
    path: path!,
  })),
);

describe('the addresses in the documents', () => {
  it('are all there are', async () => {
    const routes = await readOpenApi();
    const isMentioned = ({ method, pattern }: (typeof routes)[number]) =>
      mentioned.some((m) => m.method === method && pattern.test(m.path));
    expect(routes.length).toBeGreaterThan(10);
    expect(
      routes.filter((route) => !isMentioned(route)).map(({ method, path }) => `${method} ${path}`),
    ).toEqual([]);
  });

  it('exist', async () => {
    const routes = await readOpenApi();
    const missing: string[] = [];
    for (const { method, path } of mentioned) {
      const isRoute = routes.some((route) => route.method === method && route.pattern.test(path));
      if (!isRoute && (method !== 'GET' || !(await fetch(url + path)).ok)) missing.push(`${method} ${path}`);
    }
    expect(missing).toEqual([]);
  });

  it('are asked with parameters that they take', async () => {
    const routes = await readOpenApi();
    const urls = documents.flatMap(
      ({ text }) => text.match(/http:\/\/127\.0\.0\.1:3000\/v1[^\s"'`)]*/g) ?? [],
    );
    const wrong = urls.filter((shown) => {
      const { pathname, searchParams } = new URL(shown);
      const path = pathname.replace('%2F', '/');
      const query = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.query);
      return [...searchParams.keys()].some((name) => !query.includes(name));
    });
    expect(urls.length).toBeGreaterThan(8);
    expect(wrong).toEqual([]);
  });
});

describe('the variables in the documents', () => {
  it('are those of the command', () => {
    const help = spawnSync(process.execPath, ['apps/rapporteur/dist/main.js', 'start', '--help'], {
      cwd: root,
    });
    const told = [...help.stdout.toString().matchAll(/^ {2}([A-Z_]+)(?: |$)/gm)].map(([, name]) => name);
    const shown = [...readme.text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(shown).toEqual(told);
    expect(shown).toContain('DATA_DIR');
  });

  it('are read somewhere', () => {
    const sources = [...filesIn('apps', '.ts'), ...filesIn('libs', '.ts'), ...filesIn('tools', '.mjs')]
      .filter((path) => !path.endsWith('readme.e2e.spec.ts'))
      // The variables of OpenTelemetry are read by its SDK.
      .concat(filesIn('node_modules/@opentelemetry', '.js').filter((path) => path.includes('build/src')))
      .map(read)
      .join('\n');
    // An answer has names of its own.
    const answers = new Set(steps.flatMap(({ answer }) => answer?.text.split('\n') ?? []));
    const told = allCode.filter((code) => !answers.has(code));
    const names = told.flatMap((code) => code.match(/\b[A-Z]+(?:_[A-Z]+)+\b|\b[A-Z]{3,}(?==)/g) ?? []);
    const compose = read('docker-compose.yml');
    const isRead = (name: string) =>
      [`'${name}'`, `env.${name}`].some((use) => sources.includes(use)) || compose.includes(`\${${name}:`);
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !isRead(name))).toEqual([]);
  });
});

describe('the places in the documents', () => {
  it('exist', () => {
    const missing = documents.flatMap(({ path, text, code }) => {
      const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to]) =>
        join(dirname(path), to!),
      );
      const files = code.filter((span) => /^(?:apps|libs|docs|tools|data)\/[\w./-]+$/.test(span));
      return [...links, ...files]
        .filter((place) => !existsSync(join(root, place)))
        .map((place) => `${path}: ${place}`);
    });
    expect(missing).toEqual([]);
  });

  it('say which Node is needed as package.json does', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(readme.text).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
  });
});
