/** Tables of a page that only shows its words: rows are told by the gaps between these, and by columns that stand in line. */
import type { Box, Line, PlacedWord } from './line.js';
import { isFigure } from './table-rows.js';

/** Wider gaps part cells, in widths of a letter; between two numbers, which prose hardly puts side by side, narrower ones. */
const gapOfWords = 2.2;
const gapOfNumbers = 1.3;
/** How many lines of one cell may stand between two rows: the name of a row that takes several lines. */
const mostBetween = 2;
/** What is longer than a page is no table of one, so that no page takes long. */
const mostRows = 200;

/** The words of a cell, what they say, and from where to where they stand across the page. */
interface Cell {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  readonly left: number;
  readonly right: number;
}

interface Row {
  readonly line: Line;
  readonly cells: readonly Cell[];
  readonly top: number;
}

/** In: the lines of a page in order, with the places of their words. Out: the same, those of tables with their cells. */
export function findRows(lines: readonly Line[]): Line[] {
  const letter = widthOfLetter(lines);
  const rows = lines.map((line): Row => ({ line, cells: cellsOf(line, letter), top: topOf(line) }));
  const found: Line[] = [];
  for (let at = 0; at < rows.length;) {
    // Where the lines between make no table of all, they part several.
    const ends = [endOfGroup(rows, at, mostBetween), endOfGroup(rows, at, 0)];
    const tables = ends.map((end) => ({ end, table: toTable(rows.slice(at, end)) }));
    const { end, table } = tables.find((one) => one.table) ?? { end: at + 1, table: undefined };
    found.push(...(table ?? lines.slice(at, end)));
    at = end;
  }
  return found;
}

/** In: the lines of a page in order, with the places of their words. Out: the same, tables as rows, paragraphs parted by empty lines. */
export const toPageLines = (lines: readonly Line[]): Line[] => partByRoom(findRows(lines));

/** Lines of a paragraph stand nearer to each other than so many times what is usual on their page. */
const paragraphGap = 1.25;
/** So great a part of the steps from line to line are no greater than those within paragraphs, however short these are. */
const withinParagraphs = 0.2;

/** Puts an empty line where more room than usual is between two. */
function partByRoom(lines: readonly Line[]): Line[] {
  const places = lines.map(({ words = [] }) => {
    const bottoms = words.map(({ box }) => box[3]).sort((a, b) => a - b);
    return {
      at: bottoms[bottoms.length >> 1] ?? NaN,
      height: Math.max(...words.map(({ box }) => box[3] - box[1])),
    };
  });
  const steps = places.slice(1).map(({ at }, i) => at - places[i]!.at);
  // A smaller step than half a line leads to a sign above it, or to what stands beside it.
  const down = steps.filter((step, i) => step > places[i + 1]!.height / 2).sort((a, b) => a - b);
  const usual = down[Math.floor(down.length * withinParagraphs)] ?? Infinity;
  return lines.flatMap((line, i) => {
    if (i === 0 || !(steps[i - 1]! > usual * paragraphGap)) return [line];
    return [{ text: '' }, line.begins === undefined ? line : { ...line, begins: true }];
  });
}

/** How wide a letter is on a page, as part of it; of Chinese letters half their width. */
function widthOfLetter(lines: readonly Line[]): number {
  let [width, letters] = [0, 0];
  for (const { words = [] } of lines)
    for (const { text, box } of words) {
      width += box[2] - box[0];
      letters += text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
    }
  return letters > 0 ? width / letters : 0;
}

const topOf = ({ words = [] }: Line): number =>
  words.reduce((sum, { box }) => sum + box[1], 0) / Math.max(words.length, 1);

const apart = (a: Box, b: Box): number => Math.max(b[0] - a[2], a[0] - b[2]);

/** The words of a line, parted where the gap between two is wide. None where the words are not those of the text. */
function cellsOf({ text, words = [] }: Line, letter: number): Cell[] {
  const groups: { words: PlacedWord[]; start: number; end: number }[] = [];
  let end = 0;
  let isNumber = false;
  for (const word of words) {
    const start = text.indexOf(word.text, end);
    if (start < 0) return [];
    end = start + word.text.length;
    const last = groups.at(-1);
    const isNext = isFigure(word.text);
    const least = (isNumber && isNext ? gapOfNumbers : gapOfWords) * letter;
    if (last && apart(last.words.at(-1)!.box, word.box) <= least) {
      last.words.push(word);
      last.end = end;
    } else groups.push({ words: [word], start, end });
    isNumber = isNext;
  }
  return groups.map((group) => toCell(text.slice(group.start, group.end), group.words));
}

