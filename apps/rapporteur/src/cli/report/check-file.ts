/**
 * `npm run report -- check`: whether each claim of a built document was edited by hand, and whether the data
 * still say it.
 */
import {
  checkReport,
  isSound,
  loadLanguage,
  readDocx,
  type CellChange,
  type CheckedClaim,
  type FigureQuote,
  type RevisingEvent,
} from '@rapporteur/report';
import type { Command } from 'commander';
import type pg from 'pg';
import { onDatabase } from '../with-database.js';
import { WrongUsage } from '../wrong-usage.js';
import { factsAt, say, toCsv, toPath, toVintage, type VintageOptions } from './command-line.js';

interface Options extends VintageOptions {
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly all?: boolean;
}

export const defineCheck = (command: Command): void =>
  onDatabase(
    command
      .usage('-- check FILE.docx [OPTIONS]')
      .description(
        `Holds an edited document against the data. For each claim: unchanged or changed by hand, and whether the data
still say what it gave: at its vintage, and today.`,
      )
      .argument('[files...]')
      .option('--as-of <DAY>', 'what counts as today (YYYY-MM-DD)')
      .option('--at <POSITION>', "the position that counts as today's; the latest when not given")
      .option('--csv', 'every claim as a table')
      .option('--json', 'the same as JSON')
      .option('--all', 'tells of claims that are as they were, too')
      .addHelpText(
        'after',
        '\nExit status 0: every claim is unchanged and true; 1: some are not; 2: it could not be done.',
      ),
    checkFile,
  );

/** Out: the exit status. Errors: UnreadableReport, ReportRefused. */
async function checkFile(pool: pg.Pool, values: Options, [path, ...more]: string[]): Promise<number> {
  if (path === undefined || more.length > 0) throw new WrongUsage('check takes one FILE.docx.');
  const { asOf = new Date().toISOString().slice(0, 10), at } = toVintage(values);
  const { manifest, claims } = await readDocx(toPath(path));
  const language = await loadLanguage(manifest.language);
  const round = `${manifest.collection}/${manifest.round}`;
  const then = { facts: await factsAt(pool, round, manifest.vintage), language };
  const now = { facts: await factsAt(pool, round, { asOf, at }), language };
  const checked = checkReport(manifest, claims, then, now);
  const unsound = checked.filter((claim) => !isSound(claim));
  const disagreeing = checked.filter(({ notInQuote }) => notInQuote.length > 0).length;
  if (values.json) say(JSON.stringify(checked, null, 1));
  else if (values.csv) process.stdout.write(await toCsv(columns, checked.map(toRow)));
  else {
    for (const claim of values.all ? checked : unsound) say(describe(claim));
    say(
      `${checked.length} claims of ${manifest.vintage.asOf}, position ${manifest.vintage.at}: ${checked.length - unsound.length} unchanged and true on ${asOf}, ` +
        `${count(checked, 'edited')} changed by hand, ${count(checked, 'removed')} removed, ` +
        `${checked.filter(({ inData }) => inData === 'revised').length} no longer true, ` +
        `${checked.filter(({ inData }) => inData === 'not-reproduced').length} not what the data say at their vintage` +
        `${disagreeing > 0 ? `, ${disagreeing} with a figure that its quote does not say` : ''}.`,
    );
  }
  return unsound.length > 0 ? 1 : 0;
}

const count = (checked: readonly CheckedClaim[], state: CheckedClaim['inDocument']) =>
  checked.filter(({ inDocument }) => inDocument === state).length;

const columns = [
  'id',
  'claim',
  'in_document',
  'in_data',
  'given',
  'says',
  'at_vintage',
  'today',
  'revised_by',
  'not_in_quote',
] as const;

const toRow = (claim: CheckedClaim) => ({
  id: claim.id,
  claim: writeQuery(claim),
  in_document: claim.inDocument,
  in_data: claim.inData,
  given: claim.given,
  says: claim.says.join('\n'),
  at_vintage: claim.atVintage,
  today: claim.today,
  revised_by: claim.revisedBy.map(writeEvent).join('; '),
  not_in_quote: claim.notInQuote.map(writeQuote).join('; '),
});

const writeQuery = ({ query: { kind, ...attributes } }: CheckedClaim) =>
  [kind, ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`)].join(' ');

function describe(claim: CheckedClaim): string {
  const lines = [`${claim.id} (${writeQuery(claim)})`];
  if (claim.inDocument === 'removed') lines.push(`  removed; the data say: ${short(claim.today)}`);
  else if (claim.inDocument === 'edited') {
    lines.push('  changed by hand');
    if (claim.editedCells.length > 0) lines.push(...claim.editedCells.map(writeCell));
    else
      lines.push(
        ...claim.says.map((text) => `    the document says: ${short(text)}`),
        `    the data say:      ${short(claim.atVintage)}`,
      );
  } else lines.push('  unchanged');
  if (claim.inData === 'not-reproduced')
    lines.push(
      `  not what the data say at its vintage: ${short(claim.given)} was given, they say ${short(claim.atVintage)}`,
    );
  if (claim.inData === 'revised') {
    lines.push('  no longer true');
    if (claim.revisedCells.length > 0) lines.push(...claim.revisedCells.map(writeCell));
    else lines.push(`    from: ${short(claim.atVintage)}`, `    to:   ${short(claim.today)}`);
    lines.push(...claim.revisedBy.map((event) => `    by ${writeEvent(event)}`));
  }
  lines.push(...claim.notInQuote.map((one) => `  figure and quote do not agree: ${writeQuote(one)}`));
  return lines.join('\n');
}

const writeQuote = ({ cell, event, value, quote, document, page, paragraph }: FigureQuote) => {
  const place = [
    page === null ? '' : `, page ${page}`,
    paragraph === null ? '' : `, paragraph ${paragraph}`,
  ].join('');
  return `${cell} is ${value} (event ${event}), and “${short(quote)}” stands in document ${document.slice(0, 12)}${place}`;
};

const writeCell = ({ row, column, from, to }: CellChange) =>
  `    row ${row + 1}, column ${column + 1}: ${from === '' ? '(empty)' : from} → ${to === '' ? '(empty)' : to}`;

function writeEvent({ position, respondent, kind, receivedOn, reference, reason }: RevisingEvent): string {
  if (respondent === undefined) return `event ${position}`;
  const why = [reference, reason].filter((part) => part !== undefined).join(': ');
  return `event ${position}: reply of ${respondent} ${kind} on ${receivedOn}${why === '' ? '' : ` (${why})`}`;
}

const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)} …` : text);
