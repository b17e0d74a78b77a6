/** The page says where it sends replies, in every compression that it is served in. */
import { describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serveDashboard, type IngestPlace } from './serve-dashboard.js';

const built = '<head><meta name="rapporteur-ingest" content="here" /></head>';

async function ask(ingest: IngestPlace, coding: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-built-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), built);
  const fastify = Fastify();
  serveDashboard(fastify, ingest, folder);
  const { rawPayload } = await fastify.inject({ url: '/', headers: { 'accept-encoding': coding } });
  rmSync(folder, { recursive: true });
  return rawPayload;
}

describe('the page', () => {
  it('sends replies to the process that serves it where that takes them', async () => {
    expect((await ask('here', 'identity')).toString()).toBe(built);
  });
  it('names ingest where that is elsewhere', async () => {
    const elsewhere = { elsewhere: 'https://ingest.example/?a="b"&c' };
    const said = built.replace('here', 'https://ingest.example/?a=&#34;b&#34;&#38;c');
    expect((await ask(elsewhere, 'identity')).toString()).toBe(said);
    expect(brotliDecompressSync(await ask(elsewhere, 'br')).toString()).toBe(said);
    expect(gunzipSync(await ask(elsewhere, 'gzip')).toString()).toBe(said);
    expect((await ask({ elsewhere: '' }, 'identity')).toString()).toBe(built.replace('here', ''));
  });
});
