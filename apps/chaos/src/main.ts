/** `npm run chaos`: kills, stops and cuts off real processes while clients work, and checks that nothing was lost. */
import { findBroker } from '@rapporteur/testing';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toReport } from './outcome/print-result.js';
import { runChaos, type Progress } from './run-chaos.js';

const usage = `npm run chaos [-- OPTIONS]: an adversarial run of the real services, and whether everything held

  --seconds N                    how long faults fall (120)
  --seed N                       gives the schedule of the faults; the same seed, the same schedule (1)
  --transport kafka|embedded     through three brokers, or straight from PostgreSQL (kafka)
  --json FILE                    the result as JSON as well
  --logs DIR                     what each service writes, as a file each
  --help                         this text

It starts a PostgreSQL, three Kafka brokers, two ingests, three aggregators and two apis of its own, and leaves nothing.
Exit status 0: everything held; 1: something did not, and what; 2: it could not be run.
docs/chaos.md says what it does and how to read it.
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '120' },
      seed: { type: 'string', default: '1' },
      transport: { type: 'string', default: 'kafka' },
      json: { type: 'string' },
      logs: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { transport } = values;
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!Number.isInteger(seconds) || seconds < 5)
    throw new Error(`--seconds takes a whole number from 5 on.\n\n${usage}`);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
    throw new Error(`--seed takes a whole number from 0 to 4294967295.\n\n${usage}`);
  if (transport !== 'kafka' && transport !== 'embedded')
    throw new Error(`--transport takes kafka or embedded.\n\n${usage}`);
  const path = (given: string | undefined) => given && resolve(process.env['INIT_CWD'] ?? '.', given);
  return { ...values, seconds, seed, transport, json: path(values.json), logs: path(values.logs) } as const;
}

/** Every ten seconds, and on a terminal each second, drawn over itself. */
function showProgress({ second, seconds, commands, acknowledged, faults }: Progress): void {
  const { isTTY } = process.stdout;
  if (!isTTY && second % 10 !== 0) return;
  const bar = '█'.repeat(Math.min(24, Math.round((second / seconds) * 24))).padEnd(24, '·');
  const line = `${bar} ${second}/${seconds} s, ${commands} commands, ${acknowledged} acknowledged, ${faults} faults over`;
  process.stdout.write(isTTY ? `\r${line.padEnd(100)}${second >= seconds ? '\n' : ''}` : `${line}\n`);
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
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

main().then(
  (status) => process.exit(status),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);
