/** `npm run import`: uploads a publication to the running Rapporteur, or to one started for the purpose. */
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportReport } from '@rapporteur/ingest';
import type { Command } from 'commander';
import { dataPath } from '../data-folder.js';
import { counted } from './counted.js';
import { nameOfFile, withFile } from './fetch-file.js';
import { keyUsage, readKey } from './read-key.js';
import { showImport, type Phase } from './show-import.js';
import { showWithdrawals } from './show-withdrawals.js';
import { proposeToFile } from './propose-mapping.js';
import { defineUndo } from './undo-import.js';
import { defineWords } from './words/words.js';
import { reviewWords } from './words/review-words.js';
import { toPath } from './to-path.js';
import { toError, withServer } from './with-server.js';
import { WrongUsage } from './wrong-usage.js';

interface Options {
  readonly collection?: string;
  readonly round?: string;
  readonly received?: string;
  readonly mapping?: string;
  readonly refused?: string;
  readonly dryRun?: boolean;
  readonly acceptWithdrawals?: string;
  readonly partial?: boolean;
  readonly confirm?: string;
  readonly json?: boolean;
  readonly review?: boolean;
  readonly propose?: boolean;
}

export function define(command: Command): void {
  command
    .usage('-- FILE --collection CODE --round CODE --received YYYY-MM-DD')
    .description(
      `Imports a publication (.xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML, JSON-stat): one reply a respondent, in one round of the collection.
FILE may be an https address, too: it is downloaded first, and a service of SDMX is asked for SDMX-CSV.
The same file again changes nothing, and after a crash the same command goes on.`,
    )
    .argument('[file]', 'a file, or the https address of one')
    .option(
      '--collection <CODE>',
      'the source (unodc-glotip); data/CODE/mapping.json says how to read its files',
    )
    .option('--round <CODE>', 'the publication (2023)')
    .option('--received <DAY>', 'the day on which it was received (2023-05-30)')
    .option('--mapping <FILE>', 'another mapping')
    .option(
      '--propose',
      'write a first mapping for a file of any layout, to --mapping, or else to the folder mappings of DATA_DIR by the collection; say what it is not sure of; import nothing',
    )
    .option(
      '--refused <FILE>',
      "where to list the rows that were refused; when not given, in the folder refused of DATA_DIR, by collection, round and the file's SHA-256: the last line says where",
    )
    .option('--dry-run', 'report, and store nothing')
    .option(
      '--accept-withdrawals <N>',
      'that the file withdraws this many figures, as --dry-run or the refusal shows them',
    )
    .option('--partial', 'the file stands for what it mentions alone, and withdraws nothing')
    .option('--confirm <CODES>', 'that something unlikely is right, by the code that the refusal names')
    .option('--json', 'the counts as one line of JSON')
    .option('--review', 'then ask what each word means that rows wait for, by single keys')
    .addHelpText(
      'after',
      `
Environment:
  API_URL        a Rapporteur to upload to; without it the one that holds the data folder, or one started for this
${keyUsage}
  DATA_DIR, DATABASE_URL  as for npm start`,
    )
    .action((file: string | undefined, options: Options) =>
      options.propose ? proposeToFile(file, options) : importFile(readUpload(file, options)),
    );
  defineUndo(command);
  defineWords(command);
}

interface Upload {
  /** As it was given: a path, or an address. */
  readonly file: string;
  readonly query: URLSearchParams;
  readonly mapping: string | undefined;
  /** The file for the list of refused rows; undefined: one in the data folder. */
  readonly refused: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly review: boolean;
}

function readUpload(file: string | undefined, values: Options): Upload {
  const { collection, round, received } = values;
  if (!file || !collection || !round || !received)
    throw new WrongUsage('one FILE, --collection, --round and --received are needed.');
  if (values.review && (values.dryRun || values.json))
    throw new WrongUsage(
      '--review needs rows that wait in the database, and a terminal: leave --dry-run and --json out.',
    );
  if (values.refused && toPath(values.refused) === toPath(file))
    throw new Error(`--refused ${values.refused} is the file itself: name another.`);
  if (values.refused && !existsSync(dirname(toPath(values.refused))))
    throw new Error(`There is no folder ${dirname(toPath(values.refused))} for --refused.`);
  const query = new URLSearchParams({ collection, round, received, name: nameOfFile(file) });
  if (values.dryRun) query.set('dryRun', 'true');
  if (values.confirm) query.set('confirm', values.confirm);
  if (values.partial) query.set('partial', 'true');
  if (values.acceptWithdrawals) query.set('acceptWithdrawals', values.acceptWithdrawals.replaceAll(',', ''));
  return {
    file,
    query,
    mapping: values.mapping && toPath(values.mapping),
    refused: values.refused && toPath(values.refused),
    dryRun: values.dryRun ?? false,
    json: values.json ?? false,
    review: values.review ?? false,
  };
}

