/** The load generators against servers that fail, stall or answer late: no failure or delay goes unnoticed. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeClient, postEach, readAll, runAtRate, runClients, toLatency, type Client } from './load.js';

let server: Server | undefined;
let client: Client | undefined;
afterEach(() => {
  client?.close();
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  client = makeClient(url, 8);
  return url;
}

describe('clients that wait for their answers', () => {
  it('send as many as asked, and fail with the first answer that is not 2xx', async () => {
    let asked = 0;
    await serve((_, response) => void response.writeHead((asked += 1) === 5 ? 503 : 200).end('x'));
    await expect(runClients(1, 4, () => client!.send('GET', '/'))).resolves.toMatchObject({
      rate: expect.any(Number),
    });
    await expect(runClients(1, 4, () => client!.send('GET', '/'))).rejects.toThrow('GET /: 503 x');
  });
});

describe('a fixed rate', () => {
  it('counts the wait of all that should have been sent while the server stalled', async () => {
    const opens = performance.now() + 700;
    await serve(async (_, response) => {
      await sleep(Math.max(0, opens - performance.now()));
      response.end();
    });
    const latency = await runAtRate(100, 100, async (_, intended) => {
      await client!.send('GET', '/');
      return performance.now() - intended;
    });
    // Seven in ten of the requests fell into the stall. With 8 clients that wait for their answers, only 8
    // requests would have shown it.
    expect(latency.p50).toBeGreaterThan(100);
    expect(latency.p99).toBeGreaterThan(500);
  });

  it('fails with the first failure', async () => {
    await serve((_, response) => void response.writeHead(500).end('broken'));
    await expect(runAtRate(100, 10, async () => void (await client!.send('GET', '/')))).rejects.toThrow(
      '500 broken',
    );
  });
});

describe('reading as fast as can be', () => {
  it('fails where some answers are not 2xx', async () => {
    let asked = 0;
    const url = await serve(
      (_, response) => void response.writeHead((asked += 1) % 50 === 0 ? 404 : 200).end(),
    );
    await expect(readAll(url, ['/'], { connections: 2, seconds: 1 })).rejects.toThrow(/answers were no 2xx/);
  }, 20_000);
});

describe('posting', () => {
  const posts = Array.from({ length: 40 }, (_, number) => ({ path: `/r${number % 7}`, body: { number } }));

  it('sends each body once to its own address, and measures every answer', async () => {
    const seen: string[] = [];
    const url = await serve(async (request, response) => {
      seen.push(`${request.url} ${(await request.toArray()).join('')}`);
      response.writeHead(201).end();
    });
    const { rate } = await postEach(url, posts, 4);
    expect(seen.toSorted()).toEqual(
      posts.map(({ path, body }) => `${path} ${JSON.stringify(body)}`).toSorted(),
    );
    expect(rate).toBeGreaterThan(0);
  }, 20_000);

  it('fails where one answer is not 2xx, and where clients would not send as many each', async () => {
    let asked = 0;
    const url = await serve((_, response) => void response.writeHead((asked += 1) === 7 ? 409 : 201).end());
    await expect(postEach(url, posts, 4)).rejects.toThrow('1 answers were no 2xx');
    await expect(postEach(url, posts, 3)).rejects.toThrow('40 posts are not as many for each of 3');
  }, 20_000);
});

describe('percentiles', () => {
  it('are values that were measured, by nearest rank', () => {
    const values = Array.from({ length: 1000 }, (_, i) => 1000 - i);
    expect(toLatency(values)).toEqual({ p50: 500, p99: 990, p999: 999 });
    expect(toLatency([7])).toEqual({ p50: 7, p99: 7, p999: 7 });
    expect(() => toLatency([])).toThrow('nothing was measured');
  });
});
