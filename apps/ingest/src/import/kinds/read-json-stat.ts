/** Reads a JSON-stat dataset as a table: two columns for each dimension, a row for each figure (https://json-stat.org/full). */
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { limits } from './limits.js';
import type { Row, Spreadsheet } from './rows.js';
import { quote, UnreadableFile } from './unreadable-file.js';

const names = z.record(z.string(), z.string());
const size = z.int().min(1).max(limits.rows);
const dimensionSchema = z.object({
  category: z
    .object({
      index: z.union([z.array(z.string()), z.record(z.string(), z.int().min(0))]).optional(),
      label: names.optional(),
    })
    .refine(({ index, label }) => index ?? label, 'needs "index" or "label"'),
});

/** A list, or an object by places. Checked by hand, since a copy of a million figures would take much memory. */
type Listed<T> = readonly T[] | Readonly<Record<string, T>>;
const listed = <T>(isItem: (item: unknown) => boolean, what: string) =>
  z.custom<Listed<T>>(
    (list) => typeof list === 'object' && list !== null && Object.values(list).every(isItem),
    `is no list of ${what}`,
  );
const isText = (item: unknown) => item === null || typeof item === 'string';
const datasetSchema = z.object({
  class: z.literal('dataset', { error: 'it is no dataset' }),
  id: z.array(z.string().min(1)).min(1).max(100),
  size: z.array(size).min(1).max(100),
  dimension: z.record(z.string(), dimensionSchema),
  value: listed<number | string | null>((item) => typeof item === 'number' || isText(item), 'figures'),
  status: z.union([z.string(), listed<string | null>(isText, 'texts')]).optional(),
});
type Dataset = z.output<typeof datasetSchema>;

/** The places of a sparse list, as its names say them. */
const placeForm = /^(?:0|[1-9]\d{0,15})$/;
/** The greatest number that a row may have. */
const lastRow = 2 ** 31 - 1;

const faulty = (what: string) =>
  new UnreadableFile('not-a-spreadsheet', `The file is JSON but no JSON-stat 2.0 dataset: ${what}.`);

/** One dimension: the code and the label of each of its categories, in order. */
interface Dimension {
  readonly id: string;
  readonly categories: readonly { readonly code: string; readonly label: string }[];
  readonly hasLabels: boolean;
}

/**
 * In: the path of a JSON file. Out: one sheet. Its header has for each dimension its id, with codes below, and, where
 * there are labels, its id and "label", then `value` and `status`. The row of a figure is its place among the values and
 * two. Errors: UnreadableFile.
 */
export async function openJsonStat(path: string, encoding: string): Promise<Spreadsheet> {
  const dataset = await parse(path, encoding);
  const dimensions = dataset.id.map((id, i) => readDimension(dataset, id, dataset.size[i]!));
  return {
    sheets: ['json-stat'],
    rows: () => readRows(dataset, dimensions),
    close: async () => undefined,
  };
}

async function parse(path: string, encoding: string): Promise<Dataset> {
  const { size: bytes } = await stat(path);
  if (bytes > limits.jsonBytes)
    throw new UnreadableFile(
      'too-large',
      `The JSON is ${bytes} bytes long; ${limits.jsonBytes} are read. Save it as .csv.`,
    );
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder(encoding, { fatal: true }).decode(await readFile(path)));
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UnreadableFile('bad-encoding', `The file is not ${encoding.toUpperCase()}.`);
    throw faulty((error as Error).message);
  }
  const parsed = datasetSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw faulty(`${issue!.path.length > 0 ? `${quote(issue!.path.join('.'))}: ` : ''}${issue!.message}`);
  }
  if (parsed.data.size.length !== parsed.data.id.length) throw faulty('"id" and "size" differ in length');
  if (new Set(parsed.data.id).size !== parsed.data.id.length) throw faulty('"id" has a dimension twice');
  return parsed.data;
}

