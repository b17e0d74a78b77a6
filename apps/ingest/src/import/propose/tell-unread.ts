/** What of a file a proposed mapping does not read, in sentences for the person who must look at it. */
import { quote } from '../kinds/unreadable-file.js';
import { countSplits, follows, type Column } from './column.js';
import type { Doubt } from './find-roles.js';
import type { Table } from './gather-table.js';
import { meaningOfHeader } from './known-words.js';

/** Whether a column says something beside the figures, such as their source. */
export const isAside = (column: Column) => meaningOfHeader(column.name, 'aside') === 2;

/** The sheets that have other columns. */
export const leftSheets = ({ otherSheets, sheets }: Table): Doubt[] =>
  otherSheets.length === 0
    ? []
    : [
        `${otherSheets.length === 1 ? 'Sheet' : 'Sheets'} ${otherSheets
          .slice(0, 10)
          .map((one) => quote(one))
          .join(
            ', ',
          )} ${otherSheets.length === 1 ? 'has' : 'have'} other columns than ${quote(sheets[0]!)}, and ${otherSheets.length === 1 ? 'is' : 'are'} not read. Where figures are there, read them by a mapping of their own.`,
      ];

/** What stands in columns without a name. */
export const doubtOfNameless = ({ nameless }: Table): Doubt[] =>
  nameless === 0
    ? []
    : [
        `${nameless.toLocaleString('en')} ${nameless === 1 ? 'cell stands' : 'cells stand'} in columns without a name, and ${nameless === 1 ? 'is' : 'are'} not read. Where figures are there, give these columns a name in the file.`,
      ];

interface Around {
  readonly who: readonly Column[];
  readonly read: readonly Column[];
  readonly counted: readonly number[];
}

/** Whether a column that is not read may say what a figure counts. */
export function doubtOfUnread(column: Column, { who, read, counted }: Around): Doubt[] {
  const splits = countSplits(column, read, counted);
  const example = [...column.words.keys()]
    .slice(0, 3)
    .map((one) => quote(one))
    .join(', ');
  if (splits > 0)
    return [
      `${quote(column.name)} (${example}) is not read, and ${splits.toLocaleString('en')} ${splits === 1 ? 'row differs' : 'rows differ'} from others by nothing else: their figures would stand side by side in one cell. Name it in "breakdown" with a dimension, or in "only" with the words to read.`,
    ];
  if (isAside(column) || (column.words.size > 1 && follows(column, who, counted))) return [];
  return [
    `${quote(column.name)} (${example}) is not read. If it says what the figures count, name it in "breakdown" with a dimension, or in "only" with the words to read.`,
  ];
}
