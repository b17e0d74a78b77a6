/**
 * `npm start`: runs everything in one process, loads the 2008 round before the first request is answered, and
 * prints the addresses.
 */
import { fileURLToPath } from 'node:url';
import { loadRound, mustLoad, RECORDING, registry, type Recording } from '@rapporteur/ingest';
import { auditUsage, makeLink, oidcUsage, owner, sessionUsage, toLink } from '@rapporteur/access';
import { webhooksUsage } from '@rapporteur/api';
import {
  giveBackMemory,
  hostsUsage,
  limitsUsage,
  logUsage,
  traceUsage,
  readingUsage,
} from '@rapporteur/http';
import { poolOf, ServerLost } from '@rapporteur/postgres';
import type { Command } from 'commander';
import { ownerKeyPath } from '../data-folder.js';
import { printTable } from '../print-table.js';
import { startRapporteur, type Composed, type Rapporteur } from '../start-rapporteur.js';
import { makeLine, toBar } from './progress.js';

export const define = (command: Command): void =>
  void command
    .description('Rapporteur in one process, with a PostgreSQL of its own.')
    .addHelpText(
      'after',
      `
Environment:
  PORT          port to listen on; when not given 3000 or the next free one
  HOST          address to listen on (127.0.0.1)
  DATA_DIR      folder for the data (.data)
  DATABASE_URL  a PostgreSQL of your own instead: postgres://user:password@host:5432/database
  OWNER_KEY_FILE the file of the owner's key, made where it is missing (owner.key in DATA_DIR)
${readingUsage()}
${sessionUsage()}
${auditUsage()}
${limitsUsage()}
${oidcUsage()}
${hostsUsage()}
${webhooksUsage()}
${logUsage('warn')}
${traceUsage()}

Exit status: 0 stopped; 1 did not start, or not stopped in order; 3 its PostgreSQL is gone and cannot be brought back`,
    )
    .action(start);

/** The exit status when the PostgreSQL that the process started is gone and cannot be started again. */
const lostStatus = 3;

const round2008 = fileURLToPath(new URL('../../../../data/ecosoc-2006-27/2008', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Loads the round into an empty store, or continues a load that broke off. Errors: aborted, between two replies. */
async function loadFirstRound({ app, database }: Composed, signal: AbortSignal): Promise<void> {
  if (!(await mustLoad(poolOf(database), round2008, !process.env['DATABASE_URL']))) return;
  const recording = app.get<Recording>(RECORDING, { strict: false });
  const today = new Date().toISOString().slice(0, 10);
  const show = makeLine({ plainEveryMs: Infinity });
  await loadRound(recording, { ...registry, today }, round2008, (done, of) => {
    signal.throwIfAborted();
    show(() => `Loading the 2008 round ${toBar(done, of)} ${done}/${of}`, done === of);
  });
}

/** Tells whoever started it how to sign in, and where the key for programs is. */
async function saySignIn({ database, url }: Rapporteur): Promise<void> {
  const making = makeLink(poolOf(database), owner, { purpose: 'sign-in', madeBy: 'rapporteur' });
  const link = await making.then(
    ({ secret }) => toLink(url, secret),
    (error: Error) => `none could be made (${error.message}); the next start prints one`,
  );
  say(
    '\nWhoever changes anything must sign in. This link signs you in as the owner: once, within ten minutes.',
  );
  say(`  the link       ${link}`);
  say(`  for programs   the key in ${ownerKeyPath(process.env)}\n`);
}

/** Starts everything, stops it in order on a signal, and then ends the process. Errors: why it did not start. */
async function start(): Promise<never> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const beforeListening = (composed: Composed) => loadFirstRound(composed, signal);
  const running = startRapporteur(process.env, say, { beforeListening, signal });
  const stop = async (why: string, status: number) => {
    if (signal.aborted) return;
    stopping.abort();
    say(`\n${why}`);
    const rapporteur = await running.catch(() => undefined);
    const failure = await rapporteur?.close().catch((error: Error) => error);
    if (status) process.exit(status);
    say(failure ? `Stopped, but not in order: ${failure.message}` : 'Stopped. The data is kept.');
    process.exit(failure ? 1 : 0);
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => void stop(`${name}: stopping`, 0));
  const rapporteur = await running.catch((error: Error) => {
    // Stopped by a signal during the start: `stop` above prints the end and ends the process.
    if (signal.aborted) return new Promise<never>(() => undefined);
    if (!(error instanceof ServerLost)) throw error;
    process.stderr.write(`\nRapporteur did not start: ${error.message}\n`);
    process.exit(lostStatus);
  });
  void rapporteur.lost.then((error) => stop(error.message, lostStatus));
  const { url } = rapporteur;
  const series = await fetch(`${url}/v1/trends?respondent=SV&collection=ecosoc-2006-27`).then(
    async (answer) => ((await answer.json()) as { series?: Parameters<typeof printTable>[0] }).series ?? [],
    () => [],
  );
  say(`\nRapporteur is at ${url}`);
  say(`  the page       ${url}/`);
  say(`  documentation  ${url}/docs`);
  say(`  trend tables   ${url}/v1/trends?respondent=SV`);
  say(`  the round      ${url}/v1/rounds/ecosoc-2006-27/2008`);
  await saySignIn(rapporteur);
  say(printTable(series));
  giveBackMemory();
  say('Ctrl-C stops it; the data is kept.');
  return new Promise<never>(() => undefined);
}
