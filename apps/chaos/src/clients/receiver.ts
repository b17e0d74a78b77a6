/** A receiver of webhooks: it takes what the apis tell it, now and then not at the first try, and notes in which order. */
import { ownerHeaders } from '@rapporteur/testing';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Cluster } from '../cluster/cluster.js';

/** What a message said: something about the figures of a respondent changed at a position. */
export interface Told {
  readonly position: number;
  readonly collection: string;
  readonly round: string;
  readonly respondent: string | null;
}

interface Failures {
  readonly items: readonly { readonly position: number }[];
}

/** One message in so many is not taken at its first try. */
const refuseOneIn = 5;
const lookEveryMs = 1000;

export class Receiver {
  /** What was taken, in order of arrival, repeated messages too. */
  readonly told: Told[] = [];
  /** Messages that were not as the specification says. */
  readonly violations: string[] = [];
  private readonly refused = new Set<number>();
  private webhook: { readonly id: string; readonly secret: string } | undefined;

  private constructor(
    private readonly cluster: Cluster,
    private readonly server: Server,
  ) {}

  /** Starts a receiver, and has it told of all figures that change from now on. Errors: the webhook was not made. */
  static async open(cluster: Cluster): Promise<Receiver> {
    const server = createServer((request, response) => {
      void text(request)
        .then((body) => response.writeHead(receiver.take(request.headers, body)).end())
        .catch(() => response.destroy());
    });
    const receiver = new Receiver(cluster, server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    // A run that is broken off does not wait for it.
    server.unref();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const answer = await receiver.ask('', { url, kinds: ['figure'] });
    if (answer?.status !== 201) throw new Error(`the webhook was answered ${answer?.status}`);
    receiver.webhook = (await answer.json()) as { id: string; secret: string };
    return receiver;
  }

  /** Until the signal: what failed is sent again at once, as an operator would, and not after its growing pauses. */
  async hurryOn(signal: AbortSignal): Promise<void> {
    const { id } = this.webhook!;
    while (!signal.aborted) {
      const answer = await this.ask(`/${id}/failures`);
      const { items } = await readFailures(answer);
      for (const { position } of items) await this.ask(`/${id}/replay`, { position });
      await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Out: the status of the answer. */
  private take(headers: IncomingHttpHeaders, body: string): number {
    const { data } = this.check(headers, body);
    if (!data) return 400;
    const { position } = data;
    if (position % refuseOneIn === 0 && !this.refused.has(position)) {
      this.refused.add(position);
      return 503;
    }
    this.told.push(data);
    return 204;
  }

  private check(headers: IncomingHttpHeaders, body: string): { readonly data?: Told } {
    try {
      return new Webhook(this.webhook!.secret).verify(body, headers as Record<string, string>) as {
        data: Told;
      };
    } catch (error) {
      this.violations.push(`a message was not as the specification says: ${(error as Error).message}`);
      return {};
    }
  }

  /** Asks an api about webhooks. Out: the answer; undefined where there was none because of a fault. */
  private async ask(path: string, body?: unknown): Promise<Response | undefined> {
    const [api] = this.cluster.addressesOf('api');
    const init = body
      ? {
          method: 'POST',
          headers: { ...ownerHeaders(), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }
      : { headers: ownerHeaders() };
    return fetch(`${api}/v1/webhooks${path}`, { ...init, signal: AbortSignal.timeout(10_000) }).catch(
      () => undefined,
    );
  }
}

/** Out: what failed; nothing where there was no whole answer. */
async function readFailures(answer: Response | undefined): Promise<Failures> {
  const none = { items: [] };
  return answer?.ok ? (answer.json() as Promise<Failures>).catch(() => none) : none;
}