const toCell = (text: string, words: readonly PlacedWord[]): Cell => ({
  ...{ text: text.replace(/\s+/gu, ' ').trim(), words },
  left: Math.min(...words.map(({ box }) => box[0])),
  right: Math.max(...words.map(({ box }) => box[2])),
});

/** Where the rows that begin at a line end: lines with cells, and so many lines without between two of them at most. */
function endOfGroup(rows: readonly Row[], from: number, between: number): number {
  let end = from;
  for (let at = from; at < Math.min(rows.length, from + mostRows) && at - end <= between; at += 1)
    if (rows[at]!.cells.length > 1) end = at + 1;
    else if (at === from) break;
  return end;
}

/** In: lines that follow each other, most of which have cells. Out: them as rows; undefined where they are no table. */
function toTable(rows: readonly Row[]): Line[] | undefined {
  const several = rows.filter(({ cells }) => cells.length > 1);
  if (several.length < 2) return undefined;
  const columns = columnsOf(several);
  const placed: Placed[] = [];
  for (const row of rows) {
    const cells = inColumns(row.cells, columns);
    if (!cells || cells.every((cell) => !cell)) return undefined;
    placed.push({ ...row, cells });
  }
  const figures = placed.flatMap(({ cells }) => cells.slice(1).filter((cell) => cell && isFigure(cell.text)));
  if (figures.length < 2) return undefined;
  return joinParts(placed).map(({ line, cells }) => {
    const filled = cells.filter((cell) => cell !== undefined);
    if (filled.length < 2) return line;
    const said = cells.map((cell) => cell?.text ?? '');
    return { ...line, text: said.join(' '), cells: said, words: filled.flatMap(({ words }) => words) };
  });
}

/** A line with a cell, or none, for each column. */
interface Placed extends Omit<Row, 'cells'> {
  readonly cells: readonly (Cell | undefined)[];
}

/** From where to where a column reaches across the page. */
type Column = Pick<Cell, 'left' | 'right'>;

/** The columns of rows in the order in which they are read. */
function columnsOf(rows: readonly Row[]): Column[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of rows.flatMap(({ cells }) => cells).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  const toLeft = rows.filter(({ cells }) => cells[0]!.left > cells.at(-1)!.left).length;
  return toLeft > rows.length / 2 ? columns.reverse() : columns;
}

/** Undefined where two cells stand in one column, or one in two: a line that reaches across the table is none of its rows. */
function inColumns(cells: readonly Cell[], columns: readonly Column[]): (Cell | undefined)[] | undefined {
  const placed = columns.map(({ left, right }) =>
    cells.filter((cell) => cell.left < right && cell.right > left),
  );
  if (placed.some(({ length }) => length > 1) || placed.flat().length !== cells.length) return undefined;
  return placed.map(([cell]) => cell);
}

/** Lines of one cell stand nearer to each other than so great a part of what rows do. */
const near = 0.85;

/** Parts of a row on lines of their own, as a long name or head has them, are put into the row that they stand nearer to. */
function joinParts(rows: readonly Placed[]): Placed[] {
  const isFull = ({ cells }: Placed) => cells.some((cell, i) => i > 0 && cell && isFigure(cell.text));
  const tops = rows.filter(isFull).map(({ top }) => top);
  const least = near * Math.min(...tops.slice(1).map((top, i) => top - tops[i]!));
  const joined: Placed[] = [];
  let part: Placed | undefined;
  for (const [i, row] of rows.entries()) {
    const whole = part ? joinRow(part, row) : row;
    part = undefined;
    const last = joined.at(-1);
    const above = i > 0 ? row.top - rows[i - 1]!.top : Infinity;
    const below = i + 1 < rows.length ? rows[i + 1]!.top - row.top : Infinity;
    const isPart = Number.isFinite(least) && !isFull(row);
    if (isPart && last && above < least && above <= below) joined[joined.length - 1] = joinRow(last, whole);
    else if (isPart && below < least) part = whole;
    else joined.push(whole);
  }
  return joined;
}

const joinRow = (upper: Placed, lower: Placed): Placed => ({
  ...upper,
  cells: upper.cells.map((cell, i) => {
    const below = lower.cells[i];
    return cell && below
      ? toCell(`${cell.text} ${below.text}`, [...cell.words, ...below.words])
      : (cell ?? below);
  }),
});
