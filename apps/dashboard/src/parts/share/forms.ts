/** The forms in which the API has the figures of a view, each at an address of its own. */

export type FormName = 'csv' | 'xlsx' | 'json' | 'json-stat' | 'parquet' | 'sdmx-csv' | 'package';

export interface Form {
  readonly name: FormName;
  readonly title: string;
  readonly address: string;
  /** The name of the saved file. */
  readonly file: string;
  /** What a preview reads: the file itself, where it is a text, else the table as CSV that is in it. */
  readonly preview: { readonly address: string; readonly isTable: boolean };
}

/** Answers that are tables too, and so have every form of tables. */
const tables =
  /^\/v1\/(trends|rates|shares|panels|revisions|differences|discrepancies|inconsistencies|findings)$/;

const split = (address: string) => {
  const [path = '', query = ''] = address.split('?');
  return { path, query: new URLSearchParams(query) };
};

const join = (path: string, query: URLSearchParams) => `${path}?${query}`;

/** The same query with some parameters set, and others left out. */
function change(
  query: URLSearchParams,
  set: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of without) next.delete(name);
  for (const [name, value] of Object.entries(set)) next.set(name, value);
  return next;
}

/** In: the address of an answer in JSON, which gives the same for ever. Out: its forms. */
export function formsOf(data: string): Form[] {
  const { path, query } = split(data);
  const file = `${path.split('/').at(-1)}-${query.get('at') ?? ''}`;
  const json: Form = {
    ...{ name: 'json', title: 'JSON', address: data, file: `${file}.json` },
    preview: { address: data, isTable: false },
  };
  if (!tables.test(path)) return [json];
  // These two are sent as they are read, and so are whole where others are the first page.
  const whole: Record<string, string> = query.has('limit') ? { limit: 'all' } : {};
  const csv = join(path, change(query, { format: 'csv', ...whole }));
  const page = join(path, change(query, { format: 'csv' }));
  const table = (address: string) => ({ address, isTable: true });
  return [
    {
      name: 'csv',
      title: 'CSV',
      address: csv,
      file: `${file}.csv`,
      preview: { address: csv, isTable: false },
    },
    {
      ...{ name: 'xlsx', title: 'XLSX', address: join(path, change(query, { format: 'xlsx' })) },
      ...{ file: `${file}.xlsx`, preview: table(page) },
    },
    json,
    {
      ...{ name: 'parquet', title: 'Parquet', address: csv.replace('format=csv', 'format=parquet') },
      ...{ file: `${file}.parquet`, preview: table(csv) },
    },
    {
      ...{ name: 'json-stat', title: 'JSON-stat', address: page.replace('format=csv', 'format=json-stat') },
      file: `${file}.json-stat.json`,
      preview: { address: page.replace('format=csv', 'format=json-stat'), isTable: false },
    },
    ...(path === '/v1/trends' ? wholeSelections(query, file) : []),
  ];
}

/** Forms that have every breakdown of the selection. */
function wholeSelections(query: URLSearchParams, file: string): Form[] {
  const selection = change(query, {}, ['breakdown', 'limit']);
  const figures = join('/v1/observations', change(selection, { limit: 'all', format: 'csv' }));
  const sdmx = toSdmx(query);
  return [
    ...(sdmx
      ? [
          {
            ...{ name: 'sdmx-csv' as const, title: 'SDMX-CSV', address: sdmx, file: `${file}.sdmx.csv` },
            preview: { address: sdmx, isTable: false },
          },
        ]
      : []),
    {
      ...{ name: 'package', title: 'Data Package', address: join('/v1/package', selection) },
      ...{ file: `${file}.zip`, preview: { address: figures, isTable: true } },
    },
  ];
}

/** The address of the selection in SDMX; undefined where it names a region, which SDMX has only as its areas. */
function toSdmx(query: URLSearchParams): string | undefined {
  const respondents = query.get('respondent');
  if (respondents?.split(',').some((code) => /^\d+$/.test(code))) return undefined;
  const years = [
    ['ge', query.get('from')],
    ['le', query.get('to')],
  ].flatMap(([sign, year]) => (year ? [`${sign}:${year}`] : []));
  const asked = new URLSearchParams();
  const set = (name: string, value: string | null) => value && asked.set(name, value);
  set('c[REF_AREA]', respondents);
  set('c[INDICATOR]', query.get('indicator'));
  set('c[COLLECTION]', query.get('collection'));
  set('c[TIME_PERIOD]', years.join('+'));
  for (const name of ['asOf', 'at']) set(name, query.get(name));
  asked.set('format', 'csv');
  return `/sdmx/v2/data/dataflow/RAPPORTEUR/FIGURES/1.0.0/*?${asked}`;
}

/** More respondents have more series than a picture holds. */
const seriesAtMost = 6;

/**
 * The address of the chart of the selection as a page for a frame, or as a picture; undefined where a chart cannot hold it.
 * Of several breakdowns the chart has the total.
 */
export function chartAddress(data: string, kind: 'html' | 'png' | 'svg'): string | undefined {
  const { path, query } = split(data);
  const [indicator, respondent] = [query.get('indicator'), query.get('respondent')];
  if (path !== '/v1/trends' || !indicator || indicator.includes(',') || !respondent) return undefined;
  if (respondent.split(',').length > seriesAtMost) return undefined;
  const breakdown = query.get('breakdown');
  const one = breakdown && !breakdown.includes(';') ? breakdown : '_T';
  return join(`/v1/charts/trend.${kind}`, change(query, { breakdown: one }, ['limit']));
}
