/**
 * Listening ends when it is told to: at any moment of its start, and also when the server does not answer any
 * more.
 */
import { expect, it } from '@jest/globals';
import { Proxy } from '@rapporteur/testing';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from './embedded-server.js';
import { listen } from './listen.js';

it('a listener can be closed at any moment, also while it connects', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-listen-'));
  chmodSync(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    for (let ms = 0; ms <= 40; ms += 2) {
      const listener = listen(server.url, ['one', 'two'], () => undefined);
      await sleep(ms);
      const ended = await Promise.race([
        listener.close().then(() => 'ended'),
        sleep(2000, 'still running', { ref: false }),
      ]);
      expect([ms, ended]).toEqual([ms, 'ended']);
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);

it('a listener can be closed when its connection has gone dark', async () => {
  const url = new URL(process.env['TEST_POSTGRES_URL']!);
  const link = await Proxy.open(Number(url.port));
  url.port = String(link.port);
  let heard = 0;
  const listener = listen(url.href, ['one'], () => (heard += 1));
  while (heard === 0) await sleep(10);
  link.darken();
  const ended = await Promise.race([
    listener.close().then(() => 'ended'),
    sleep(3000, 'still running', { ref: false }),
  ]);
  await link.close();
  expect(ended).toBe('ended');
});