function readDimension({ dimension }: Dataset, id: string, size: number): Dimension {
  if (!Object.hasOwn(dimension, id)) throw faulty(`there is no dimension ${quote(id)}`);
  const { index, label = {} } = dimension[id]!.category;
  // Labels have no order, so it would not be known which figures are whose.
  if (!index && size > 1) throw faulty(`dimension ${quote(id)} has more than one category, and no "index"`);
  const codes = index ? toCodes(index) : Object.keys(label);
  if (codes.length !== size || codes.includes(undefined))
    throw faulty(`dimension ${quote(id)} has not the ${size} categories that "size" says`);
  const categories = (codes as string[]).map((code) => ({
    code,
    label: Object.hasOwn(label, code) ? label[code]! : '',
  }));
  return { id, categories, hasLabels: categories.some((one) => one.label !== '' && one.label !== one.code) };
}

function toCodes(index: readonly string[] | Readonly<Record<string, number>>): (string | undefined)[] {
  if (Array.isArray(index)) return [...(index as readonly string[])];
  const entries = Object.entries(index);
  const codes = Array<string | undefined>(entries.length).fill(undefined);
  for (const [code, place] of entries) if (place < entries.length) codes[place] = code;
  return codes;
}

const perBatch = 1000;

function* places({ value, status }: Dataset): Generator<number> {
  if (Array.isArray(value)) return yield* value.keys();
  const stated = typeof status === 'object' && !Array.isArray(status) ? status : {};
  const all = new Set([value, stated].flatMap((list) => Object.keys(list)));
  const odd = [...all].find((place) => !placeForm.test(place));
  if (odd !== undefined) throw faulty(`${quote(odd)} is no place of a figure`);
  yield* [...all].map(Number).sort((a, b) => a - b);
}

const at = <T>(list: Listed<T> | undefined, place: number): T | undefined =>
  Array.isArray(list)
    ? (list as readonly T[])[place]
    : list && Object.hasOwn(list, place)
      ? (list as Readonly<Record<string, T>>)[place]
      : undefined;

async function* readRows(dataset: Dataset, dimensions: readonly Dimension[]): AsyncGenerator<Row[]> {
  const all = dataset.size.reduce((product, size) => product * size, 1);
  const { value, status } = dataset;
  if (Array.isArray(value) && value.length > all)
    throw faulty(`it has ${value.length} values for ${all} places`);
  const header = dimensions.flatMap(({ id, hasLabels }) => (hasLabels ? [id, `${id} label`] : [id]));
  let batch: Row[] = [{ row: 1, cells: [...header, 'value', 'status'] }];
  let [rows, characters] = [1, 0];
  for (const place of places(dataset)) {
    const said = at(value, place) ?? null;
    const state = (typeof status === 'object' ? at(status, place) : status) ?? '';
    // At such a place the dataset says nothing; one status for all says nothing of it, either.
    if (said === null && (state === '' || typeof status === 'string')) continue;
    if (place >= all || place > lastRow - 2) throw faulty(`there is no place ${place}`);
    const cells = toCells(dimensions, place);
    const text = String(said ?? '');
    const isCount = typeof said !== 'number' || Number.isSafeInteger(said);
    const row = { row: place + 2, cells: [...cells, text, state].map(shorten) };
    batch.push(isCount ? row : { ...row, noCounts: new Set([cells.length]) });
    characters += row.cells.reduce((sum, one) => sum + one.length, 0);
    if ((rows += 1) > limits.rows || characters > limits.text)
      throw new UnreadableFile(
        'too-large',
        `The dataset has more than ${limits.rows} figures, or too long texts.`,
      );
    if (batch.length < perBatch) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const shorten = (cell: string) => cell.slice(0, limits.cell + 1);

/** What the dimensions say at a place: the last one changes fastest. */
function toCells(dimensions: readonly Dimension[], place: number): string[] {
  const cells: string[][] = [];
  let rest = place;
  for (const { categories, hasLabels } of [...dimensions].reverse()) {
    const { code, label } = categories[rest % categories.length]!;
    rest = Math.floor(rest / categories.length);
    cells.push(hasLabels ? [code, label] : [code]);
  }
  return cells.reverse().flat();
}
