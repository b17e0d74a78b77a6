/**
 * Chooses the format of an answer: by the parameter `format`, which can be part of an address, or by the header
 * Accept.
 */
import { HttpProblem } from '@rapporteur/http';

export const formats = ['json', 'csv', 'xlsx', 'json-stat', 'parquet'] as const;
export type Format = (typeof formats)[number];

/**
 * JSON-stat has no registered media type. As `application/json`, with a profile, whoever reads by the document of the
 * answers took it for the answer in JSON; so it has a type of its own, and is given for that profile, too.
 */
export const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'json-stat': 'application/vnd.json-stat+json',
  parquet: 'application/vnd.apache.parquet',
};

/** Whether a text names a format that only addresses with a table have. */
export const isTableFormat = (format: string): format is Exclude<Format, 'json'> =>
  format !== 'json' && (formats as readonly string[]).includes(format);

/** The media types, beside JSON, of an answer with a table. */
export const tableMedia: readonly string[] = [
  mediaTypes.csv,
  mediaTypes.xlsx,
  mediaTypes['json-stat'],
  mediaTypes.parquet,
];

/** The header Content-Type of each format. */
export const contentTypes: Readonly<Record<Format, string>> = {
  ...mediaTypes,
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/**
 * The name by which a browser saves a table; JSON and CSV have none, since programs show them.
 * In: the path of the route, as Fastify writes it. Out: the header, if there is one.
 */
export function toTableName(path: string, format: Format, position: number): Record<string, string> {
  if (format !== 'xlsx' && format !== 'parquet') return {};
  return { 'content-disposition': `attachment; filename="${path.split('/')[2]}-${position}.${format}"` };
}

interface RequestedFormat {
  /** The parameter as it was sent. An unknown format is refused later, when the parameters are checked. */
  readonly format?: unknown;
  readonly accept?: string | undefined;
}

/**
 * In: the media types, beside JSON, of an address, and what was asked for. Out: the format; the parameter
 * counts before the header. Errors: 406, naming the formats of the address.
 */
export function chooseFormat(
  alsoAs: readonly string[] = [],
  { format, accept = '*/*' }: RequestedFormat,
): Format {
  const offered = formats.filter((one) => one === 'json' || alsoAs.includes(mediaTypes[one]));
  const asked = formats.find((one) => one === format);
  const found = asked ? offered.find((one) => one === asked) : chooseByHeader(offered, accept);
  if (found) return found;
  throw new HttpProblem({
    status: 406,
    code: 'not-acceptable',
    title: `This address answers ${offered.map((one) => mediaTypes[one]).join(' and ')}`,
    detail: `As a parameter: format=${offered.join(' or format=')}.`,
  });
}

/** The offered format that the header prefers: its ranges are tried in the order of q, the highest first. */
function chooseByHeader(offered: readonly Format[], accept: string): Format | undefined {
  const ranges = accept.toLowerCase().split(',').map(readRange);
  const wanted = ranges.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
  for (const { range } of wanted) {
    const found = offered.find((one) => isIn(one, range));
    if (found) return found;
  }
  return undefined;
}

function readRange(part: string): { range: string; q: number } {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const isJsonStat = type === 'application/json' && /json-?stat/.test(part);
  return { range: isJsonStat ? mediaTypes['json-stat'] : type, q: q === undefined ? 1 : Number(q.slice(2)) || 0 };
}

/** Browsers ask for HTML, which no read has: they show JSON. */
const shownAsJson = ['application/json', 'application/*', 'text/html', 'text/*', '*/*'];
const isIn = (format: Format, range: string) =>
  format === 'json' ? shownAsJson.includes(range) : range === mediaTypes[format];
