/**
 * Requests made from the OpenAPI document by a program of others (schemathesis): none that is valid by the document is
 * refused, no answer is other than documented, and none is a server error. In the short form
 * reads are asked at the bounds of their parameters, and of commands some are drawn; `FULL=1` draws sixty for each address.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ownerHeaders } from '@rapporteur/testing';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientsFolder, startInFolder, type ProductInFolder } from './product-for-tests.js';

const config = fileURLToPath(new URL('../../../tools/schemathesis/config.toml', import.meta.url));
const program = join(clientsFolder, 'schemathesis/bin/schemathesis');
const isThere = existsSync(program);
if (!isThere)
  process.stderr.write('Nobody draws requests: tools/sdmx-clients/install puts schemathesis here.\n');
const isFull = process.env['FULL'] === '1';
const itWithProgram = isThere || process.env['CI'] ? it : it.skip;

let product: ProductInFolder;

beforeAll(async () => {
  product = await startInFolder({ RATE_LIMIT: 'off', SIGN_IN_LIMIT: 'off' });
  writeFileSync(
    join(product.folder, 'schemathesis.toml'),
    `${await knownValues()}\n${readFileSync(config, 'utf8')}`,
  );
}, 120_000);
afterAll(async () => {
  await product.stop();
}, 30_000);

const ask = async <T>(path: string, body?: object): Promise<T> => {
  const headers = { ...ownerHeaders(), 'content-type': 'application/json' };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  return (await (await fetch(product.url + path, init)).json()) as T;
};

/** Values that answers gave, and names that are in them: nobody can draw these. */
async function knownValues(): Promise<string> {
  const { token } = await ask<{ token: string }>('/v1/rounds', { collection: 'drawn', round: 'a' });
  const { next } = await ask<{ next: string }>('/v1/observations?limit=1');
  const values = {
    'query.respondent': 'SV',
    'query.indicator': 'persons-convicted',
    'query.topic': 'protocol-ratified',
    'query.breakdown': '_T',
    'query.collection': 'ecosoc-2006-27',
    'query.wait': token,
    'query.cursor': next,
    'path.collection': 'ecosoc-2006-27',
    'path.round': '2008',
    'path.id': 'ecosoc-2006-27/2008',
  };
  const lines = Object.entries(values).map(
    ([name, value]) => `${JSON.stringify(name)} = ${JSON.stringify(value)}`,
  );
  return ['[parameters]', ...lines, '"query.at" = 3', '"path.position" = 3'].join('\n');
}

const run = (...options: string[]): Promise<{ code: number; told: string }> =>
  new Promise((done) => {
    const child = execFile(
      program,
      [
        ...[
          'run',
          `${product.url}/openapi.json`,
          '-H',
          `Authorization: ${ownerHeaders().authorization}`,
          '--no-color',
        ],
        ...[
          '--phases',
          isFull ? 'coverage,fuzzing' : 'coverage',
          '--seed',
          '1',
          '--max-examples',
          '60',
          '--workers',
          '2',
        ],
        '--continue-on-failure',
        ...options,
      ],
      { cwd: product.folder, timeout: 900_000, maxBuffer: 1 << 26 },
      (_, told) => done({ code: child.exitCode ?? -1, told }),
    );
  });

itWithProgram(
  'no read that is valid by the document is refused, nor answered otherwise than documented',
  async () => {
    // The stream has no end; what SDMX and OData answer is held against their own documents; sign-in leads elsewhere.
    const { code, told } = await run(
      '--include-method',
      'GET',
      '--exclude-path-regex',
      'stream|/\\*|sign-in',
    );
    expect(code === 0 ? '' : told).toBe('');
    expect(Number(/Tested: (\d+)/.exec(told)?.[1])).toBeGreaterThan(50);
    expect(Number(/(\d+) generated/.exec(told)?.[1])).toBeGreaterThan(2000);
  },
  960_000,
);

itWithProgram(
  'no drawn command is a server error, nor answered otherwise than documented',
  async () => {
    // Whether a command is right depends on what was recorded before. Files to import are drawn by fuzz.spec of ingest.
    const { code, told } = await run(
      ...['--include-method', 'POST', '--exclude-path', '/v1/imports'],
      ...['--exclude-checks', 'positive_data_acceptance'],
      ...(isFull ? [] : ['--phases', 'fuzzing', '--max-examples', '10']),
    );
    expect(code === 0 ? '' : told).toBe('');
    expect(Number(/Tested: (\d+)/.exec(told)?.[1])).toBeGreaterThan(25);
  },
  960_000,
);
