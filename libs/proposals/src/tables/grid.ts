/** Tables whose cells a tab or a stroke parts: years at the head and a name before each row, or the other way round. */
import type { Count } from '../count.js';
import type { Section } from '../found.js';
import type { Noun } from '../language.js';
import { toSpan, type FoundPeriod } from '../periods/found-period.js';
import { isPeople, readIndicator } from '../readings.js';
import type { Span } from '../span.js';
import type { Cell, Terms } from './tables.js';

/** What stands in a cell of which there is no number: a dash, dots, n. a., s/d, н/д. */
const missing =
  /^\s*(?:[-–—―]+|\.{2,}|…|\p{L}{1,2}\s?[./]\s?\p{L}{1,2}\.?|n[acdkr]|sd|нд|n\.?\s?disp\.?|no disp\w*\.?|non disp\w*\.?|not (?:known|available|yet|recorded|kept)\b.*|en cours|pending|pendiente\w*|desconocid\w*|inconnu\w*|sin (?:datos|informaci[oó]n)|se ignora|no consta|нет данных|нет сведений|غير متوفر\S*|غير متاح\S*|لا تتوفر|لا يوجد|不详|暂无|尚缺|未统计|(?:尚?无|没有|暂无)(?:数据|统计|资料)|no data|unknown)\s*$/iu;
const number = /^[\d.,\s]+$/u;

interface Row {
  readonly cells: readonly Span[];
}

/** What a row is called that adds up those above it. */
const total =
  /^\s*(?:total(?:es)?|totaux|in all|all|together|both sexes|sum|suma|conjunto|ensemble|всего|итого|المجموع|مجموع|الإجمالي|إجمالي|合计|总计|共计|总数|小计|全部)(?:[\s:：].{0,20})?$/iu;

/** In: a table, with the words found in it and in the heading above. Out: its cells in order; none where nothing says what they count. */
export function readGrid(
  text: string,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
  terms: GridTerms,
): Cell[] {
  const rows = rowsOf(text, periods);
  const [head] = rows;
  if (!head || rows.length < 2) return [];
  const periodIn = (cell: Span | undefined) => cell && periods.find((one) => isIn(one, cell));
  const countIn = (cell: Span) => counts.find((one) => isIn(one, cell)) ?? missingIn(text, cell);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const shift = width - head.cells.length;
  const headOf = (i: number) => head.cells[i - shift];
  const isAcross = head.cells.slice(1 - shift).some(periodIn);
  const above = wordsAbove(terms.section);
  const columns = head.cells.flatMap((cell) => periodIn(cell) ?? []);
  const isTotalIn = (cell: Span) => total.test(text.slice(cell.start, cell.end));
  const isPart = (cell: Span) => isTotalIn(cell) || terms.parts.some((one) => isIn(one, cell));
  let last: Words = { noun: undefined, act: undefined };
  const years: FoundPeriod[] = [];
  return rows.slice(1).flatMap((row): Cell[] => {
    const cells = row.cells.length < width ? partedByBlanks(text, row.cells) : row.cells;
    const isTotal = isTotalIn(cells[0]!);
    const year = isAcross ? undefined : (periodIn(cells[0]) ?? bareYear(text, cells[0]!));
    if (year) years.push(year);
    const own = year ?? (isTotal && years.length > 0 ? allOf(years) : undefined);
    const isCategory = !isAcross && !own && years.length === 0 && above.noun !== undefined;
    if (!own)
      last = isTotal
        ? { noun: above.noun ?? last.noun, act: last.act ?? above.act }
        : said(cells[0]!, terms, last);
    return cells.slice(1).flatMap((cell, i): Cell[] => {
      const count = countIn(cell);
      const column = headOf(i + 1);
      if (!count || !column) return [];
      const words = isCategory ? { ...above, act: last.act ?? above.act } : own ? said(column, terms) : last;
      const period = own ?? periodIn(column) ?? (isTotalIn(column) ? allOf(columns) : undefined);
      if (words.noun ?? words.act) return [{ count, period, ...placed(words, count) }];
      // "Under 18 | 83 | 46": parts of what the words above the table count.
      if (terms.whole === undefined || !isPart(own ? column : cells[0]!)) return [];
      return [
        { count, period, noun: { is: terms.whole, start: count.start, end: count.end }, act: undefined },
      ];
    });
  });
}

export interface GridTerms extends Terms {
  /** Words for parts of what is counted: of a sex, of an age. */
  readonly parts: readonly Span[];
  /** What the words above the table count. */
  readonly whole: Noun | undefined;
  readonly section: Section | undefined;
}

type Words = Pick<Cell, 'noun' | 'act'>;

