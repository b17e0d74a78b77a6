/** Replies over HTTP, with keys and without, against a bare route over plain SQL and the same over emmett: like with like. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { postEach } from '../load/load.js';
import { alternateAll, type Bench, type Measured, type Row } from '../row.js';
import { toRows, withSides } from './measure-appends.js';

const singles = [1, 8, 32];

/** Starts the bare route over plain SQL in a process of its own. In: the database, and what is stored beside each reply. */
async function startBare(url: string, meta: unknown): Promise<{ url: string; close(): void }> {
  const main = fileURLToPath(new URL('../bounds/insert-main.js', import.meta.url));
  const child = fork(main, [url, JSON.stringify(meta)]);
  const [address] = (await once(child, 'message')) as [string];
  return { url: address, close: () => child.disconnect() };
}

export async function measureRoutes(bench: Bench): Promise<Row[]> {
  const perClient = bench.size(100, 400);
  const rounds = bench.quick ? 3 : 5;
  const warmUp = bench.size(1600, 20_000);
  // Four sides, of which each sends replies of its own, and the two others are warmed up as well.
  const replies = 4 * singles.reduce((sum, n) => sum + n * perClient * rounds, 0) + 2 * warmUp;
  return withSides(bench, 'routes', { replies, warmUp }, async (sides) => {
    const { url, emmett, ingest, next, template } = sides;
    const bare = await startBare(url, template.meta);
    const overEmmett = await emmett.serve(template.meta as unknown as Record<string, unknown>);
    const post = async (at: string, clients: number, count: number, isKeyed = false): Promise<Measured> => {
      const posts = Array.from({ length: count }, next);
      const { rate, latency } = await postEach(at, posts, clients, { isKeyed });
      return { value: rate, latency };
    };
    try {
      for (const at of [bare.url, overEmmett]) await post(at, 32, warmUp);
      const rows: Row[] = [];
      for (const clients of singles) {
        const count = perClient * clients;
        const { ours, keyed, ...others } = await alternateAll(rounds, {
          ours: () => post(ingest, clients, count),
          keyed: () => post(ingest, clients, count, true),
          bare: () => post(bare.url, clients, count),
          emmett: () => post(overEmmett, clients, count),
        });
        const against: Parameters<typeof toRows>[2] = {
          bare: ['a bare route that checks by JSON Schema, one INSERT each', 1],
          emmett: ["emmett's append behind the same bare route", 1],
        };
        const what = `replies over HTTP, ${clients} client${clients > 1 ? 's' : ''}`;
        rows.push(
          ...toRows(what, { ours, ...others }, against),
          ...toRows(`${what}, with keys`, { ours: keyed, ...others }, against),
        );
      }
      return rows;
    } finally {
      bare.close();
    }
  });
}
