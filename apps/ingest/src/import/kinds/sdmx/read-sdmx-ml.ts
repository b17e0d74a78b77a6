/** Reads an SDMX-ML data message (2.1, 3.0, 3.1) as the table that its SDMX-CSV would be: a row for each observation. */
import { makeXmlParser, type Handlers } from '@rapporteur/office-file';
import { decode } from '../decode.js';
import { limits } from '../limits.js';
import { toUnreadable } from '../open-zip.js';
import type { Row, Spreadsheet } from '../rows.js';
import { quote, UnreadableFile } from '../unreadable-file.js';
import type { DataSet, ReadObservation } from './data-reader.js';
import { makeGroups, type Groups } from './groups.js';
import { MessageReader } from './message-reader.js';
import { findFault, toWhole } from './read-sdmx-csv.js';

/** The size of a batch: it ends at whichever of these limits comes first. */
const perBatch = { rows: 1000, characters: 1024 ** 2 };

/** What must be known of a message before its first row. */
interface Overview {
  readonly columns: readonly string[];
  /** The groups of those data sets that have any. */
  readonly groups: ReadonlyMap<number, Groups>;
}

/**
 * In: the path of an XML file, its encoding and its first characters. Out: one sheet. It has the columns STRUCTURE,
 * STRUCTURE_ID and ACTION, and one for each component; the row of an observation is its place in the message and one. The
 * file is read twice, since a column may come with the last observation. Errors: UnreadableFile.
 */
export async function openSdmxMl(path: string, encoding: string, start: string): Promise<Spreadsheet> {
  refuseEncoding(encoding, start);
  const overview = await look(path, encoding);
  return {
    sheets: ['sdmx-ml'],
    rows: () => readRows(path, encoding, overview),
    close: async () => undefined,
  };
}

/** Errors: UnreadableFile, where the bytes are not in the encoding that the XML declares, or in none that is read. */
function refuseEncoding(encoding: string, start: string): void {
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)/.exec(start)?.[1];
  if (declared === undefined || encoding !== 'utf-8' || /^(?:utf-?8|us-ascii)$/i.test(declared)) return;
  throw new UnreadableFile(
    'bad-encoding',
    `The XML says that it is ${quote(declared, 40)}. UTF-8 is read, and UTF-16 where its first bytes show it.`,
  );
}

/** Tells the handlers of the message, and gives its caller a turn after each piece. */
async function* parse(path: string, encoding: string, handlers: Handlers): AsyncGenerator<void> {
  const parser = makeXmlParser('The XML', handlers);
  try {
    for await (const text of decode(path, encoding, 'Save it as UTF-8.')) {
      parser.write(text);
      yield;
    }
    parser.close();
  } catch (error) {
    toUnreadable(error);
  }
}

async function look(path: string, encoding: string): Promise<Overview> {
  const groups = new Map<number, Groups>();
  const reader = new MessageReader({
    observation: () => undefined,
    closeSet(set) {
      const made = makeGroups(set.groups, set.ids);
      if (made) groups.set(set.index, made);
    },
  });
  const pieces = parse(path, encoding, reader);
  while (!(await pieces.next()).done);
  const found = reader.columns;
  const measure = 'OBS_VALUE';
  // A message in which no observation has a value has none of it all the same.
  const columns = found.includes(measure) ? found : [...found, measure];
  return { columns, groups };
}

async function* readRows(path: string, encoding: string, overview: Overview): AsyncGenerator<Row[]> {
  const { header, toRow } = makeRowReader(overview);
  let batch: Row[] = [{ row: 1, cells: header }];
  let [row, all, characters] = [1, 0, 0];
  // A few characters of XML may be many rows with all that their series says: these are made only as they are taken.
  let read: ReadObservation[] = [];
  const pieces = parse(path, encoding, new MessageReader({ observation: (one) => void read.push(one) }));
  for (let isThrough = false; !isThrough;) {
    isThrough = (await pieces.next()).done === true;
    const taken = read;
    read = [];
    for (const one of taken) {
      const made = toRow((row += 1), one);
      batch.push(made);
      for (const cell of made.cells) characters += cell.length;
      if (batch.length < perBatch.rows && characters < perBatch.characters) continue;
      all += characters;
      if (all > limits.text)
        throw new UnreadableFile(
          'too-large',
          `The observations of the message say more than ${limits.text} characters.`,
        );
      yield batch;
      [batch, characters] = [[], 0];
    }
  }
  if (batch.length > 0) yield batch;
}

/** What is said of the data set of every observation, as the first columns of SDMX-CSV 2. */
const ofSet: readonly (readonly [string, (set: DataSet) => string])[] = [
  ['STRUCTURE', ({ structure }) => structure.kind],
  ['STRUCTURE_ID', ({ structure }) => structure.id],
  ['ACTION', ({ action }) => action],
];

function makeRowReader({ columns, groups }: Overview): {
  readonly header: readonly string[];
  toRow(row: number, read: ReadObservation): Row;
} {
  const taken = new Set(columns.map((id) => id.toUpperCase()));
  const first = ofSet.filter(([name]) => !taken.has(name));
  const header = [...first.map(([name]) => name), ...columns];
  const places = new Map(header.map((name, place) => [name, place]));
  const value = places.get('OBS_VALUE')!;
  const power = header.findIndex((name) => name.toUpperCase() === 'UNIT_MULT');
  const toRow = (row: number, { set, series, own }: ReadObservation): Row => {
    const found = new Map<number, string>();
    const put = (values: ReadonlyMap<string, string>) => {
      for (const [id, said] of values) found.set(places.get(id)!, said);
    };
    for (const [place, [, read]] of first.entries()) if (read(set) !== '') found.set(place, read(set));
    const group = groups.get(set.index)?.find((id) => own.values.get(id) ?? series?.values.get(id));
    for (const values of group?.values ?? []) put(values);
    // What is said nearer to the observation counts.
    if (series) put(series.values);
    put(own.values);
    const fault =
      findFault(set.action, found.get(power) ?? '') ??
      findLack(set, (id) => found.has(places.get(id)!)) ??
      group?.fault;
    // Where it is listed, a row is as long as the header.
    if (!found.has(header.length - 1)) found.set(header.length - 1, '');
    const filled = [...found.keys()].sort((a, b) => a - b);
    const cells = filled.map((place) => (place === value ? toWhole(found.get(place)!) : found.get(place)!));
    const made = { row, cells, columns: filled };
    return fault === undefined ? made : { ...made, fault };
  };
  return { header, toRow };
}

/** Without its dimension an observation could be taken for that of another place, or for a total. */
function findLack({ structure: { dimension } }: DataSet, has: (id: string) => boolean): string | undefined {
  if (dimension === undefined || dimension === 'AllDimensions' || has(dimension)) return undefined;
  return `it has no ${quote(dimension, 100)}, by which the message tells the observations of a series apart`;
}