/** Whom a heading speaks of, and what of them: of the rows and columns below that are parts of these. */
function wordsAbove(section: Section | undefined): Words {
  const noun = section?.nouns.findLast(({ is }) => isPeople(is));
  const act = noun && section?.acts.find((one) => readIndicator(noun.is, one.is));
  const nowhere = { start: -1, end: -1 };
  return { noun: noun && { is: noun.is, ...nowhere }, act: act && { is: act.is, ...nowhere } };
}

/** Words of the heading have no place in the table: they stand where their number does. */
const placed = ({ noun, act }: Words, { start, end }: Count): Words => ({
  noun: noun && noun.start < 0 ? { is: noun.is, start, end } : noun,
  act: act && act.start < 0 ? { is: act.is, start, end } : act,
});

/** In Chinese tables the first column may say years without 年. */
const bareYear = (text: string, { start, end }: Span): FoundPeriod | undefined =>
  /^(?:19|20)\d\d$/.test(text.slice(start, end))
    ? { period: text.slice(start, end), isPoint: true, start, end }
    : undefined;

/** From the first of some years to the last; undefined where one is missing between them. */
function allOf(years: readonly FoundPeriod[]): FoundPeriod | undefined {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return undefined;
  const isWhole = years.every(
    ({ period }, i) =>
      /^\d{4}$/.test(period) && (i === 0 || Number(period) === Number(years[i - 1]!.period) + 1),
  );
  return isWhole && years.length > 1
    ? { period: toSpan(first.period, last.period), isPoint: false, start: first.start, end: first.end }
    : undefined;
}

const isIn = (one: Span, { start, end }: Span): boolean => one.start >= start && one.end <= end;

/** What a name of a row or column says is counted. "Of whom women" is a part of the row before. */
function said(cell: Span, { nouns, acts }: Terms, last?: Words): Words {
  if (last && cell.start === cell.end) return last;
  const noun = nouns.find((one) => isIn(one, cell));
  const own = acts.filter((one) => isIn(one, cell));
  // "Accused convicted": what became of them tells more than what they are called.
  const act = own.find((one) => !noun || one.end <= noun.start || one.start >= noun.end) ?? own[0];
  return { noun, act: act ?? (noun ? last?.act : undefined) };
}

function missingIn(text: string, cell: Span): Count | undefined {
  if (!missing.test(text.slice(cell.start, cell.end))) return undefined;
  return { ...cell, value: null, qualifier: 'not-available', said: cell };
}

/** The cells of a line, also those in which nothing stands; strokes at its ends are its frame. */
function cellsOf(line: string, index: number): Span[] {
  const marks = [...line.matchAll(/[\t|｜]/gu)].map(({ index: at }) => at);
  const cells = [-1, ...marks].map((mark, i) => {
    const cell = line.slice(mark + 1, marks[i]);
    const start = index + mark + 1 + (cell.length - cell.trimStart().length);
    return { start, end: start + cell.trim().length };
  });
  const isEmpty = ({ start, end }: Span) => start === end;
  const from = isEmpty(cells[0]!) && line[marks[0]!] !== '\t' ? 1 : 0;
  const until = isEmpty(cells.at(-1)!) && line[marks.at(-1)!] !== '\t' ? -1 : undefined;
  return cells.slice(from, until);
}

/** Two cells may have one blank alone between them: "1,104 n/a". */
const partedByBlanks = (text: string, [name, ...cells]: readonly Span[]): Span[] => [
  name!,
  ...cells.flatMap((cell): Span[] => {
    const blank = text.slice(cell.start, cell.end).search(/\s/u);
    const parts = [
      { start: cell.start, end: cell.start + blank },
      { start: cell.start + blank + 1, end: cell.end },
    ];
    const isParted =
      blank > 0 &&
      parts.some(({ start, end }) => missing.test(text.slice(start, end))) &&
      parts.every(({ start, end }) => [missing, number].some((one) => one.test(text.slice(start, end))));
    return isParted ? parts : [cell];
  }),
];

/** Lines with their cells; lines of nothing but dashes are drawn, and one without cells begins the name of the next row. */
function rowsOf(text: string, periods: readonly FoundPeriod[]): Row[] {
  const rows: Row[] = [];
  let name: number | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    const cells = cellsOf(line, index);
    const years =
      cells.length === 1 && rows.length === 0 ? periods.filter((one) => isIn(one, cells[0]!)) : [];
    // Above rows that tabs part, years may stand with nothing but blanks between them.
    if (years.length > 1) cells.splice(0, 1, { start: index, end: years[0]!.start }, ...years);
    if (cells.length > 1)
      rows.push({ cells: [{ ...cells[0]!, start: name ?? cells[0]!.start }, ...cells.slice(1)] });
    name = cells.length > 1 ? undefined : cells[0]!.start;
  }
  return rows;
}
