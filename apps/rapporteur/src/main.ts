/** `npm start`: everything in one process, with the 2008 round loaded, and where to look. */
import { fileURLToPath } from 'node:url';
import { loadRound, mustLoad, RECORDING, registry, type Recording } from '@rapporteur/ingest';
import { logUsage, traceUsage } from '@rapporteur/http';
import { poolOf } from '@rapporteur/postgres';
import { printTable } from './print-table.js';
import { startRapporteur, type Rapporteur } from './start-rapporteur.js';

const usage = `npm start: Rapporteur in one process, with a PostgreSQL of its own

Environment:
  PORT          port to listen on; when not given 3000 or the next free one
  HOST          address to listen on (127.0.0.1)
  DATA_DIR      folder for the data (.data)
  DATABASE_URL  a PostgreSQL of your own instead: postgres://user:password@host:5432/database
${logUsage('warn')}
${traceUsage()}
`;

const round2008 = fileURLToPath(new URL('../../../data/ecosoc-2006-27/2008', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

function showProgress(done: number, of: number): void {
  const bar = '█'.repeat(Math.round((done / of) * 24)).padEnd(24, '·');
  const line = `Loading the 2008 round ${bar} ${done}/${of}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === of ? '\n' : ''}`);
  else if (done === of) say(line);
}

async function loadFirstRound({ app, database }: Rapporteur): Promise<string | undefined> {
  if (!(await mustLoad(poolOf(database), round2008, !process.env['DATABASE_URL']))) return undefined;
  const recording = app.get<Recording>(RECORDING, { strict: false });
  return loadRound(
    recording,
    { ...registry, today: new Date().toISOString().slice(0, 10) },
    round2008,
    showProgress,
  );
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    say(usage);
    return;
  }
  const running = startRapporteur(process.env, say);
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(`\n${signal}: stopping`);
    const rapporteur = await running.catch(() => undefined);
    const failure = await rapporteur?.close().catch((error: Error) => error);
    say(failure ? `Stopped, but not in order: ${failure.message}` : 'Stopped. The data is kept.');
    process.exit(failure ? 1 : 0);
  };
  process.on('SIGINT', () => void stop('SIGINT')).on('SIGTERM', () => void stop('SIGTERM'));
  const rapporteur = await running;
  const token = await loadFirstRound(rapporteur);
  if (stopping) return;
  const { url } = rapporteur;
  const wait = token ? `&wait=${token}` : '';
  const answer = await fetch(`${url}/v1/trends?respondent=SV&collection=ecosoc-2006-27${wait}`);
  const { series = [] } = (await answer.json()) as { series?: Parameters<typeof printTable>[0] };
  say(`\nRapporteur is at ${url}`);
  say(`  the page       ${url}/`);
  say(`  documentation  ${url}/docs`);
  say(`  trend tables   ${url}/v1/trends?respondent=SV`);
  say(`  the round      ${url}/v1/rounds/ecosoc-2006-27/2008\n`);
  say(printTable(series));
  say('Ctrl-C stops it; the data is kept.');
}

main().catch((error: Error) => {
  process.stderr.write(`\nRapporteur did not start: ${error.message}\n`);
  process.exit(1);
});
