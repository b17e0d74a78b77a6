/** Finds the field of an entry that each problem of the API belongs to. */
import type { Problem } from '@rapporteur/contract';
import { groupBy } from '../../page/group-by.js';
import type { Entry } from './entry.js';

/** The pointers to rows in problems, such as `/observations/added/0`. */
function pointersOf(entry: Entry): ReadonlyMap<string, string> {
  const pointers = new Map<string, string>();
  const note = (group: string, field: string, rows: readonly { id: number; part: string }[]) => {
    const places = new Map<string, number>();
    for (const { id, part } of rows) {
      const list = entry.kind === 'correction' ? `${group}/${part}` : group;
      const at = places.get(list) ?? 0;
      places.set(list, at + 1);
      pointers.set(`/${list}/${at}`, `${field}-${id}`);
    }
  };
  note('observations', 'figure', entry.figures);
  note('findings', 'finding', entry.findings);
  return pointers;
}

/**
 * Problems by the field that they belong to: `receivedOn`, `figure-3-value`, `figure-3` for a row as a whole, and ''
 * for what belongs to none.
 */
export function problemsByField(
  entry: Entry,
  problems: readonly Problem[],
): ReadonlyMap<string, readonly Problem[]> {
  const rows = pointersOf(entry);
  return groupBy(problems, ({ pointer }) => fieldOf(pointer, rows));
}

const simpleFields = ['respondent', 'receivedOn', 'language', 'reason', 'reference'];
const rowFields = [
  'indicator',
  'topic',
  'detail',
  'period',
  'value',
  'qualifier',
  'paragraph',
  'footnote',
  'note',
];
const rowFieldsBeside = ['breakdown', 'asWritten', 'break'];

function fieldOf(pointer: string, rows: ReadonlyMap<string, string>): string {
  const [, first = ''] = pointer.split('/');
  if (simpleFields.includes(first)) return first;
  const [row] = /^\/(observations|findings)(\/[a-z]+)?\/\d+/.exec(pointer) ?? [];
  const id = row === undefined ? undefined : rows.get(row);
  if (row === undefined || id === undefined) return '';
  const [, name = ''] = pointer.slice(row.length).split('/');
  return [...rowFields, ...rowFieldsBeside].includes(name) ? `${id}-${name}` : id;
}
