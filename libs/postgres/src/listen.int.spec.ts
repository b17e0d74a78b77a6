/** Listening ends when it is told to, at whatever moment of its beginning. */
import { expect, it } from '@jest/globals';
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
      const ended = await Promise.race([listener.close().then(() => 'ended'), sleep(2000, 'still running')]);
      expect([ms, ended]).toEqual([ms, 'ended']);
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);
