/** `npm run report -- coverage`: which coded figures and findings of the round a report file shows, and which not. */
import { buildReport, coverRound, loadLanguage, type CoveredCell } from '@rapporteur/report';
import type { Command } from 'commander';
import type pg from 'pg';
import { onDatabase } from '../with-database.js';
import { WrongUsage } from '../wrong-usage.js';
import {
  factsAt,
  readReportFile,
  roundOf,
  say,
  toCsv,
  toVintage,
  withVintage,
  type VintageOptions,
} from './command-line.js';

interface Options extends VintageOptions {
  readonly csv?: boolean;
  readonly json?: boolean;
}

export const defineCoverage = (command: Command): void =>
  onDatabase(
    withVintage(
      command
        .usage('-- coverage FILE [OPTIONS]')
        .description('What of the round a report file shows.')
        .argument('[files...]'),
      "that of the file's head is taken, without that the round's cut-off",
    )
      .option('--csv', 'every coded figure and finding, with the claims that show it, as a table')
      .option('--json', 'the same as JSON')
      .addHelpText(
        'after',
        '\nExit status 0: nothing is left out; 1: something is; 2: it could not be done.',
      ),
    coverFile,
  );

/** Out: the exit status. Errors: every problem of the file; ReportRefused. */
async function coverFile(pool: pg.Pool, values: Options, [path, ...more]: string[]): Promise<number> {
  if (path === undefined || more.length > 0) throw new WrongUsage('coverage takes one FILE.');
  const { asOf, at } = toVintage(values);
  const file = await readReportFile(path);
  const language = await loadLanguage(file.front.language);
  const facts = await factsAt(pool, roundOf(file), { asOf: asOf ?? file.front.asOf, at });
  const { manifest } = buildReport(file, { facts, language });
  const cells = coverRound(facts, manifest);
  const missing = cells.filter(({ claims }) => claims.length === 0);
  if (values.json) say(JSON.stringify(cells, null, 1));
  else if (values.csv) process.stdout.write(await toCsv(columns, cells.map(toRow)));
  else print(cells, missing);
  return missing.length > 0 ? 1 : 0;
}

const columns = [
  'theme',
  'paragraph',
  'footnote',
  'kind',
  'respondent',
  'code',
  'detail',
  'breakdown',
  'period',
  'cell',
  'claims',
];
const toRow = ({ claims, ...cell }: CoveredCell) => ({ ...cell, claims: claims.join(' ') });

/**
 * Prints for each theme how much is shown and how much is missing; then the missing ones line by line, as many
 * as a screen holds.
 */
function print(cells: readonly CoveredCell[], missing: readonly CoveredCell[]): void {
  const themes = [...new Set(cells.map(({ theme }) => theme))].sort();
  for (const theme of themes) {
    const own = cells.filter((cell) => cell.theme === theme);
    const lacking = own.filter(({ claims }) => claims.length === 0);
    const parts = (['observation', 'finding'] as const).map((kind) => {
      const all = own.filter((cell) => cell.kind === kind);
      const shown = all.filter(({ claims }) => claims.length > 0).length;
      return `${shown} of ${all.length} ${kind === 'observation' ? 'figures' : 'findings'}`;
    });
    say(`${theme === null ? 'About the round' : `Theme ${theme}`}: ${parts.join(', ')}`);
    const paragraphs = [...new Set(lacking.map(({ paragraph }) => paragraph))];
    for (const paragraph of paragraphs.slice(0, most)) {
      const left = lacking.filter((cell) => cell.paragraph === paragraph);
      say(`  ${paragraph === null ? 'no paragraph' : `paragraph ${paragraph}`}: ${left.length} left out`);
      for (const { cell } of left.slice(0, most)) say(`    ${cell}`);
      if (left.length > most) say(`    … and ${left.length - most} more; --csv has them all`);
    }
  }
  say(
    missing.length === 0
      ? `Nothing is left out: ${cells.length} coded figures and findings are shown.`
      : `${missing.length} of ${cells.length} coded figures and findings are left out.`,
  );
}

const most = 20;
