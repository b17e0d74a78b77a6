/** The query options of a request for entities: `$filter`, `$orderby`, `$select`, `$top`, `$skip`, `$count`; vintage, language. */
import { HttpProblem } from '@rapporteur/http';
import { z } from 'zod';
import { commonQuery } from '../reading/parameters.js';
import type { Columns } from './apply-filter.js';
import { badOption, notOffered, ODataFault, quoted } from './fault.js';
import { readFilter, type Filter } from './read-filter.js';

export interface Sorting {
  readonly name: string;
  readonly isDescending: boolean;
}

/** Where a page begins, for the address of the next: after how many entities, at which row of which part of the table. */
const tokenSchema = z.strictObject({
  /** Entities on the pages before. */
  taken: z.number().int().min(0),
  /** What the part of the table is read by; absent where the entities are sorted. */
  part: z.string().max(2000).optional(),
  row: z.number().int().min(0).optional(),
  /** How many entities there are, where that was asked for. */
  count: z.number().int().min(0).optional(),
});
export type Token = z.output<typeof tokenSchema>;

export interface Options {
  readonly filter: Filter | undefined;
  readonly sortings: readonly Sorting[];
  /** Undefined: all of them. */
  readonly select: readonly string[] | undefined;
  /** Infinity: all. */
  readonly top: number;
  readonly skip: number;
  readonly count: boolean;
  readonly token: Token | undefined;
  readonly asOf: string | undefined;
  readonly at: number | undefined;
  readonly lang: z.output<typeof commonQuery.lang>;
}

const sortingsAtMost = 10;
const own = z.strictObject({ asOf: commonQuery.asOf, at: commonQuery.at, lang: commonQuery.lang });
const known = ['$filter', '$orderby', '$select', '$top', '$skip', '$count', '$skiptoken', '$format'];
const others = [
  '$expand',
  '$search',
  '$apply',
  '$compute',
  '$levels',
  '$deltatoken',
  '$index',
  '$schemaversion',
];

/** In: the parameters of an address, and the properties that there are. Errors: ODataFault. */
export function readOptions(given: URLSearchParams, columns: Columns): Options {
  for (const name of new Set(given.keys())) {
    if (given.getAll(name).length > 1) throw badOption(quoted(name), 'comes more than once');
    if (others.includes(name)) throw notOffered(name, name);
    if (name.startsWith('$') && !known.includes(name)) throw badOption(quoted(name), 'is no query option');
  }
  const said = (name: string) => given.get(name)?.trim() || undefined;
  needJson(said('$format'));
  const filter = said('$filter');
  const token = said('$skiptoken');
  return {
    filter: filter === undefined ? undefined : readFilter(filter),
    sortings: readSortings(said('$orderby'), columns),
    select: readSelect(said('$select'), columns),
    top: readNumber('$top', said('$top')) ?? Infinity,
    skip: readNumber('$skip', said('$skip')) ?? 0,
    count: readYesNo('$count', said('$count')),
    token: token === undefined ? undefined : readToken(token),
    ...readOwn(given),
  };
}

function readOwn(given: URLSearchParams) {
  const result = own.safeParse(Object.fromEntries([...given].filter(([name]) => !name.startsWith('$'))));
  if (result.success) return { asOf: result.data.asOf, at: result.data.at, lang: result.data.lang };
  const [issue] = result.error.issues;
  const name = issue!.code === 'unrecognized_keys' ? issue!.keys[0] : issue!.path[0];
  throw badOption(
    quoted(String(name)),
    issue!.code === 'unrecognized_keys' ? 'is no option here' : issue!.message,
  );
}

/** Errors: ODataFault where something else than JSON is asked for. */
export function needJson(format: string | undefined): void {
  if (format !== undefined && !/^(json$|application\/json\b)/i.test(format))
    throw new ODataFault(406, 'only-as-json', 'Entities are answered as JSON only', '$format');
}

/** Errors: ODataFault where `$metadata` is asked for in something else than XML. */
export function needXml(format: string | undefined): void {
  if (format !== undefined && !/^(xml$|application\/xml\b)/i.test(format))
    throw new ODataFault(406, 'only-as-xml', '$metadata is answered as XML only', '$format');
}

function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw badOption(option, `${quoted(text)} is no whole number from 0 on`);
  return Number(text);
}

function readYesNo(option: string, text: string | undefined): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false')
    throw badOption(option, `${quoted(text)} is neither true nor false`);
  return text === 'true';
}

function needProperty(option: string, name: string, columns: Columns): string {
  if (!columns.has(name)) throw badOption(option, `there is no property ${quoted(name)}`);
  return name;
}

function readSortings(text: string | undefined, columns: Columns): Sorting[] {
  const parts = text?.split(',') ?? [];
  if (parts.length > sortingsAtMost)
    throw badOption('$orderby', `takes ${sortingsAtMost} properties at most`);
  return parts.map((part) => {
    const [name = '', order = 'asc', ...more] = part.trim().split(/\s+/);
    if (more.length > 0 || (order !== 'asc' && order !== 'desc'))
      throw badOption('$orderby', `${quoted(part.trim())} is no property with "asc" or "desc"`);
    return { name: needProperty('$orderby', name, columns), isDescending: order === 'desc' };
  });
}

function readSelect(text: string | undefined, columns: Columns): string[] | undefined {
  const names = text?.split(',').map((name) => name.trim());
  if (!names || names.includes('*')) return undefined;
  return [...new Set(names)].map((name) => needProperty('$select', name, columns));
}

export const writeToken = (token: Token): string => Buffer.from(JSON.stringify(token)).toString('base64url');

function readToken(text: string): Token {
  try {
    return tokenSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw badOption('$skiptoken', 'is not that of a @odata.nextLink');
  }
}

/** In: what went wrong. Out: the same as OData says it; undefined: no fault of the request. */
export function toFault(error: unknown): ODataFault | undefined {
  if (error instanceof ODataFault) return error;
  if (!(error instanceof HttpProblem)) return undefined;
  const { code, title, detail, problems = [] } = error.options;
  const words = [title, detail, ...problems.slice(0, 3).map(({ message }) => message)];
  return new ODataFault(error.status, code, words.filter(Boolean).join('. '));
}
