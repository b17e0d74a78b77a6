/** Files of commands that are given as an address of the web: downloaded first, and read as any other file. */
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeLine } from './progress.js';
import { toPath } from './to-path.js';

/** Asked for in this order; a service that knows none of these may answer what it has. */
const accept = [
  'application/vnd.sdmx.data+csv;version=2.0.0',
  'application/vnd.sdmx.data+csv;version=1.0.0;q=0.9',
  'application/vnd.sdmx.structurespecificdata+xml;version=2.1;q=0.8',
  'application/vnd.sdmx.genericdata+xml;version=2.1;q=0.7',
  'text/csv;q=0.6',
  '*/*;q=0.1',
].join(', ');

/** How long a service may say nothing (ms): a large selection may take minutes before its first byte. */
const longestSilence = 300_000;

/** Whether what was given for a file is an address. */
export const isAddress = (given: string): boolean => /^https?:\/\//i.test(given);

/** What an event may hold as the name of a file (characters). */
const longestName = 200;

/**
 * What a publication is called: the name of its file, or the address, less parameters that may be somebody's key, for
 * a name is shown to everybody.
 */
export function nameOfFile(given: string): string {
  if (!isAddress(given) || !URL.canParse(given)) return basename(given);
  const url = new URL(given);
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (/key|token|secret|passw|signature/i.test(name)) url.searchParams.delete(name);
  return url.href.length > longestName ? `${url.href.slice(0, longestName - 1)}…` : url.href;
}

export interface FetchOptions {
  /** Nothing is shown but errors. */
  readonly quiet: boolean;
  /** How long the service may say nothing (ms); 5 minutes. */
  readonly silence?: number;
}

/**
 * Runs work with the path of a file. What stands at an address is downloaded into a folder of its own, which is removed
 * after the work. Errors: there is no such file; the address is not taken (http to another machine, a password in
 * it); nothing answers, or too late; what the service refuses; a page of the web instead of data; an answer that breaks
 * off.
 */
export async function withFile<T>(
  given: string,
  options: FetchOptions,
  work: (path: string) => Promise<T>,
): Promise<T> {
  if (!isAddress(given)) {
    const path = toPath(given);
    if (!existsSync(path)) throw new Error(`There is no file ${path}.`);
    return work(path);
  }
  const url = checkAddress(given);
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-fetched-'));
  try {
    const path = join(folder, 'file');
    await download(url, path, options);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function checkAddress(address: string): URL {
  if (!URL.canParse(address)) throw new Error(`${address} is no address.`);
  const url = new URL(address);
  if (url.username || url.password)
    throw new Error(
      'An address with a name or password in it is not taken, for it would be kept with the figures. Download the file, and import that.',
    );
  refuseOpen(url);
  url.hash = '';
  return url;
}

/** Figures that may be changed on their way are not taken; those of this machine do not leave it. */
function refuseOpen({ protocol, hostname, href }: URL): void {
  if (protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) return;
  throw new Error(`${href} is not https: what it answers may be changed on its way. Use https.`);
}

async function download(url: URL, path: string, { quiet, silence = longestSilence }: FetchOptions) {
  const control = new AbortController();
  const timer = setTimeout(
    () => control.abort(new Error(`nothing came for ${Math.round(silence / 1000)} seconds`)),
    silence,
  );
  const fail = (error: Error): never => {
    const { message } =
      (control.signal.reason as Error | undefined) ?? (error.cause as Error | undefined) ?? error;
    throw new Error(`${url.href} does not answer: ${message}`);
  };
  try {
    const answer = await ask(url, control.signal).catch(fail);
    await refuseOthers(url, answer);
    const show = showBytes(quiet, answer);
    let bytes = 0;
    const count = new Transform({
      transform(chunk: Buffer, _, done) {
        timer.refresh();
        show((bytes += chunk.length), false);
        done(null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(answer.body as never), count, createWriteStream(path)).catch(
      (error: Error) => {
        if ((error as { syscall?: string }).syscall === 'write') throw error;
        throw new Error(
          `${url.href} broke off after ${toMegabytes(bytes)} MB${control.signal.aborted ? `, because ${(control.signal.reason as Error).message}` : ''}; nothing was imported. Run the same command again.`,
          { cause: error },
        );
      },
    );
    show(bytes, true);
  } finally {
    clearTimeout(timer);
  }
}

/** Follows where an address has moved to, each step of it checked. */
async function ask(url: URL, signal: AbortSignal, moves = 10): Promise<Response> {
  const answer = await fetch(url, { headers: { accept }, redirect: 'manual', signal });
  const moved = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
  if (!moved) return answer;
  if (moves === 0) throw new Error('it leads from one address to the next, more than ten times');
  const next = new URL(moved, url);
  refuseOpen(next);
  return ask(next, signal, moves - 1);
}

/** Errors: the service refuses, with what it says; it answers a page for people. */
async function refuseOthers({ href }: URL, answer: Response): Promise<void> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.ok && answer.body && !/^text\/html|^application\/xhtml/.test(type)) return;
  if (answer.ok)
    throw new Error(
      answer.body
        ? `${href} is a page for people (${type}), not a file: give the address of the data themselves.`
        : `${href} answered nothing (${answer.status} ${answer.statusText}): it has no data for this selection.`,
    );
  const said = (await answer.text().catch(() => ''))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const other =
    answer.status === 406
      ? ' It has none of the kinds that are asked for (SDMX-CSV, SDMX-ML, CSV): many services take the kind in the address, such as ?format=csv.'
      : '';
  throw new Error(
    `${href} answered ${answer.status} ${answer.statusText}.${other}${said ? `\nIt said: ${said.slice(0, 500)}` : ''}`,
  );
}

const toMegabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Out: a function that shows how much has come, of how much where the service says so. */
function showBytes(quiet: boolean, answer: Response): (bytes: number, isLast: boolean) => void {
  if (quiet) return () => undefined;
  const told = answer.headers.get('content-encoding') ? null : answer.headers.get('content-length');
  const of = told ? ` of ${toMegabytes(Number(told))}` : '';
  const tell = makeLine({ plainEveryMs: 5000, drawnEveryMs: 200 });
  return (bytes, isLast) => tell(() => `Downloading ${toMegabytes(bytes)}${of} MB`, isLast);
}
