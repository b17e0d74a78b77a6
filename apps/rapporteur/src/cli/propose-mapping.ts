/** `npm run import -- FILE --collection CODE --propose`: writes a first mapping of a file, and says what to look at. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Proposed } from '@rapporteur/ingest';
import { dataPath } from '../data-folder.js';
import { counted } from './counted.js';
import { isAddress, withFile } from './fetch-file.js';
import { toPath } from './to-path.js';
import { WrongUsage } from './wrong-usage.js';

/** The options of the command that matter here; every other is one too many. */
interface Options {
  readonly collection?: string;
  readonly received?: string;
  readonly mapping?: string;
  readonly json?: boolean;
}

const taken = ['propose', 'collection', 'received', 'mapping', 'json'];

/**
 * In: a file or an https address. Errors: WrongUsage; there is no such file, or already such a mapping; the file has no
 * table of counts.
 */
export async function proposeToFile(given: string | undefined, options: Options): Promise<void> {
  const { collection, received, mapping, json } = options;
  if (!given || !collection)
    throw new WrongUsage('one FILE and --collection are needed to propose a mapping.');
  if (Object.keys(options).some((name) => !taken.includes(name)))
    throw new WrongUsage(
      '--propose imports nothing: beside it only --collection, --mapping, --received and --json are taken.',
    );
  const path = mapping ? toPath(mapping) : join(dataPath(process.env), 'mappings', `${collection}.json`);
  if (existsSync(path))
    throw new Error(
      `There is a mapping at ${path} already: move it away, or name another file with --mapping.`,
    );
  const { proposeMapping } = await import('@rapporteur/ingest');
  const day = received ?? new Date().toISOString().slice(0, 10);
  const proposed = await withFile(given, { quiet: json ?? false }, (file) => proposeMapping(file, day));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, proposed.text, { flag: 'wx' });
  const { doubts, counts } = proposed;
  const lines = json
    ? [JSON.stringify({ mapping: path, unsure: doubts, ...counts })]
    : showProposed(proposed, { path, file: given, collection, received });
  process.stdout.write(`${lines.join('\n')}\n`);
}

const shownAtMost = 10;
const ofRows = (rows: number) => counted(rows, 'row');

interface Shown {
  readonly path: string;
  /** A path, or an address. */
  readonly file: string;
  readonly collection: string;
  readonly received: string | undefined;
}

/** What a proposal is, for people. */
export function showProposed(
  { sheets, headerRow, columns, doubts, counts, words, reasons }: Proposed,
  { path, file, collection, received }: Shown,
): string[] {
  const { rows, read, refused, waiting } = counts;
  const width = Math.min(40, Math.max(...columns.map(({ name }) => name.length)));
  const more = (length: number) => (length > shownAtMost ? [`  … and ${length - shownAtMost} more`] : []);
  const some = sheets.slice(0, 5).join(', ');
  const next = `npm run import -- ${isAddress(file) ? `'${file}'` : basename(file)} --collection ${collection} --round … --received ${received ?? '…'} --mapping ${path}`;
  return [
    `${sheets.length === 1 ? 'Sheet' : `${sheets.length} sheets:`} ${some}${sheets.length > 5 ? ', …' : ''}; the header is row ${headerRow}.`,
    ...columns.map(({ name, use }) => `  ${name.padEnd(width)}  ${use}`),
    `By this mapping: ${ofRows(rows)} = ${read} read + ${refused} refused + ${waiting} waiting`,
    ...(words.length > 0 ? ['Words that rows wait for; the review asks about each once:'] : []),
    ...words
      .slice(0, shownAtMost)
      .map(({ dimension, word, rows: of }) => `  ${dimension}: ${word || '(blank)'}, ${ofRows(of)}`),
    ...more(words.length),
    ...(words.some(({ dimension, word }) => dimension === 'indicator' && word === '')
      ? [
          '  A blank indicator: no column says what the file counts. In the review press c, and give the code of the indicator.',
        ]
      : []),
    ...(reasons.length > 0 ? ['Why rows are refused:'] : []),
    ...reasons.slice(0, shownAtMost).map(({ reason, rows: of }) => `  ${reason}, ${ofRows(of)}`),
    ...more(reasons.length),
    ...(doubts.length > 0
      ? [
          `Not sure of ${doubts.length === 1 ? 'one thing' : `${doubts.length} things`}. Look at each, correct the mapping where it is wrong, and take it out of "unsure"; before that nothing is read by it:`,
          ...doubts.map((doubt, i) => `  ${i + 1}. ${doubt}`),
        ]
      : []),
    `The mapping: ${path}`,
    `Then look at what it makes of the file with --dry-run, and import and review it with --review:`,
    `  ${next} --review`,
  ];
}
