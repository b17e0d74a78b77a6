/**
 * Thousands of odd requests to a real server: each is answered, none blocks the server, and nothing unreadable
 * is stored.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oddCommand, oddRead } from './odd-requests.js';
import type { RawRequest } from './odd-values.js';
import { samples } from './samples.js';
import { startFuzzedServer, type FuzzedServer } from './fuzzed-server.js';

/** What stands behind the `*` of OData. */
const ofOData: [string, string[]][] = [
  'Observations',
  'Trends',
  'Findings',
  'Coverage',
  "Observations('{key}')",
  '{set}',
].map((path) => [
  `/odata/v4/${path}`,
  ['$filter', '$filter', '$orderby', '$select', '$top', '$skip', '$count', '$skiptoken', '$format', 'lang'],
]);

const isFull = process.env['FULL'] === '1';
const runs = Number(process.env['FUZZ_RUNS'] ?? (isFull ? 100_000 : 400));
const options = {
  numRuns: runs,
  ...(process.env['FUZZ_SEED'] ? { seed: Number(process.env['FUZZ_SEED']) } : {}),
};
const patience = isFull ? 3_600_000 : 120_000;

let server: FuzzedServer;
let reads: [string, string[]][];

interface OpenApi {
  readonly paths: Record<string, { get?: { parameters: { name: string; in: string }[] } }>;
}

beforeAll(async () => {
  server = await startFuzzedServer();
  const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as OpenApi;
  reads = Object.entries(paths).flatMap(([path, { get }]): [string, string[]][] =>
    get ? [[path, get.parameters.filter((p) => p.in === 'query').map(({ name }) => name)]] : [],
  );
  reads.push(...ofOData);
}, 60_000);
afterAll(() => server.close());

const holds = (arbitrary: fc.Arbitrary<RawRequest>) =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (request) => expect(await server.send(request)).toEqual([])),
    options,
  );

describe('a server that is sent', () => {
  it('what did harm once answers all of it', async () => {
    for (const [what, request] of samples) expect([what, await server.send(request)]).toEqual([what, []]);
  }, 60_000);
  it('odd commands goes on', () => holds(oddCommand), patience);
  it('odd reads goes on', () => holds(oddRead(reads)), patience);
  it('all of this has stored nothing that cannot be read, and left nothing behind', async () => {
    expect(await server.findDamage()).toEqual([]);
  }, 60_000);
});
