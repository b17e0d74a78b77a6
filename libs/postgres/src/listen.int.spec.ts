/** Listening ends when it is told to, at whatever moment of its beginning. */
import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@rapporteur/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from './listen.js';

describe('a listener', () => {
  it('can be closed at any moment, also while it connects', async () => {
    const test = await createTestDatabase();
    for (let ms = 0; ms <= 40; ms += 2) {
      const listener = listen(test.url, ['one', 'two'], () => undefined);
      await sleep(ms);
      const ended = await Promise.race([listener.close().then(() => 'ended'), sleep(2000, 'still running')]);
      expect([ms, ended]).toEqual([ms, 'ended']);
    }
    await test.drop();
  }, 30_000);
});
