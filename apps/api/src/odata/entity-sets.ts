/**
 * The entity sets: tables of `/v1`, and how each is read from a place on. They are read by the routes of `/v1`, and not by
 * statements of their own, since only these give every table at an earlier position, which all pages of an answer share.
 */
import { populationCollection } from '@rapporteur/domain';
import { readRounds } from '@rapporteur/projections';
import { toTypedColumns, type TypedColumn } from '../formats/typed-columns.js';
import type { Table } from '../formats/table.js';
import { parseQuery } from '../reading/parse-query.js';
import type { ReadRequest, Route } from '../reading/route.js';
import { findingColumns, findings } from '../routes/findings.js';
import { figureColumns, figureTypes, observations } from '../routes/observations.js';
import { respondentColumns, respondentTypes, round } from '../routes/rounds.js';
import { trendColumns } from '../routes/trend-table.js';
import { trends } from '../routes/trends.js';

export type Row = Table['rows'][number];
export type Context = Omit<ReadRequest<never>, 'query' | 'params'>;
/** The texts that properties can have, by their names; a property that is not there can have any. */
export type Selection = ReadonlyMap<string, ReadonlySet<string>>;

/** A part of a table, and what it is read by again. */
export interface Part {
  readonly part: string;
  readonly rows: readonly Row[];
}

export interface EntitySet {
  readonly name: string;
  /** What one of its entities is called. */
  readonly type: string;
  readonly meaning: string;
  readonly columns: readonly TypedColumn[];
  /** What tells a row from others; where several share it, they are told apart by their order. */
  readonly identify: (row: Row) => string;
  /** The properties whose texts its identifiers begin with, in their order; undefined: a part that is no property. */
  readonly named: readonly (string | undefined)[];
  /** The properties by whose texts it can be read. */
  readonly selectable: readonly string[];
  /** In: where to begin; undefined: with the first part. */
  readonly read: (context: Context, selection: Selection, from: string | undefined) => AsyncGenerator<Part>;
}

/** How many items are read at once. */
const itemsAtOnce = 1000;

/** Reads a list page after page. In: the parameters of the list by the properties that they select. */
const readList = (route: Route, parameters: Readonly<Record<string, string>>): EntitySet['read'] =>
  async function* (context, selection, from) {
    const chosen = Object.entries(parameters).flatMap(([property, parameter]) => {
      const texts = selection.get(property);
      return texts ? [[parameter, [...texts]] as const] : [];
    });
    let cursor = from === '' ? undefined : from;
    do {
      const asked = parseQuery(route, { limit: String(itemsAtOnce), ...(cursor ? { cursor } : {}) });
      const query = { ...asked, ...Object.fromEntries(chosen) };
      const { body, table } = await route.read({
        ...context,
        params: {},
        query: query as never,
        isWhole: true,
      });
      yield { part: cursor ?? '', rows: table!.rows };
      cursor = body['next'] as string | undefined;
    } while (cursor);
  };

/** Who was asked, listed and replied, round after round. */
async function* readCoverage(context: Context, selection: Selection, from = ''): AsyncGenerator<Part> {
  const rounds = (await readRounds(context.snapshot, context.vintage)).map(({ particulars }) => particulars);
  const ids = rounds
    .filter(({ collection }) => collection !== populationCollection)
    .map((one) => `${one.collection}/${one.round}`);
  for (const part of ids.sort()) {
    if (part < from || selection.get('round')?.has(part) === false) continue;
    const params = { id: part };
    const { table } = await round.read({ ...context, params, query: {} as never });
    yield { part, rows: table!.rows.map((row) => ({ ...row, round: part })) };
  }
}

const idOf = ({ id }: Row) => String(id);
const ofFigures = { collection: 'collection', respondent: 'respondent', indicator: 'indicator' };
const ofFindings = { topic: 'topic', respondent: 'respondent' };

export const entitySets: readonly EntitySet[] = [
  {
    name: 'Observations',
    type: 'Observation',
    meaning: observations.summary,
    columns: toTypedColumns({ columns: figureColumns, types: figureTypes }),
    identify: idOf,
    named: Object.keys(ofFigures),
    selectable: Object.keys(ofFigures),
    read: readList(observations, ofFigures),
  },
  {
    name: 'Trends',
    type: 'Trend',
    meaning: 'The years and spans of each series, with changes and directions',
    columns: toTypedColumns({ columns: trendColumns }),
    identify: idOf,
    named: Object.keys(ofFigures),
    selectable: Object.keys(ofFigures),
    read: readList(trends, ofFigures),
  },
  {
    name: 'Findings',
    type: 'Finding',
    meaning: findings.summary,
    columns: toTypedColumns({ columns: findingColumns }),
    identify: idOf,
    named: [undefined, 'respondent', 'topic'],
    selectable: Object.keys(ofFindings),
    read: readList(findings, ofFindings),
  },
  {
    name: 'Coverage',
    type: 'CoverageOfRespondent',
    meaning: 'The respondents of each round: who was asked, listed and replied',
    columns: toTypedColumns({ columns: ['round', ...respondentColumns], types: respondentTypes }),
    identify: ({ round: of, respondent }) => `${String(of)}~${String(respondent)}`,
    named: ['round'],
    selectable: ['round'],
    read: readCoverage,
  },
];

/** The property that no two entities of a set share. */
export const keyName = 'key';
export const keyColumn = {
  name: keyName,
  type: 'string',
  meaning:
    'Tells the entity from all others of the set: its id; of further ones with the same id also their number, as #2',
} as const;

/** Everything that an entity has. */
export const propertiesOf = ({ columns }: EntitySet) => [keyColumn, ...columns];
