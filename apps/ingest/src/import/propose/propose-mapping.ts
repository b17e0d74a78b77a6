/** Writes a first mapping for a file that nobody has seen, and says what in it a person must look at. */
import { quote, UnreadableFile } from '../kinds/unreadable-file.js';
import { parseMapping } from '../table/mapping.js';
import { toPlainCount } from '../table/read-count.js';
import { readTable, saysWaiting } from '../table/read-table.js';
import { kindOfNumber, type Column } from './column.js';
import { findBreakdown } from './find-breakdown.js';
import { findRoles, type Doubt, type Roles } from './find-roles.js';
import { acrossNames, gatherTables, type Table } from './gather-table.js';
import { findFigures, findInNames, spreadColumns } from './spread-columns.js';
import { doubtOfNameless, doubtOfUnread, isAside, leftSheets } from './tell-unread.js';
import { figureColumn } from '../table/shape-rows.js';
import { readKnownWords, type KnownWords } from './known-words.js';

export interface Proposed {
  /** The text of the mapping, as a file. */
  readonly text: string;
  readonly sheets: readonly string[];
  readonly headerRow: number;
  /** What each column is read as. */
  readonly columns: readonly { readonly name: string; readonly use: string }[];
  /** What must be looked at before the mapping is used; the mapping holds it too. */
  readonly doubts: readonly Doubt[];
  /** What the mapping makes of the file: rows = read + refused + waiting. */
  readonly counts: {
    readonly rows: number;
    readonly read: number;
    readonly refused: number;
    readonly waiting: number;
  };
  /** The words that rows wait for, with their rows, and why rows are refused, the most first. */
  readonly words: readonly { readonly dimension: string; readonly word: string; readonly rows: number }[];
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[];
}

/**
 * In: the path of a file, and the day it was received, after which no period may lie. Out: a mapping with what it makes
 * of the file. Errors: UnreadableFile: no table of figures by respondent and period, or one of rates.
 */
export async function proposeMapping(path: string, receivedOn: string): Promise<Proposed> {
  const known = await readKnownWords();
  const tables = await gatherTables(path);
  const lacks: string[] = [];
  let rates: unknown;
  for (const table of tables) {
    try {
      const roles = findRoles(table, known);
      if ('lacks' in roles) lacks.push(`sheet ${quote(table.sheets[0]!)}: ${roles.lacks}`);
      else return await toProposed(path, receivedOn, write(...spread(table, roles, known), known));
    } catch (error) {
      if (!(error instanceof UnreadableFile) || error.code !== 'no-counts') throw error;
      rates ??= error;
    }
  }
  if (rates) throw rates;
  throw new UnreadableFile(
    'no-table',
    lacks.length > 0
      ? `No mapping can be proposed. In ${lacks.slice(0, 5).join('; in ')}.`
      : 'No mapping can be proposed: no sheet has a header, a row of different names with no numbers among them but years, above the figures. Add one.',
  );
}

/** The table with its roles; with a row for each figure where several columns hold figures. */
function spread(table: Table, roles: Roles, known: KnownWords): [Table, Roles] {
  const figures = table.yearsAcross ? [] : findFigures([roles.value, ...roles.others], known);
  if (figures.length === 0) return [table, roles];
  const made = spreadColumns(table, figures);
  const again = findRoles(made, known);
  return 'lacks' in again ? [table, roles] : [made, again];
}

interface Draft {
  readonly table: Table;
  readonly mapping: Record<string, unknown>;
  readonly uses: ReadonlyMap<Column, string>;
  readonly doubts: readonly Doubt[];
}

function write(table: Table, roles: Roles, known: KnownWords): Draft {
  const { code, name, period, value, unit, indicator, rates, others, counted } = roles;
  const uses = new Map<Column, string>([
    [period, 'period'],
    [value, 'value'],
  ]);
  for (const column of [code, name]) if (column) uses.set(column, 'respondent');
  if (unit) uses.set(unit.column, 'only');
  if (indicator) uses.set(indicator, 'indicator');
  const who = [code ?? name!];
  const free = table.columns.filter(
    (one) => one.filled > 0 && !uses.has(one) && ![...rates, ...others].includes(one),
  );
  const ofNames = findInNames(table, known);
  for (const column of free)
    if (column.name === figureColumn && ofNames.isRead) uses.set(column, 'breakdown');
  const breakdown = findBreakdown(
    free.filter((one) => !isAside(one) && !uses.has(one)),
    { who, rows: counted, known },
  );
  for (const part of breakdown.parts)
    for (const column of breakdown.columns)
      if (part.columns.includes(column.name) || ('chosenBy' in part && part.chosenBy.includes(column.name)))
        uses.set(column, 'breakdown');
  const unread = free.filter((one) => !uses.has(one) && !breakdown.columns.includes(one));
  const { words, doubts } = readFigures(value, roles);
  const everySheet = table.sheets.length > 1;
  const mapping = {
    ...(everySheet ? { everySheet: { except: table.otherSheets } } : {}),
    ...(!everySheet && table.otherSheets.length > 0 ? { sheets: table.sheets } : {}),
    ...(table.yearsAcross ? { yearsAcross: true } : {}),
    ...(table.figuresAcross.length > 0 ? { figuresAcross: table.figuresAcross } : {}),
    respondent: {
      ...(code ? { code: [code.name] } : {}),
      ...(name ? { name: [name.name] } : {}),
    },
    period: { columns: [period.name] },
    value: { columns: [value.name], ...words },
    only: unit ? [{ columns: [unit.column.name], words: unit.words }] : [],
    indicator: indicator
      ? { columns: [indicator.name], words: knownIndicators(indicator, known) }
      : { columns: ['Indicator'], optional: true, words: indicatorOfName(value.name, known) },
    breakdown: [...ofNames.parts, ...breakdown.parts],
  };
  const read = [...uses.keys()].filter((column) => column !== value);
  const all = [
    ...roles.doubts,
    ...ofNames.doubts,
    ...breakdown.doubts,
    ...doubts,
    ...unread.flatMap((column) => doubtOfUnread(column, { who, read, counted })),
    ...rates.map(
      ({ name }) =>
        `${quote(name)} is not read: it holds rates, shares or averages, and only counts are stored.`,
    ),
    ...leftSheets(table),
    ...doubtOfNameless(table),
    ...(table.isCut
      ? [
          `Only the first ${table.rows.toLocaleString('en')} rows were looked at. Say whether the others are like them.`,
        ]
      : []),
  ];
  return { table, mapping, uses, doubts: all };
}

