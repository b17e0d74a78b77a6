/** `npm run report -- build`: answers the claims of a report file and writes the document with its manifest. */
import { realpath, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import {
  buildReport,
  loadLanguage,
  renderReport,
  reportFormats,
  type Manifest,
  type ReportFormat,
} from '@rapporteur/report';
import type { Command } from 'commander';
import type pg from 'pg';
import { onDatabase } from '../with-database.js';
import { WrongUsage } from '../wrong-usage.js';
import {
  factsAt,
  readReportFile,
  roundOf,
  say,
  tell,
  toPath,
  toVintage,
  withVintage,
  type VintageOptions,
} from './command-line.js';

export const defineBuild = (command: Command): void =>
  onDatabase(
    withVintage(
      command
        .usage('-- build FILE -o OUT [OPTIONS]')
        .description(
          `Answers the claims of a report file.
Claims that cannot be answered are shown as such in the document, and are listed at the end.`,
        )
        .argument('[files...]'),
      "that of the file's head is taken, without that the round's cut-off",
    ).option(
      '-o, --output <OUT>',
      `where to write; its ending says what: ${reportFormats.map((format) => `.${format}`).join(', ')}. The manifest goes beside it, as OUT.manifest.json`,
    ),
    buildFile,
  );

interface Options extends VintageOptions {
  readonly output?: string;
}

/** Out: the exit status. Errors: every problem of the file; ReportRefused. */
async function buildFile(pool: pg.Pool, values: Options, [path, ...more]: string[]): Promise<number> {
  if (path === undefined || more.length > 0 || values.output === undefined)
    throw new WrongUsage('build takes one FILE and -o OUT.');
  const format = toFormat(values.output);
  const out = toPath(values.output);
  if (await isSameFile(toPath(path), out))
    throw new Error(`-o ${values.output} is the report file itself: what you wrote in it would be lost.`);
  const { asOf, at } = toVintage(values);
  const started = Date.now();
  const file = await readReportFile(path);
  const language = await loadLanguage(file.front.language);
  tell(`Reading ${roundOf(file)} …`);
  const facts = await factsAt(pool, roundOf(file), { asOf: asOf ?? file.front.asOf, at });
  tell(`Answering ${file.claims.size} claims …`);
  const report = buildReport(file, { facts, language });
  tell(`Writing ${format} …`);
  await writeFile(out, await renderReport(report, format));
  await writeFile(`${out}.manifest.json`, `${JSON.stringify(report.manifest, null, 1)}\n`);
  if (report.manifest.degraded)
    say(
      `Something that was received is missing from the document, which says so: ${report.manifest.degraded} of the events could not be applied. See npm run dead-letters list.`,
    );
  listUnanswerable(report.manifest);
  const { asOf: day, at: position } = report.manifest.vintage;
  say(
    `Wrote ${out} in ${((Date.now() - started) / 1000).toFixed(1)} s: ${report.manifest.claims.length} claims as of ${day}, position ${position}.`,
  );
  return 0;
}

/** Whether two paths lead to the same file, also by another name or a link. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => realpath(path).catch(() => path)));
  return a === b;
}

function toFormat(path: string): ReportFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const format = reportFormats.find((each) => each === ending);
  if (format) return format;
  throw new Error(`${path} ends in none of ${reportFormats.map((each) => `.${each}`).join(', ')}.`);
}

function listUnanswerable({ claims }: Manifest): void {
  const open = claims.filter(({ status }) => status === 'unanswerable');
  if (open.length === 0) return;
  say(`${open.length} of ${claims.length} claims cannot be answered; the document says so in their place:`);
  for (const { id, reason } of open) say(`  ${id}: ${reason?.code} (${reason?.message})`);
}
