/** `npm run chaos`: kills, stops and cuts off real processes while clients work, and checks that nothing was lost. */
import { makeCommand } from '@rapporteur/rapporteur/make-command';
import { makeLine, toBar } from '@rapporteur/rapporteur/progress';
import { findBroker } from '@rapporteur/testing';
import { CommanderError } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { toReport } from './outcome/print-result.js';
import { runChaos, type Progress } from './run-chaos.js';

const command = makeCommand('npm run chaos')
  .usage('[-- OPTIONS]')
  .description('An adversarial run of the real services, and whether everything held.')
  .option('--seconds <N>', 'how long faults fall', '120')
  .option('--seed <N>', 'gives the schedule of the faults; the same seed, the same schedule', '1')
  .option('--transport <kafka|embedded>', 'through three brokers, or straight from PostgreSQL', 'kafka')
  .option('--json <FILE>', 'the result as JSON as well')
  .option('--logs <DIR>', 'what each service writes, as a file each')
  .addHelpText(
    'after',
    `
It starts a PostgreSQL, three Kafka brokers, two ingests, three aggregators and two apis of its own, and leaves nothing.
Exit status 0: everything held; 1: something did not, and what; 2: it could not be run.
docs/chaos.md says what it does and how to read it.`,
  )
  .action(async (values: Values) => void (process.exitCode = await run(readOptions(values))));

interface Values {
  readonly seconds: string;
  readonly seed: string;
  readonly transport: string;
  readonly json?: string;
  readonly logs?: string;
}

function readOptions(values: Values) {
  const { transport } = values;
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!Number.isInteger(seconds) || seconds < 5) command.error('--seconds takes a whole number from 5 on.');
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
    command.error('--seed takes a whole number from 0 to 4294967295.');
  if (transport !== 'kafka' && transport !== 'embedded')
    return command.error('--transport takes kafka or embedded.');
  const path = (given: string | undefined) => given && resolve(process.env['INIT_CWD'] ?? '.', given);
  return { seconds, seed, transport, json: path(values.json), logs: path(values.logs) } as const;
}

const tell = makeLine({ plainEveryMs: 0 });

/** Writes the progress every ten seconds; on a terminal every second. */
function showProgress({ second, seconds, commands, acknowledged, faults }: Progress): void {
  if (!process.stdout.isTTY && second % 10 !== 0) return;
  const line = `${toBar(second, seconds)} ${second}/${seconds} s, ${commands} commands, ${acknowledged} acknowledged, ${faults} faults over`;
  tell(() => line, second >= seconds);
}

/** Out: the exit status. */
async function run(options: ReturnType<typeof readOptions>): Promise<number> {
  if (options.transport === 'kafka') {
    const finding = await findBroker();
    if (!finding.found) throw new Error(`${finding.missing}\n--transport embedded does without.`);
  }
  if (options.logs) await mkdir(options.logs, { recursive: true });
  const breaking = new AbortController();
  process.once('SIGINT', () => breaking.abort()).once('SIGTERM', () => breaking.abort());
  const result = await runChaos({
    ...options,
    signal: breaking.signal,
    onStep: (step) => void process.stdout.write(`${step}\n`),
    onProgress: showProgress,
  });
  process.stdout.write(`\n${toReport(result)}\n`);
  if (options.json) await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`);
  return result.held ? 0 : 1;
}

command.parseAsync().then(
  () => process.exit(),
  (error: Error) => {
    // Commander has written its message already. Help that was asked for is no failure.
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);
