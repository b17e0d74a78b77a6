/**
 * A thousand webhooks, one of them slow and one dead: how long after a reply is sent the receivers of the others are told,
 * with 100 changes a second.
 */
import { openDatabase } from '@rapporteur/postgres';
import { migrations } from '@rapporteur/projections';
import { respondentCodes } from '@rapporteur/names';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { benchCollection, openRounds } from '../fill/replies.js';
import { makeClient, runAtRate, toLatency, type Client } from '../load/load.js';
import { runService } from '../load/run-service.js';
import { toRow, type Bench, type Row } from '../row.js';

/** The goal for p99 (ms), at this many changes a second. */
const goal = { ms: 1000, rate: 100 };
/** The slow receiver answers after this time (ms). */
const slowMs = 5000;
/** How long the last messages may take (ms). */
const patienceMs = 60_000;

export async function measureWebhooks(bench: Bench): Promise<Row[]> {
  const url = await bench.createDatabase('webhooks');
  await (await openDatabase({ url, migrations })).destroy();
  const env = { DATABASE_URL: url, WEBHOOK_HOSTS: '127.0.0.1' };
  const services = [
    await runService('ingest', env),
    await runService('aggregator', env),
    await runService('api', env),
  ];
  const receiver = await Receiver.open();
  const [ingest, api] = [makeClient(services[0]!.url, 64), makeClient(services[2]!.url, 16)];
  try {
    const webhooks = bench.size(100, 1000);
    const total = bench.size(300, goal.rate * 30);
    const next = await openRounds(ingest, total);
    await makeWebhooks(api, receiver, webhooks);
    /** When each reply should have been sent. */
    const sent = new Map<string, number>();
    let expected = 0;
    await runAtRate(goal.rate, total, async (_, intended) => {
      const { path, body, respondent } = next();
      sent.set(`${path.split('/')[4]}/${respondent}`, intended);
      expected += countWebhooks(respondent, webhooks);
      await ingest.send('POST', path, body);
      return performance.now() - intended;
    });
    const until = performance.now() + patienceMs;
    while (receiver.told.length < expected && performance.now() < until) await sleep(50);
    if (receiver.told.length < expected)
      throw new Error(`of ${expected} messages ${receiver.told.length} came`);
    const latency = toLatency(receiver.told.map(({ reply, at }) => at - sent.get(reply)!));
    return [
      toRow({
        what: `reply sent to webhook told, ${webhooks.toLocaleString('en')} webhooks, one slow and one dead, ${goal.rate} changes/s: p99 of the others`,
        against: 'the goal',
        ours: latency.p99,
        theirs: goal.ms,
        unit: 'ms',
        lessIsBetter: true,
        target: 1,
        latency: { ours: latency },
      }),
    ];
  } finally {
    ingest.close();
    api.close();
    await receiver.close();
    for (const service of services) await service.stop();
  }
}

/** Two webhooks more are slow and dead; the others are told of one respondent each, in turn. */
const respondentOf = (webhook: number) => respondentCodes[webhook % respondentCodes.length]!;

/** How many of the webhooks that are neither slow nor dead are told of a respondent. */
function countWebhooks(respondent: string, webhooks: number): number {
  const first = respondentCodes.indexOf(respondent);
  return Math.ceil(Math.max(0, webhooks - 2 - first) / respondentCodes.length);
}

async function makeWebhooks(api: Client, receiver: Receiver, webhooks: number): Promise<void> {
  const wish = { collection: benchCollection, kinds: ['figure', 'direction'] };
  const make = (url: string, more = {}) => api.send('POST', '/v1/webhooks', { url, ...wish, ...more });
  for (let i = 0; i < webhooks - 2; i += 1) await make(receiver.url, { respondents: [respondentOf(i)] });
  await make(`${receiver.url}slow`);
  await make(await closedUrl());
}

/** An address at which nobody listens. */
async function closedUrl(): Promise<string> {
  const receiver = await Receiver.open();
  const { url } = receiver;
  await receiver.close();
  return url;
}

interface Body {
  readonly data: { readonly round: string; readonly respondent: string };
}

class Receiver {
  /** Of each message, but those to the slow address: the reply that it tells of, and when it came (performance.now()). */
  readonly told: { readonly reply: string; readonly at: number }[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const end = () => void response.writeHead(204).end();
      if (request.url === '/slow') return void setTimeout(end, slowMs);
      void text(request).then((body) => {
        const { data } = JSON.parse(body) as Body;
        receiver.told.push({ reply: `${data.round}/${data.respondent}`, at: performance.now() });
        end();
      });
    });
    const receiver = new Receiver(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
