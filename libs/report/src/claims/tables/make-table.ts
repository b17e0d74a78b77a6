/** Puts tables together: cells with the observations that they show, notes by letters, the source, an empty one in words. */
import { findMissing, givesFigure, missingCodes, type CellStatement } from '@rapporteur/domain';
import type { Cell, Inline, Table } from '../../document/document.js';
import { writeFigure } from '../../document/house-style.js';
import type { ReportLanguage } from '../../document/language.js';
import {
  basisOf,
  inEnglish,
  type Basis,
  type BlockAnswer,
  type Context,
  type ReasonCode,
} from '../claim-kind.js';

export const text = (content: string): Inline[] => [{ kind: 'text', text: content }];
export const header = (content: string, align: Cell['align'] = 'start'): Cell => ({
  inlines: text(content),
  isHeader: true,
  ...(align === 'start' ? {} : { align }),
});
export const plain = (content: string): Cell => ({ inlines: text(content) });

/** What a reply noted, in the language that it is written in. */
export const noted = (note: string | undefined, language: ReportLanguage): Cell => ({
  inlines: note === undefined ? [] : [inEnglish(note, language)],
});

/** Notes under a table, each once, by letters: (a), (b) …, (aa) … */
export class Notes {
  readonly #letters = new Map<string, string>();

  /** The letter of a note; nothing where there is none. */
  letterOf(note: string | undefined): string {
    if (note === undefined) return '';
    const known = this.#letters.get(note);
    if (known !== undefined) return known;
    const letter = toLetters(this.#letters.size);
    this.#letters.set(note, letter);
    return letter;
  }

  /** The notes as they stand under the table. */
  written(language: ReportLanguage): Inline[][] {
    return [...this.#letters].map(([note, letter]) => [
      { kind: 'text', text: `(${letter}) ` },
      inEnglish(note, language),
    ]);
  }
}

const toLetters = (index: number): string =>
  (index >= 26 ? toLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));

/** What a reply says instead of a number, for which a table has a sign: all but none known, which it says in words. */
const signOf = ({ qualifier }: CellStatement) =>
  givesFigure(qualifier) ? undefined : findMissing(qualifier);

/**
 * The meanings of the signs that a table has instead of numbers, in the order of the code list. In: the statements shown;
 * one that conflicts with another of its cell is in words.
 */
export function signNotes(statements: readonly CellStatement[], language: ReportLanguage): Inline[][] {
  const conflicting = new Set(conflictsIn(statements));
  const signs = new Set(statements.flatMap((s) => (conflicting.has(s.cell) ? [] : (signOf(s)?.code ?? []))));
  return missingCodes.flatMap(({ code }) => (signs.has(code) ? [text(language.say(`table.${code}`))] : []));
}

/** A cell with what its figure's variants say: one figure, all of several that conflict, a sign for none, `..` where nothing is said. */
export function figureCell(
  variants: readonly CellStatement[],
  language: ReportLanguage,
  notes?: Notes,
): Cell {
  const [only, ...more] = variants;
  if (!only) return { inlines: text('..'), align: 'end' };
  const written =
    more.length === 0
      ? (signOf(only)?.sign ?? writeFigure(only, language))
      : language.say('figure.conflicting-short', {
          figures: language.list(
            variants.map((v) => writeFigure(v, language)),
            'or',
          ),
        });
  const letters = notes ? variants.map(({ source }) => notes.letterOf(source.note)).filter(Boolean) : [];
  const marks = letters.map((letter) => ` (${letter})`).join('');
  return { inlines: text(`${written}${marks}`), align: 'end', observation: only.cell };
}

/** The source of figures: the paragraphs of the replies, as far as they are known. */
export function sourceOf(statements: readonly CellStatement[], { facts, language }: Context): Inline[] {
  const paragraphs = [...new Set(statements.flatMap(({ source }) => source.paragraph ?? []))].sort(
    (a, b) => a - b,
  );
  const symbol = facts.round.particulars.symbol;
  if (paragraphs.length === 0) return text(language.say('table.source'));
  return text(
    language.say(symbol === null ? 'table.source-paragraphs' : 'table.source-symbol', {
      symbol: symbol ?? '',
      count: paragraphs.length,
      paragraphs: writeRuns(paragraphs, language),
    }),
  );
}

/** Numbers with runs drawn together: `12–14, 18 and 20`. */
export function writeRuns(numbers: readonly number[], language: ReportLanguage): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return language.list(runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)));
}

export interface Parts {
  readonly caption: string;
  readonly head: Table['head'];
  readonly rows: Table['rows'];
  readonly notes?: Table['notes'];
  readonly source: Inline[];
  readonly statements: readonly CellStatement[];
  readonly events?: readonly number[];
}

/** The answer that a table is; where figures conflict it is shown with all of them, and is no answer. */
export function toTable({ caption, head, rows, notes = [], source, statements, events }: Parts): BlockAnswer {
  const basis = basisOf(statements, events);
  const conflicting = conflictsIn(statements);
  return {
    ...basis,
    status: conflicting.length === 0 ? 'answered' : 'unanswerable',
    ...(conflicting.length === 0
      ? {}
      : { reason: { code: 'conflicting-figures', message: `${caption}: ${conflicting.join(', ')}` } }),
    block: { kind: 'table', caption: text(caption), head, rows, notes, source },
    grid: [...head, ...rows].map((row) => row.map(({ observation = '' }) => observation)),
  };
}

function conflictsIn(statements: readonly CellStatement[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { cell, kind } of statements) {
    if (kind === 'observation' && seen.has(cell)) twice.add(cell);
    seen.add(cell);
  }
  return [...twice];
}

/** The answer where a table would have no row. */
export function emptyTable(
  caption: string,
  { language }: Context,
  code: ReasonCode,
  message: string,
  basis: Basis = { cells: [], events: [] },
): BlockAnswer {
  return {
    ...basis,
    status: 'unanswerable',
    reason: { code, message },
    block: {
      kind: 'table',
      caption: text(caption),
      head: [],
      rows: [[plain(language.say(`unanswerable.${code}`, { subject: caption }))]],
      notes: [],
      source: [],
    },
    grid: [['']],
  };
}
