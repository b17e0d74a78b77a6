/** The report of 2008 as a document, where it is at hand: every coded statement has its paragraph, nearly every figure its words. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceAnswer } from '@rapporteur/contract';
import { createTestDatabase, ownerHeaders, type TestDatabase } from '@rapporteur/testing';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startProduct, type Product } from './product-for-tests.js';

const path = fileURLToPath(new URL('../../../../shared/sources/e-cn15-2008-6.zh.txt', import.meta.url));
const there = existsSync(path);
if (!there)
  process.stderr.write(
    `Skipped, for there is no ${path}: the evidence of what was coded of the report of 2008.\n`,
  );

const round = 'ecosoc-2006-27/2008';

(there ? describe : describe.skip)('the round of 2008', () => {
  let test: TestDatabase;
  let server: Product | undefined;
  let url = '';
  beforeAll(async () => {
    test = await createTestDatabase();
    // An empty store is filled with the round.
    server = await startProduct({ DATABASE_URL: test.url });
    ({ url } = server);
  }, 90_000);
  afterAll(async () => {
    await server?.stop();
    await test?.drop();
  }, 60_000);

  const send = async <T>(address: string, type: string, body: string | Buffer) => {
    const headers = { ...ownerHeaders(), 'content-type': type };
    const answer = await fetch(url + address, { method: 'POST', headers, body: body as string });
    return (await answer.json()) as T;
  };

  it('has its paragraph for each of 389 statements, and the exact words of 50 of 54 figures', async () => {
    const { document } = await send<{ document: string }>(
      `/v1/rounds/${round}/documents?received=2008-02-01&name=e-cn15-2008-6.zh.txt`,
      'application/octet-stream',
      readFileSync(path),
    );
    const answer = await send<EvidenceAnswer>(
      `/v1/documents/${document}/evidence`,
      'application/json',
      JSON.stringify({ round }),
    );
    expect(answer).toMatchObject({ statements: 389, withParagraph: 389, figures: 54, exact: 50 });
    // Each of the others says why; none of those that were found is contradicted by its own words.
    expect(answer.missed).toHaveLength(4);
    expect(answer.missed.every(({ why }) => why.startsWith('n'))).toBe(true);
    const { items } = (await (
      await fetch(`${url}/v1/inconsistencies?collection=ecosoc-2006-27&wait=${answer.token}`)
    ).json()) as { items: { kind: string }[] };
    expect(items.filter(({ kind }) => kind === 'figure-not-in-quote')).toEqual([]);
  }, 90_000);
});
