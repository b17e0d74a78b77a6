/** `npm run report -- new`: writes a report file for a round from a template. */
import { stat, writeFile } from 'node:fs/promises';
import { draftReport, loadLanguage, parseReport } from '@rapporteur/report';
import type { Command } from 'commander';
import type pg from 'pg';
import { onDatabase } from '../with-database.js';
import { WrongUsage } from '../wrong-usage.js';
import { factsAt, say, toPath, toVintage, withVintage, type VintageOptions } from './command-line.js';

interface Options extends VintageOptions {
  readonly round?: string;
  readonly lang: string;
  readonly output?: string;
  readonly force?: boolean;
}

export const defineNew = (command: Command): void =>
  onDatabase(
    withVintage(
      command
        .usage('-- new --round COLLECTION/ROUND [OPTIONS]')
        .description('Writes a report file from a template.')
        .allowExcessArguments()
        .option('--round <ID>', 'the round: ecosoc-2006-27/2008'),
      "the round's cut-off is taken",
    )
      .option('--lang <CODE>', 'the language of the template: ar, en, es, fr, ru or zh', 'en')
      .option('-o, --output <FILE>', 'where to write; without it the file goes to standard output')
      .option('--force', 'writes over a file that is there'),
    newFile,
  );

/** Out: the exit status. Errors: what the options lack; ReportRefused. */
async function newFile(pool: pg.Pool, values: Options): Promise<number> {
  if (values.round === undefined) throw new WrongUsage('--round is missing.');
  const path = values.output === undefined ? undefined : toPath(values.output);
  if (path !== undefined && !values.force && (await isThere(path)))
    throw new Error(
      `${path} is there already: what a person wrote in it would be lost. --force writes over it.`,
    );
  const language = await loadLanguage(values.lang);
  const facts = await factsAt(pool, values.round, toVintage(values));
  const text = await draftReport(facts, language);
  if (path === undefined) {
    process.stdout.write(text);
    return 0;
  }
  await writeFile(path, text);
  const reading = parseReport(text);
  const claims = reading.ok ? reading.file.claims.size : 0;
  say(
    `Wrote ${path}: ${claims} claims on what had been received by ${facts.vintage.asOf}, recorded up to position ${facts.vintage.at}.`,
  );
  say(`Edit it, then: npm run report -- build ${values.output} -o report.docx`);
  return 0;
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
