/** A request to `/sdmx`: which version of the API, which path, which parameters. */
import { readParameters, readPath, syntaxFault, type ApiVersion, type Parameters } from '@rapporteur/sdmx';
import type { FastifyRequest } from 'fastify';

export interface SdmxRequest {
  readonly api: ApiVersion;
  /** The parts of the path after `/sdmx/v1`, decoded. */
  readonly path: readonly string[];
  readonly parameters: Parameters;
  readonly accept: string | undefined;
  readonly acceptLanguage: string | undefined;
  /** The header Range, where the answer can be part of the whole. */
  readonly range: string | undefined;
  /** The address that was asked. */
  readonly url: string;
}

/** In: a request whose address begins with `/sdmx/v1` or `/sdmx/v2`. */
export function toSdmxRequest({ url, method, headers }: FastifyRequest): SdmxRequest {
  const [, api = 'v1', path = '', search = ''] = /\/sdmx\/(v[12])\/?([^?]*)\??([^#]*)/.exec(url) ?? [];
  return {
    api: api as ApiVersion,
    path: readPath(path),
    parameters: readParameters(search),
    accept: headers.accept,
    acceptLanguage: headers['accept-language'],
    // If-Range needs a strong ETag, and ours are weak: the answer is whole then.
    range: method === 'GET' && !headers['if-range'] ? headers.range : undefined,
    url,
  };
}

/** A parameter that is a whole number. Errors: SdmxFault. */
export function numberOf(parameters: Parameters, name: string): number | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,12}$/.test(text)) throw syntaxFault(`${name}=${text} is no whole number`);
  return Number(text);
}

/** A parameter that is a day, or an instant of it. Errors: SdmxFault. */
export function instantOf(parameters: Parameters, name: string): string | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  const isInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text);
  if (!isInstant || Number.isNaN(Date.parse(text)))
    throw syntaxFault(`${name}=${text} is no day or instant, such as 2008-01-24 or 2008-01-24T12:00:00Z`);
  return text;
}
