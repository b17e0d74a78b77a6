/** Tables whose cells a tab or a stroke parts: years at the head and a name before each row, or the other way round. */
import type { Count } from './count.js';
import type { FoundPeriod } from './periods/found-period.js';
import type { Span } from './span.js';
import type { Cell, Terms } from './tables.js';

/** What stands in a cell of which there is no number: a dash, dots, n. a., s/d, н/д. */
const missing =
  /^\s*(?:[-–—―]+|\.{2,}|…|n\.?\s?\/?\s?[adk]\.?|s\.?\s?\/?\s?d\.?|н\.?\s?\/?\s?д\.?|нет данных|غير متوفر\S*|غير متاح\S*|لا تتوفر|不详|暂无|无数据|no data)\s*$/iu;

interface Row {
  readonly cells: readonly Span[];
}

/** In: a table, with the words found in it. Out: its cells in order; none where no row and head say what they count. */
export function readGrid(
  text: string,
  counts: readonly Count[],
  periods: readonly FoundPeriod[],
  terms: Terms,
): Cell[] {
  const rows = rowsOf(text);
  const [head] = rows;
  if (!head || rows.length < 2) return [];
  const periodIn = (cell: Span | undefined) => cell && periods.find((one) => isIn(one, cell));
  const countIn = (cell: Span) => counts.find((one) => isIn(one, cell)) ?? missingIn(text, cell);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const shift = width - head.cells.length;
  const headOf = (i: number) => head.cells[i - shift];
  const isAcross = head.cells.slice(1 - shift).some(periodIn);
  let last: Pick<Cell, 'noun' | 'act'> = { noun: undefined, act: undefined };
  return rows.slice(1).flatMap(({ cells }): Cell[] => {
    const own = isAcross ? undefined : periodIn(cells[0]);
    if (!own) last = said(cells[0]!, terms, last);
    return cells.slice(1).flatMap((cell, i): Cell[] => {
      const count = countIn(cell);
      const above = headOf(i + 1);
      if (!count || !above) return [];
      const words = own ? said(above, terms) : last;
      const period = own ?? periodIn(above);
      return (words.noun ?? words.act) ? [{ count, period, ...words }] : [];
    });
  });
}

const isIn = (one: Span, { start, end }: Span): boolean => one.start >= start && one.end <= end;

/** What a name of a row or column says is counted. "Of whom women" is a part of the row before. */
function said(
  cell: Span,
  { nouns, acts }: Terms,
  last?: Pick<Cell, 'noun' | 'act'>,
): Pick<Cell, 'noun' | 'act'> {
  if (last && cell.start === cell.end) return last;
  const noun = nouns.find((one) => isIn(one, cell));
  const act = acts.find((one) => isIn(one, cell));
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

/** Lines with their cells; lines of nothing but dashes are drawn, and one without cells begins the name of the next row. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let name: number | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    const cells = cellsOf(line, index);
    if (cells.length > 1)
      rows.push({ cells: [{ ...cells[0]!, start: name ?? cells[0]!.start }, ...cells.slice(1)] });
    name = cells.length > 1 ? undefined : cells[0]!.start;
  }
  return rows;
}
