/** From a pasted table to figures: what its words and signs are taken for, what nobody can know but a person, and every problem. Pure. */
import { readSign, toPlainDigits } from '@rapporteur/domain/count';
import { parsePeriod } from '@rapporteur/domain/period';
import type { Grid } from './read-grid.js';

interface Coded {
  readonly indicator: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly period: string;
}

/** What a table is taken for; a person changes what it was not rightly taken for. */
export interface Plan {
  /** Lines above the first that has periods: they are not read. */
  readonly notRead: readonly string[];
  /** What is counted, one for each line of figures; an empty indicator has still to be chosen, `skip` is left out. */
  readonly labels: readonly { readonly text: string; readonly indicator: string }[];
  readonly periods: readonly { readonly text: string; readonly period: string }[];
  /** By label, then by period. */
  readonly cells: Grid;
  /** What stands in place of a number: empty while nobody has said; `skip`, or why there is no number. */
  readonly signs: Readonly<Record<string, string>>;
  /** Whether a point or comma between three digits and three parts thousands; undefined: nobody has said. */
  readonly areGrouped: boolean | undefined;
}

export const skip = 'skip';

export type PasteProblem =
  | { readonly code: 'no-table' }
  | { readonly code: 'no-indicator' | 'no-period' | 'unclear-period'; readonly text: string }
  | {
      readonly code: 'no-meaning' | 'unclear-number' | 'no-number' | 'twice' | 'coded-already';
      readonly text: string;
      readonly label: string;
      readonly period: string;
    };

export interface PastedFigure extends Coded {
  readonly value: string;
  readonly qualifier: string;
  readonly asWritten: string;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** A year, month or span as tables write them; empty where it is none, or may be two things: "2007-08". */
export function readPeriod(written: string): string {
  const text = toPlainDigits(written)
    .replace(/(\d{4})\s*[–—-]\s*(\d{4})/u, '$1/$2')
    .trim();
  if (/^\d{4}-\d{2}$/u.test(text)) return '';
  const read = parsePeriod(text);
  return read.ok && text !== 'undated' ? read.text : '';
}
const looksLikePeriod = (written: string) => /^\D{0,3}\d{4}(?!\d)/u.test(toPlainDigits(written));

/** In: a table, and the indicators by code and name. Out: what it is taken for, with periods in whichever of both directions has more. */
export function planTable(grid: Grid, indicators: readonly { code: string; name: string }[]): Plan {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const down = Array.from({ length: width }, (_, x) => grid.map((row) => row[x] ?? ''));
  const best = (lines: Grid) => Math.max(0, ...lines.map((line) => line.filter(looksLikePeriod).length));
  const lines = best(grid) >= best(down) ? grid : down;
  const head = lines.findIndex((line) => line.some(looksLikePeriod));
  const [first = [], ...body] = head < 0 ? [] : lines.slice(head);
  const codeOf = (text: string) =>
    indicators.find(({ code, name }) => [code, name].some((one) => fold(one) === fold(text)))?.code ?? '';
  const cells = body.map((line) => first.slice(1).map((_, x) => line[x + 1] ?? ''));
  const signs = new Set(cells.flat().filter((cell) => isSign(cell)));
  return {
    notRead: lines.slice(0, Math.max(0, head)).map((line) => line.filter(Boolean).join(' ')),
    labels: body.map((line) => ({ text: line[0] ?? '', indicator: codeOf(line[0] ?? '') })),
    periods: first.slice(1).map((text) => ({ text, period: readPeriod(text) })),
    cells,
    signs: Object.fromEntries([...signs].map((sign) => [sign, ''])),
    areGrouped: undefined,
  };
}

/** Signs and words that stand where a number would: they mean what somebody says that they mean. */
const isSign = (cell: string) => cell !== '' && !/\p{Nd}/u.test(cell);

const written =
  /^(<=|>=|[<>≤≥~≈]?)\s*(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,3}(?:([,.'’٬])\d{3})(?:\3\d{3})*)$/u;

/** In: a plan, and the figures that are coded already. Out: its figures, and every problem; an empty cell says nothing. */
export function toFigures(
  plan: Plan,
  coded: readonly Coded[],
): { readonly figures: readonly PastedFigure[]; readonly problems: readonly PasteProblem[] } {
  const problems: PasteProblem[] = [];
  const figures: PastedFigure[] = [];
  const isEmpty = (cells: readonly (string | undefined)[]) => cells.every((cell) => !cell);
  if (plan.labels.length === 0 || plan.periods.length === 0) problems.push({ code: 'no-table' });
  plan.periods.forEach(({ text, period }, x) => {
    if (isEmpty(plan.cells.map((row) => row[x]))) return;
    if (!parsePeriod(period).ok)
      problems.push({
        code: period === '' && looksLikePeriod(text) ? 'unclear-period' : 'no-period',
        text: period || text,
      });
  });
  plan.labels.forEach(({ text, indicator }, y) => {
    const row = plan.cells[y] ?? [];
    if (indicator === skip || isEmpty(row)) return;
    if (indicator === '') problems.push({ code: 'no-indicator', text });
    plan.periods.forEach(({ period, text: periodText }, x) => {
      const cell = row[x] ?? '';
      const read = readCell(cell, plan);
      if (read === undefined) return;
      const at = { text: cell, label: text, period: period || periodText };
      if (typeof read === 'string') return void problems.push({ code: read, ...at });
      const cellOf = (one: Coded) => one.indicator === indicator && one.period === period && isTotal(one);
      if (indicator !== '' && figures.some(cellOf)) problems.push({ code: 'twice', ...at });
      if (indicator !== '' && coded.some(cellOf)) problems.push({ code: 'coded-already', ...at });
      const asWritten = cell === read.value ? '' : cell;
      figures.push({ indicator, breakdown: {}, period, ...read, asWritten });
    });
  });
  return { figures, problems };
}

const isTotal = ({ breakdown }: Coded) => Object.keys(breakdown).length === 0;

type Read = Pick<PastedFigure, 'value' | 'qualifier'>;

/** Out: what a cell says; undefined where it says nothing; else why that is not known. */
function readCell(
  cell: string,
  { signs, areGrouped }: Plan,
): Read | 'no-meaning' | 'unclear-number' | 'no-number' | undefined {
  if (cell === '') return undefined;
  if (isSign(cell)) {
    const meaning = signs[cell] ?? '';
    if (meaning === skip) return undefined;
    return meaning === '' ? 'no-meaning' : { value: '', qualifier: meaning };
  }
  const [, sign = '', number = '', group] = written.exec(toPlainDigits(cell)) ?? [];
  if (number === '') return 'no-number';
  if (group !== undefined && areGrouped !== true)
    return areGrouped === undefined ? 'unclear-number' : 'no-number';
  const read = readSign(sign, Number(number.replace(/\D/gu, '')));
  return read && Number.isSafeInteger(read.value)
    ? { value: String(read.value), qualifier: read.qualifier }
    : 'no-number';
}
