/** A receiver of webhooks as others write it: HTTP, and the package `standardwebhooks`, which checks each message. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

/** A message whose signature holds. */
export interface ReceivedMessage {
  readonly id: string;
  readonly type: string | undefined;
  readonly signatures: number;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is in it is what the tests are about
  readonly body: any;
}

/** Answers a message: a status, or a function that answers itself, or not at all. */
export type Reaction = number | ((response: ServerResponse) => void);

export interface WebhookReceiver {
  readonly url: string;
  /** Every message, in the order of arrival, delivered or not. */
  readonly heard: readonly ReceivedMessage[];
  /** The positions of those that were answered with 200. */
  readonly taken: readonly number[];
  /** How many had a signature that does not hold. */
  readonly forged: number;
  /** The secret that messages are checked with. */
  secret: string;
  /** What is answered to a message; 200 where it is not set. */
  react: (message: ReceivedMessage) => Reaction;
  until(what: () => boolean, ms?: number): Promise<void>;
  close(): Promise<void>;
}

export async function openReceiver(secret = ''): Promise<WebhookReceiver> {
  const heard: ReceivedMessage[] = [];
  const taken: number[] = [];
  let forged = 0;
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      let body;
      try {
        body = new Webhook(receiver.secret).verify(text, headers) as { data: { position: number } };
      } catch {
        forged += 1;
        return void response.writeHead(401).end();
      }
      const message = {
        id: headers['webhook-id']!,
        type: headers['content-type'],
        signatures: headers['webhook-signature']!.split(' ').length,
        text,
        body,
      };
      heard.push(message);
      const reaction = receiver.react(message);
      if (typeof reaction === 'function') return reaction(response);
      if (reaction === 200) taken.push(body.data.position);
      response.writeHead(reaction).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard,
    taken,
    get forged() {
      return forged;
    },
    secret,
    react: () => 200,
    async until(what, ms = 20_000) {
      for (const end = Date.now() + ms; !what(); await sleep(20))
        if (Date.now() > end)
          throw new Error(
            `it did not come: ${forged} forged, ${JSON.stringify(heard.map(({ text }) => text))}`,
          );
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return receiver;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