/** The form as bytes. The file is streamed from the disk. */
async function* toForm({ file, mapping }: Upload, boundary: string): AsyncGenerator<Uint8Array> {
  const head = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
  if (mapping) yield Buffer.from(`${head('mapping')}\r\n\r\n${await readFile(mapping, 'utf8')}\r\n`);
  yield Buffer.from(`${head('file')}; filename="upload"\r\nContent-Type: application/octet-stream\r\n\r\n`);
  for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

/** What the server answers: the report, and the SHA-256 of the file. */
type Answer = ImportReport & { readonly file: string };

type Line = {
  phase?: Phase;
  rows?: number;
  of?: number;
  result?: Answer;
  problem?: { title: string; detail?: string };
};

async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

async function send(server: string, upload: Upload): Promise<Answer> {
  const boundary = `rapporteur-${process.pid}-${Date.now()}`;
  const answer = await fetch(`${server}/v1/imports?${upload.query}`, {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      accept: 'application/x-ndjson',
      'rapporteur-request': 'import',
      ...(await readKey(process.env)),
    },
    body: toForm(upload, boundary),
    duplex: 'half',
  } as unknown as RequestInit).catch((error: Error) => {
    throw new Error(`${server} does not answer: ${((error.cause as Error | undefined) ?? error).message}`);
  });
  if (!answer.ok) throw toError((await answer.json().catch(() => ({}))) as { title?: string });
  const progress = showImport(upload.json);
  for await (const line of readLines(answer.body as unknown as AsyncIterable<Uint8Array>)) {
    if (line.problem) throw toError(line.problem);
    if (line.phase) progress(line.phase, line.rows!, line.of);
    if (line.result) return line.result;
  }
  throw new Error('The server broke off. Run the same command again: it goes on where this one stopped.');
}

/** The refused rows as CSV: those that the server keeps, or after a dry run those that its answer lists. */
async function readRefused(
  server: string,
  { file, header, refusedRows, refused, waiting }: Answer,
  { query, dryRun }: Upload,
): Promise<string> {
  if (dryRun)
    return (await import('@rapporteur/ingest')).toRefusedCsv(header, refusedRows, refused + waiting);
  const { collection, round } = Object.fromEntries(query) as Record<string, string>;
  const about = new URLSearchParams({ collection: collection!, round: round! });
  const answer = await fetch(`${server}/v1/imports/${file}/refused?${about}`, {
    headers: await readKey(process.env),
  });
  if (!answer.ok) throw toError((await answer.json().catch(() => ({}))) as { title?: string });
  return answer.text();
}

/**
 * Writes the list of refused rows, to the data folder when no file is named, since the folder of the imported
 * file is the user's. Out: the path of the list, or undefined when no row was refused or waits.
 */
async function listRefused(server: string, report: Answer, upload: Upload): Promise<string | undefined> {
  if (report.refused + report.waiting === 0) return undefined;
  const { refused, query } = upload;
  const name = `${query.get('collection')}-${query.get('round')}-${report.file.slice(0, 12)}.csv`;
  const path = refused ?? join(dataPath(process.env), 'refused', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await readRefused(server, report, upload));
  return path;
}

function print(report: ImportReport, upload: Upload, listed: string | undefined): void {
  const { rows, stored, repeated, refused, waiting, conflicting, withdrawn, respondents, position } = report;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (upload.json) {
    const { withdrawnWaiting } = report;
    const counts = { rows, stored, repeated, refused, waiting, conflicting, withdrawn, withdrawnWaiting };
    const shown = upload.dryRun ? { withdrawals: report.withdrawals } : {};
    return void say(JSON.stringify({ ...counts, respondents, position, ...shown }));
  }
  const parts = [`${stored} stored`, `${repeated} repeated`, `${refused} refused`];
  if (waiting > 0) parts.push(`${waiting} waiting`);
  say(`${upload.dryRun ? 'Dry run, nothing is stored. ' : ''}${counted(rows, 'row')} = ${parts.join(' + ')}`);
  const perhaps =
    report.withdrawnWaiting > 0
      ? ` (${report.withdrawnWaiting.toLocaleString('en')} of them perhaps only until the rows that wait are decided)`
      : '';
  say(
    `${counted(respondents, 'respondent')}, ${counted(conflicting, 'figure')} given with different values, ${counted(withdrawn, 'figure')} withdrawn${perhaps}, position ${position}`,
  );
  for (const line of showWithdrawals(report.withdrawals)) say(line);
  if (waiting > 0 && !upload.dryRun && !upload.review)
    say('What the words of the waiting rows mean is asked by the same command with --review.');
  if (!listed) return;
  const isCut = upload.dryRun && refused + waiting > report.refusedListed;
  const first = isCut ? `, the first ${report.refusedListed} of them` : '';
  say(`The refused ${waiting > 0 ? 'and the waiting ' : ''}rows and why${first}: ${listed}`);
}

/** What stands at an address is downloaded before anything is started or sent. */
async function importFile(given: Upload): Promise<void> {
  if (given.mapping && !existsSync(given.mapping)) throw new Error(`There is no file ${given.mapping}.`);
  await withFile(given.file, { quiet: given.json }, (file) => {
    const upload = { ...given, file };
    return withServer(upload, async (server) => {
      const report = await send(server, upload);
      print(report, upload, await listRefused(server, report, upload));
      if (upload.review) await reviewWords(server, upload.query.get('collection')!);
    });
  });
}
