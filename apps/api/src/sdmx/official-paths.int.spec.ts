/**
 * Every path of the official OpenAPI file of SDMX REST, with every value that it lists for a parameter, is answered as the
 * file says. The file is api/sdmx-rest.yaml of the repository sdmx-twg/sdmx-rest; without it nothing is tested.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';

const file = join(process.env['SDMX_CLIENTS'] ?? '.cache/sdmx-clients', 'sdmx-rest.yaml');

interface Schema {
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly type?: string;
  readonly minimum?: number;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly schema: Schema;
}
interface Answers {
  readonly content?: Readonly<Record<string, unknown>>;
}
type Reference<T> = T & { readonly $ref?: string };
interface Official {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters: readonly Reference<Parameter>[];
          readonly responses: Readonly<Record<string, Reference<Answers>>>;
        };
      }
    >
  >;
}

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted('SV', '2008-01-20', [figure('persons-prosecuted', '2007', 6)]),
  );
  await store.apply();
});
afterAll(() => store.close());

const usual: Readonly<Record<string, string>> = {
  context: 'dataflow',
  agencyID: 'RAPPORTEUR',
  resourceID: 'FIGURES',
  version: '1.0.0',
  key: '*',
  componentID: '*',
  structureType: 'dataflow',
  itemSchemeType: 'codelist',
  itemID: '*',
  providerID: 'x',
  registrationID: 'x',
};
/** Of parameters that list nothing. */
const samples: Readonly<Record<string, readonly string[]>> = {
  updatedAfter: ['2000-01-01T00:00:00Z'],
  asOf: ['2030-01-01T00:00:00Z'],
  dimensionAtObservation: ['TIME_PERIOD', 'AllDimensions'],
  sort: ['*', 'series_key:desc'],
  attributes: ['dsd', 'none', 'OBS_STATUS'],
  measures: ['all', 'none', 'OBS_VALUE'],
  reportingYearStartDay: ['--07-01'],
};

function valuesOf({ name, schema }: Parameter): readonly string[] {
  const listed = schema.enum ?? schema.items?.enum ?? samples[name];
  if (listed) return listed;
  if (schema.type === 'boolean') return ['true', 'false'];
  return schema.type === 'integer' ? [String(schema.minimum ?? 1)] : [];
}

/** The requests of a path: the usual one, and one for each value of each parameter. */
function requestsOf(path: string, parameters: readonly Parameter[]): string[] {
  const fill = (given: Readonly<Record<string, string>>) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name] ?? usual[name] ?? '*'));
  return [
    fill({}),
    ...parameters.flatMap((parameter) =>
      valuesOf(parameter).flatMap((value) => {
        if (parameter.in === 'path') return [fill({ [parameter.name]: value })];
        return parameter.in === 'query' ? [`${fill({})}?${parameter.name}=${encodeURIComponent(value)}`] : [];
      }),
    ),
  ];
}

const isThere = existsSync(file);
if (!isThere) process.stderr.write(`The official paths of SDMX are not tested: ${file} is not here.\n`);

(isThere ? it : it.skip)(
  'are answered as the official file says, and none of their values is refused',
  async () => {
    const official = parse(readFileSync(file, 'utf8'), { merge: true }) as Official;
    const resolve = <T>(one: Reference<T>): T =>
      one.$ref
        ? (one.$ref
            .slice(2)
            .split('/')
            .reduce((at: unknown, name) => (at as Record<string, unknown>)[name], official) as T)
        : one;
    const faults: string[] = [];
    let asked = 0;
    for (const [path, { get }] of Object.entries(official.paths)) {
      for (const request of requestsOf(path, get.parameters.map(resolve))) {
        const { status, headers } = await store.get(`/sdmx/v2${request}`);
        asked += 1;
        const answer = get.responses[status];
        const media = String(headers['content-type']).split(/; ?charset/)[0]!;
        if (!answer || [400, 500].includes(status)) faults.push(`${request}: ${status}`);
        else if (status === 200 && !Object.keys(resolve(answer).content ?? {}).includes(media))
          faults.push(`${request}: ${media}`);
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(150);
  },
  120_000,
);