/** What the only column of figures counts, where its name is that of an indicator. */
function indicatorOfName(name: string, known: KnownWords): Record<string, string> {
  const code = known.indicator(name);
  return code === undefined ? {} : { '': code };
}

const knownIndicators = (column: Column, known: KnownWords) =>
  Object.fromEntries(
    [...column.words.keys()].flatMap((word) => {
      const code = known.indicator(word) ?? known.indicator(known.inName(word).rest);
      return code === undefined || word === '__proto__' ? [] : [[word, code]];
    }),
  );

/** How the figures part thousands, and which words stand in the place of figures, whose meaning only a person can tell. */
function readFigures(value: Column, { counted }: Roles): { words: { grouping: string[] }; doubts: Doubt[] } {
  const texts = new Set(counted.map((row) => toPlainCount(value.cells[row]!)));
  const grouping = [',', '.', ' ', "'"].filter((separator) => {
    const written = separator === ' ' ? '[ \\u00a0\\u202f]' : `[${separator}]`;
    const form = new RegExp(`^[<>≤≥~≈=]*\\s*\\d{1,3}(?:${written}\\d{3})+$`, 'u');
    return [...texts].some((text) => form.test(text));
  });
  const doubts: Doubt[] = [];
  if (grouping.includes('.'))
    doubts.push(
      'value: a point is taken for what parts thousands, so that 1.234 is 1,234. If it begins a fraction, the figures are no counts.',
    );
  const others = [...value.words].filter(([word]) => kindOfNumber(word) === 'none');
  const blanks = counted.filter((row) => value.cells[row] === '').length;
  const shown = others
    .slice(0, 10)
    .map(([word, rows]) => `${quote(word)} (${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'})`);
  if (blanks > 0) shown.push(`blank (${blanks.toLocaleString('en')} ${blanks === 1 ? 'row' : 'rows'})`);
  if (shown.length > 0)
    doubts.push(
      `value: it is not known why there is no number where it says ${shown.join(', ')}; such rows are refused. Give each word its meaning in "value": {"words": {…}}: none-known, not-available, not-applicable, not-asked or withheld.`,
    );
  return { words: { grouping }, doubts };
}

/** Whether a column is none of the file: years or columns of figures became it. */
const isMade = (name: string) => [...Object.values<string>(acrossNames), figureColumn].includes(name);

async function toProposed(
  path: string,
  receivedOn: string,
  { table, mapping, uses, doubts }: Draft,
): Promise<Proposed> {
  const parsed = parseMapping(JSON.stringify(mapping));
  const read = await readTable(path, parsed, { collection: 'proposed', receivedOn }, () => undefined);
  const reasons = new Map<string, number>();
  for (const { reason } of read.refusedRows)
    if (!saysWaiting(reason)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const { rows, refused } = read;
  const waiting = read.waiting.count;
  return {
    text: `${JSON.stringify({ ...(doubts.length > 0 ? { unsure: doubts } : {}), ...mapping }, null, 2)}\n`,
    ...{ sheets: table.sheets, headerRow: table.headerRow, doubts },
    columns: [
      ...table.columns
        .filter(({ name }) => !isMade(name))
        .map((column) => ({ name: column.name, use: uses.get(column) ?? 'not read' })),
      ...table.figuresAcross.map((name) => ({ name, use: 'value' })),
    ],
    counts: { rows, read: rows - refused - waiting, refused, waiting },
    words: read.waiting.words
      .map(({ dimension, word, rows: of }) => ({ dimension, word, rows: of }))
      .sort((a, b) => b.rows - a.rows),
    reasons: [...reasons].map(([reason, of]) => ({ reason, rows: of })).sort((a, b) => b.rows - a.rows),
  };
}
