/** Reads the figure of a row: a number, or why there is none, from its own cell or from a status beside it. */
import type { MissingReason, Observation } from '@rapporteur/domain';
import type { Row } from '../kinds/rows.js';
import { quote } from '../kinds/unreadable-file.js';
import type { Header } from './find-header.js';
import { foldWord, type Mapping } from './mapping.js';
import { fold, longestWritten, Refused, type CellOf, type Cells } from './read-cells.js';
import { makeCountReader } from './read-count.js';

/**
 * The count of a row with its qualifier, and with the text as written where that says more than the count. Errors of the
 * reader: Refused.
 */
export function makeValueReader(
  { value, missing }: Mapping,
  header: Header,
  cellOf: CellOf,
): (row: Row, cells: Cells) => Pick<Observation, 'value' | 'qualifier' | 'asWritten'> {
  const cell = cellOf(value.columns, longestWritten);
  const place = header.find(value.columns);
  const readCount = makeCountReader(value.grouping, fold(value.words));
  const readStatus = makeStatusReader(missing, header, cellOf);
  return ({ noCounts }, cells) => {
    const written = cell(cells);
    const status = readStatus(cells);
    if (status && isNothing(written)) return { value: null, qualifier: status.reason };
    const isCount = !noCounts || ![...noCounts].some((column) => header.placeOf(column) === place);
    const count = isCount ? readCount(written) : undefined;
    if (!count) throw new Refused(`${quote(written)} is no count`);
    if (status && count.qualifier !== status.reason)
      throw new Refused(
        `the figure is ${quote(written)}, and ${status.column} says that it is ${status.reason}`,
      );
    const saysMore = written !== '' && written !== String(count.value);
    return saysMore ? { ...count, asWritten: written } : count;
  };
}

/** How files write that a cell has no number: nothing, or what SDMX and programs put there. */
const isNothing = (written: string) => ['', 'nan', '-', ':', '.', '..'].includes(foldWord(written));

/** Why a row has no number, by the first of its statuses that says so. Errors of the reader: Refused, where two differ. */
function makeStatusReader(
  missing: Mapping['missing'],
  header: Header,
  cellOf: CellOf,
): (cells: Cells) => { reason: MissingReason; column: string } | undefined {
  const columns = missing
    .filter(({ columns }) => header.find(columns) >= 0)
    .map(({ columns, words }) => ({ column: columns[0]!, cell: cellOf(columns), words: fold(words) }));
  return (cells) => {
    const said = columns.flatMap(({ column, cell, words }) => {
      const reason = words.get(foldWord(cell(cells)));
      return reason ? [{ column, reason }] : [];
    });
    const other = said.find(({ reason }) => reason !== said[0]!.reason);
    if (other)
      throw new Refused(
        `${said[0]!.column} says that the figure is ${said[0]!.reason}, and ${other.column} that it is ${other.reason}`,
      );
    return said[0];
  };
}
