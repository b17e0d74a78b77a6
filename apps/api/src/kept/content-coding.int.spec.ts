/** Long answers travel compressed where the client takes that, and are the same once they are unpacked. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { figure, openFilledStore, opened, submitted, type FilledStore } from '../harness/filled-store.js';

let store: FilledStore;
const address = '/v1/respondents?limit=1000';
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008'),
    submitted('SV', '2008-01-10', [figure('victims-rescued', '2006', 371)]),
  );
  await store.apply();
});
afterAll(() => store.close());

async function ask(url: string, headers: Record<string, string> = {}) {
  const answer = await store.get(url, headers);
  return { ...answer, bytes: Buffer.from(answer.bytes) };
}

describe('an answer', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'deflate, GZIP;q=0.5, br;q=0', gunzipSync],
  ] as const)('is sent as %s to a client that takes "%s"', async (coding, accepted, unpack) => {
    const plain = await ask(address);
    for (const time of ['first', 'second']) {
      const { headers, bytes } = await ask(address, { 'accept-encoding': accepted });
      expect([time, headers['content-encoding']]).toEqual([time, coding]);
      expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(unpack(bytes).equals(plain.bytes)).toBe(true);
      expect(headers['etag']).toBe(`W/${String(plain.headers['etag'])}`);
      const again = await ask(address, {
        'accept-encoding': accepted,
        'if-none-match': String(headers['etag']),
      });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
  });

  it.each(['', 'identity', 'br;q=0, gzip;q=0.0', 'zstd'])(
    'is sent as it is to a client that takes "%s"',
    async (accepted) => {
      const { headers, bytes } = await ask(address, { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers['vary']).toContain('Accept-Encoding');
      expect(JSON.parse(bytes.toString())).toMatchObject({ items: expect.any(Array) });
    },
  );

  it.each(['/openapi.json', '/odata/v4/$metadata'])(
    'that is no kept one, %s, is compressed as well',
    async (url) => {
      const [plain, packed] = [await ask(url), await ask(url, { 'accept-encoding': 'gzip' })];
      expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
        undefined,
        'gzip',
      ]);
      expect(packed.headers['vary']).toContain('Accept-Encoding');
      expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 5);
    },
  );

  it('is sent as it is where compressing gains nothing: a short one, and a file that is packed already', async () => {
    const short = address.replace('1000', '1');
    const packed = address.replace('respondents?limit=1000', 'package');
    for (const url of [short, packed]) {
      const { headers, status } = await ask(url, { 'accept-encoding': 'br, gzip' });
      expect([url, status, headers['content-encoding']]).toEqual([url, 200, undefined]);
    }
  });
});
