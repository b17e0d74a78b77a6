/** Makes one table of figures of a table in which several columns hold figures: "male", "female"; "victims", "suspects". */
import { figureColumn } from '../table/shape-rows.js';
import { denominators } from '@rapporteur/domain';
import { quote } from '../kinds/unreadable-file.js';
import { noteCells, type Column } from './column.js';
import type { FoundBreakdown } from './find-breakdown.js';
import { acrossNames, type Table } from './gather-table.js';
import { maySayGrownUps, meaningOfHeader, type KnownWords, type NameOfFigures } from './known-words.js';
import { indicatorOf, readNames } from './read-names.js';

const isDenominator = (indicator: string | undefined) => denominators.some(({ code }) => code === indicator);

/**
 * Which of the columns of counts are figures of their own, each with its name as a word. In: the columns of counts. Out:
 * those whose names are parts of a whole or indicators; else all, unless one is called as the only figure would be.
 */
export function findFigures(counts: readonly Column[], known: KnownWords): readonly Column[] {
  const names = readNames(
    counts.map(({ name }) => name),
    known,
  );
  const isTotal = ({ codes, rest }: NameOfFigures) => codes.size === 0 && rest === '';
  const said = counts.filter(({ name }) => {
    const indicator = indicatorOf(name, names, known);
    const { codes, rest } = names.get(name)!;
    // Who lives there is a collection of its own, and here only beside the figures.
    return !isDenominator(indicator) && (codes.size > 0 || indicator !== undefined || rest === '');
  });
  if (said.length > 1 && !said.every(({ name }) => isTotal(names.get(name)!))) return said;
  if (counts.length < 2 || counts.some(({ name }) => meaningOfHeader(name, 'value') === 2)) return [];
  return counts;
}

/**
 * In: a table whose columns of figures became rows. Out: the parts of a breakdown that the names of these columns say, and
 * what of them is not sure: names that say more than their part are read by single words of them.
 */
export function findInNames(
  { figuresAcross }: Table,
  known: KnownWords,
): Pick<FoundBreakdown, 'parts' | 'doubts'> & { readonly isRead: boolean } {
  const said = new Map(readNames(figuresAcross, known));
  const areChildren = [...said.values()].some(({ codes }) => codes.get('age') === 'child');
  const grownUps = figuresAcross.filter(
    (name) => areChildren && maySayGrownUps(name) && !said.get(name)!.codes.has('age'),
  );
  for (const name of grownUps) {
    const { codes, rest } = said.get(name)!;
    said.set(name, { codes: new Map([...codes, ['age', 'adult']]), rest });
  }
  const dimensions = [...new Set([...said.values()].flatMap(({ codes }) => [...codes.keys()]))];
  const parts = dimensions.map((dimension) => ({
    ...{ columns: [figureColumn], dimension },
    words: Object.fromEntries(
      [...said].flatMap(([name, { codes, rest }]) => {
        const code = codes.get(dimension);
        // A name that is not understood is not the total either: it waits.
        const isKnown = rest === '' || indicatorOf(name, said, known) !== undefined;
        return code === undefined && !isKnown ? [] : [[name, code ?? null]];
      }),
    ),
  }));
  const unsure = figuresAcross.filter((name) => {
    const { codes, rest } = said.get(name)!;
    if (grownUps.includes(name)) return true;
    return rest !== '' && (codes.size > 0 || known.indicator(name) === undefined);
  });
  const names = unsure.slice(0, 10).map((name) => quote(name));
  const doubts = [
    `figuresAcross: each of ${names.join(', ')} is taken for figures of its own, which its name says. Take out of "figuresAcross" those that are no figures, and look at what "breakdown" and "indicator" make of the others; the review asks about names that are not known.`,
  ];
  return { parts, doubts: unsure.length > 0 ? doubts : [], isRead: parts.length > 0 };
}

/** In: a table, and its columns of figures. Out: the table with a row for each of their filled cells. */
export function spreadColumns(table: Table, figures: readonly Column[]): Table {
  const others = table.columns.filter((one) => !figures.includes(one));
  const made = others.map(({ name }) => noteCells(name));
  const name = noteCells(figureColumn);
  const value = noteCells(acrossNames.value);
  let rows = 0;
  for (let row = 0; row < table.rows; row += 1)
    for (const figure of figures) {
      const cell = figure.cells[row]!;
      if (cell === '') continue;
      rows += 1;
      others.forEach((other, i) => made[i]!.add(other.cells[row]!, other.isNoCount(row)));
      name.add(figure.name, false);
      value.add(cell, figure.isNoCount(row));
    }
  return { ...table, columns: [...made, name, value], rows, figuresAcross: figures.map((one) => one.name) };
}
