/**
 * Some of the observations of an answer, counted from its first: by the parameters `offset` and `limit`, or by the header
 * `Range: values=0-999`, as .Stat and other services of SDMX take it (RFC 9110, section 14, with a unit of their own).
 */
import { SdmxFault, type DataWriter, type Row, type SetHead } from '@rapporteur/sdmx';

/** Series of one data set. */
export interface Piece {
  readonly set: SetHead;
  readonly series: readonly (readonly Row[])[];
}

/** Observations of one series in one data set. */
interface Group {
  readonly set: SetHead;
  readonly rows: readonly Row[];
}

export interface Page {
  readonly offset: number;
  readonly limit: number | undefined;
}

/** A range is answered with so many observations at most: its answer says how many it has before they are sent. */
const longestRange = 10_000;

/**
 * In: the header Range. Out: which observations it asks for; undefined where it is none, or of another unit such as bytes,
 * since a server passes over what it does not know and sends the whole.
 */
export function readValuesRange(header: string | undefined): Page | undefined {
  const [, first, last] = /^values=(\d{1,12})-(\d{0,12})$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === undefined) return undefined;
  const offset = Number(first);
  const end = last ? Number(last) + 1 : Infinity;
  return end <= offset ? undefined : { offset, limit: Math.min(end - offset, longestRange) };
}

/** There is no observation in a range. */
export class EmptyRange extends SdmxFault {
  constructor(readonly total: number) {
    super(150, `There are ${total} observations, and none in the range that was asked for`, 416);
  }
}

/** The observations of a page. In `count` is how many were seen, and whether these were all. */
async function* cutToPage(
  pieces: AsyncIterable<Piece>,
  { offset, limit = Infinity }: Page,
  count = { seen: 0, isAll: false },
): AsyncGenerator<Group> {
  const end = offset + limit;
  for await (const { set, series } of pieces)
    for (const group of series) {
      if (count.seen >= end) return;
      const rows = group.slice(Math.max(0, offset - count.seen), end - count.seen);
      count.seen += group.length;
      if (rows.length > 0) yield { set, rows };
    }
  count.isAll = true;
}

/** Reads a range. Out: its observations, and the header Content-Range. Errors: EmptyRange. */
export async function readRange(
  pieces: AsyncIterable<Piece>,
  page: Page,
): Promise<{ readonly groups: readonly Group[]; readonly contentRange: string }> {
  const count = { seen: 0, isAll: false };
  const groups: Group[] = [];
  let length = 0;
  for await (const group of cutToPage(pieces, page, count)) {
    groups.push(group);
    length += group.rows.length;
  }
  if (length === 0) throw new EmptyRange(count.seen);
  const total = count.isAll ? count.seen : '*';
  return { groups, contentRange: `values ${page.offset}-${page.offset + length - 1}/${total}` };
}

/** The texts of a message with the observations of a page. */
export const writePage = (writer: DataWriter, pieces: AsyncIterable<Piece>, page: Page) =>
  writeGroups(writer, cutToPage(pieces, page));

/** The texts of a message; data sets in which nothing is are left out. */
export async function* writeGroups(
  writer: DataWriter,
  groups: AsyncIterable<Group> | Iterable<Group>,
): AsyncGenerator<string> {
  yield writer.begin();
  let open: SetHead | undefined;
  for await (const { set, rows } of groups) {
    if (open !== set) {
      if (open) yield writer.endSet();
      open = set;
      yield writer.beginSet(set);
    }
    yield writer.series(rows);
  }
  if (open) yield writer.endSet();
  yield writer.end();
}
