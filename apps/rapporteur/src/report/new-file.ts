/** `npm run report -- new`: writes a report file for a round from a template. */
import { stat, writeFile } from 'node:fs/promises';
import { draftReport, loadLanguage, parseReport } from '@rapporteur/report';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { factsAt, orUsage, say, toPath, toVintage, vintageOptions, vintageUsage } from './command-line.js';

export const newUsage = `npm run report -- new --round COLLECTION/ROUND [OPTIONS]: writes a report file from a template

  --round ID        the round: ecosoc-2006-27/2008
${vintageUsage}
                    Without a day the round's cut-off is taken.
  --lang CODE       the language of the template: en (when not given) or zh
  -o, --output FILE where to write; without it the file goes to standard output
  --force           writes over a file that is there
`;

/** In: the pool, the arguments. Out: the exit status. Errors: what the arguments lack; ReportRefused. */
export async function newFile(pool: pg.Pool, args: string[]): Promise<number> {
  const { values } = orUsage(newUsage, () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...vintageOptions,
        round: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        output: { type: 'string', short: 'o' },
        force: { type: 'boolean', default: false },
      },
    }),
  );
  if (values.round === undefined) throw new Error(`--round is missing.\n\n${newUsage}`);
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
