/** Finds which columns of a table are the respondent, the period, the unit, the figure and the indicator; what is doubtful is told. */
import { UnreadableFile, quote } from '../kinds/unreadable-file.js';
import { figureColumn, sheetColumn } from '../table/shape-rows.js';
import { follows, isPeriod, kindOfNumber, respondentOf, shareOf, type Column } from './column.js';
import { acrossNames, type Table } from './gather-table.js';
import { readNames } from './read-names.js';
import { meaningOfHeader, saysCounts, saysRate, type KnownWords } from './known-words.js';

/** Something that a person must look at before figures are read by the proposal. */
export type Doubt = string;

export interface Roles {
  readonly code: Column | undefined;
  readonly name: Column | undefined;
  readonly period: Column;
  readonly value: Column;
  readonly unit: { readonly column: Column; readonly words: readonly string[] } | undefined;
  readonly indicator: Column | undefined;
  /** Columns of rates, shares and averages, and further ones of counts: they are told, and not read. */
  readonly rates: readonly Column[];
  readonly others: readonly Column[];
  /** The rows whose unit says that they are counts, or all. */
  readonly counted: readonly number[];
  readonly doubts: readonly Doubt[];
}

const byScore = <T>(list: readonly T[], scoreOf: (one: T) => number): T[] =>
  list
    .map((one) => ({ one, score: scoreOf(one) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
const list = (columns: readonly Column[]) => columns.map(({ name }) => quote(name)).join(', ');

/**
 * In: a table and the known words. Out: its roles; or why it is none that can be read: what is lacking, and what to do.
 * Errors: UnreadableFile (`no-counts`), where its figures are rates or shares.
 */
export function findRoles(table: Table, known: KnownWords): Roles | { readonly lacks: string } {
  const doubts: Doubt[] = [];
  const columns = table.columns.filter(({ filled }) => filled > 0);
  const respondent = findRespondents(columns, table.rows, known, doubts);
  if (!respondent)
    return { lacks: 'no column holds names or codes of countries, areas or organisations. Add one' };
  const period = findPeriod(columns, table, doubts);
  if (!period)
    return {
      lacks: 'no column holds years or other periods, and no columns are years. Add a column of the year',
    };
  const all = [...Array(table.rows).keys()];
  const taken = new Set([respondent.code, respondent.name, period]);
  const unit = findUnit(
    columns.filter((one) => !taken.has(one)),
    doubts,
  );
  const counted = unit ? all.filter((row) => unit.words.includes(unit.column.cells[row]!)) : all;
  taken.add(unit?.column);
  const left = columns.filter((one) => !taken.has(one));
  const who = [respondent.code ?? respondent.name!];
  const { value, rates, others } = findValue(left, { table, counted, who, known, doubts });
  if (!value)
    return {
      lacks: 'no column holds figures. Name the column of the figures, and leave one figure in a cell',
    };
  const figures = [value, ...rates, ...others];
  const indicator = findIndicator(
    left.filter((one) => !figures.includes(one)),
    known,
  );
  return { ...respondent, period, value, unit, indicator, rates, others, counted, doubts };
}

/** The columns of one respondent: its code, its name, or both where they agree. */
function findRespondents(
  columns: readonly Column[],
  rows: number,
  known: KnownWords,
  doubts: Doubt[],
): Pick<Roles, 'code' | 'name'> | undefined {
  const candidates = byScore(columns, (column) => {
    if (
      column.filled < rows / 2 ||
      meaningOfHeader(column.name, 'notRespondent') ||
      known.dimension(column.name)
    )
      return 0;
    const share = shareOf(column, (word) => respondentOf(word) !== undefined);
    const codes = new Set([...column.words.keys()].flatMap((word) => respondentOf(word)?.code ?? []));
    const said = meaningOfHeader(column.name, 'respondent');
    // A yes and a no are codes of countries too: few words without a name that says so are none.
    if (share < 0.6 || (said === 0 && codes.size < 4)) return 0;
    return share + said;
  });
  const [best, ...others] = candidates;
  if (!best) return undefined;
  const agrees = (other: Column) => {
    let [same, both] = [0, 0];
    best.cells.forEach((cell, row) => {
      const [one, two] = [respondentOf(cell)?.code, respondentOf(other.cells[row]!)?.code];
      if (!one || !two) return;
      both += 1;
      if (one === two) same += 1;
    });
    return both > 0 && same >= 0.98 * both;
  };
  const kinOf = new Map(others.map((other) => [other, agrees(other)]));
  const strangers = others.filter((other) => !kinOf.get(other));
  if (strangers.length > 0)
    doubts.push(
      `respondent: ${quote(best.name)} is taken for whose figures they are, and ${list(strangers)} may be it as well. Name the right column in "respondent"; the other is a breakdown (such as "citizenship"), or is left out.`,
    );
  const isCode = (column: Column) => shareOf(column, (word) => respondentOf(word)?.match === 'code') >= 0.8;
  const family = [best, ...others.filter((other) => kinOf.get(other))];
  return { code: family.find(isCode), name: family.find((one) => !isCode(one)) };
}

function findPeriod(columns: readonly Column[], table: Table, doubts: Doubt[]): Column | undefined {
  if (table.yearsAcross) return columns.find(({ name }) => name === acrossNames.period);
  const scoreOf = (column: Column) => {
    const said = meaningOfHeader(column.name, 'period');
    const share = column.filled < table.rows / 2 ? 0 : shareOf(column, isPeriod);
    return share < 0.9 ? 0 : share + said;
  };
  const candidates = byScore(columns, scoreOf);
  const [best, ...others] = candidates;
  if (!best) return undefined;
  const rivals = others.filter((one) => scoreOf(one) >= scoreOf(best) - 0.2);
  if (rivals.length > 0)
    doubts.push(
      `period: ${quote(best.name)} is taken, and ${list(rivals)} may be it as well. Name the right column.`,
    );
  else if (best.name !== sheetColumn && meaningOfHeader(best.name, 'period') === 0)
    doubts.push(
      `period: ${quote(best.name)} is taken, since its cells look like years. Say whether they are.`,
    );
  return best;
}

/** The column of the unit, and those of its words that say counts. Errors: UnreadableFile. */
function findUnit(columns: readonly Column[], doubts: Doubt[]): Roles['unit'] {
  const [column] = byScore(columns, (one) => {
    const share = one.words.size > 50 ? 0 : shareOf(one, (word) => saysCounts(word) || saysRate(word));
    const said = meaningOfHeader(one.name, 'unit');
    return said || (share >= 0.8 && shareOf(one, (word) => kindOfNumber(word) === 'none') === 1 ? share : 0);
  });
  if (!column) return undefined;
  const words = [...column.words.keys()];
  const sure = words.filter((word) => saysCounts(word) && !saysRate(word));
  if (sure.length > 0) return { column, words: sure };
  const perhaps = words.filter((word) => !saysRate(word));
  if (perhaps.length === 0)
    throw noCounts(`every word of ${quote(column.name)} says so, such as ${quote(words[0]!)}`);
  doubts.push(
    `only: ${quote(column.name)} is taken for the unit, and it is not known whether ${perhaps
      .slice(0, 5)
      .map((one) => quote(one))
      .join(
        ', ',
      )} ${perhaps.length === 1 ? 'means' : 'mean'} counts. Leave in "only" the words of counts; rows with another unit are refused.`,
  );
  return { column, words: perhaps };
}

/** What to do with a file of rates. In: how they were recognised. */
const noCounts = (why: string) =>
  new UnreadableFile(
    'no-counts',
    `The figures are rates, shares or averages, and no counts: ${why}. Only counts are stored; rates and shares are computed from them and the population (GET /v1/rates). Take the publisher's table of counts. If the file has counts beside, in another column or with another unit, write a mapping by hand that names it under "value", or the words of its unit under "only" (docs/import.md).`,
  );

interface Within {
  readonly table: Table;
  readonly counted: readonly number[];
  readonly who: readonly Column[];
  readonly known: KnownWords;
  readonly doubts: Doubt[];
}

function findValue(
  columns: readonly Column[],
  { table, counted, who, known, doubts }: Within,
): Pick<Roles, 'rates' | 'others'> & { readonly value: Column | undefined } {
  const isSpread = table.yearsAcross || table.figuresAcross.length > 0;
  const looked = columns.flatMap((column) => {
    if (known.dimension(column.name) !== undefined || column.name === figureColumn) return [];
    const numbers = { count: 0, fraction: 0, none: 0 };
    for (const row of counted) {
      const cell = column.cells[row]!;
      if (cell !== '') numbers[column.isNoCount(row) ? 'fraction' : kindOfNumber(cell)] += 1;
    }
    const of = numbers.count + numbers.fraction;
    // A number that every row of a respondent has is a code of it, and no figure.
    if (
      of === 0 ||
      of < numbers.none ||
      (!isSpread && column.words.size > 1 && follows(column, who, counted))
    )
      return [];
    return [
      { column, isRate: numbers.fraction > of / 50 || saysRate(column.name), fractions: numbers.fraction },
    ];
  });
  const rates = looked.filter(({ isRate }) => isRate).map(({ column }) => column);
  const counts = byScore(
    looked.filter(({ isRate }) => !isRate),
    ({ column }) => 1 + 2 * meaningOfHeader(column.name, 'value'),
  ).map(({ column }) => column);
  const [value, ...others] = counts;
  if (!value && rates.length > 0) {
    const [one] = looked;
    throw noCounts(
      one!.fractions > 0
        ? `${one!.column.name === acrossNames.value ? 'the columns of years hold' : `${quote(one!.column.name)} holds`} fractions in ${one!.fractions.toLocaleString('en')} ${one!.fractions === 1 ? 'row' : 'rows'}`
        : `${quote(one!.column.name)} is called so`,
    );
  }
  if (value && others.length > 0)
    doubts.push(
      isSpread
        ? `value: ${list(others)} ${others.length === 1 ? 'holds' : 'hold'} counts as well, and ${others.length === 1 ? 'is' : 'are'} not read. Where figures are there, read them by a mapping of their own.`
        : `value: ${quote(value.name)} is taken for the figures, and ${list(others)} ${others.length === 1 ? 'holds' : 'hold'} counts as well. A mapping reads one column of figures: name the right one, and read each of the others by a mapping of its own.`,
    );
  return { value, rates, others };
}

/** The column whose words say what is counted. */
const findIndicator = (columns: readonly Column[], known: KnownWords): Column | undefined =>
  byScore(columns, (column) => {
    if (known.dimension(column.name) !== undefined || column.words.size > 500) return 0;
    const share = shareOf(column, (word) => known.indicator(word) !== undefined);
    const said = meaningOfHeader(column.name, 'indicator');
    // Names of columns say what they count where they say more than which part of it.
    if (column.name === figureColumn)
      return [...readNames([...column.words.keys()], known).values()].some(({ rest }) => rest !== '')
        ? share + 0.1
        : 0;
    return share > 0 ? share + said : said === 2 || column.name === sheetColumn ? said / 2 + 0.1 : 0;
  })[0];
