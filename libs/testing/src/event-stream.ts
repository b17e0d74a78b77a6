/** A client of Server-sent events for tests: it keeps what it was told, as a browser would. */
import { get, type IncomingMessage } from 'node:http';

export interface StreamMessage {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface StreamReader {
  readonly told: readonly StreamMessage[];
  readonly response: IncomingMessage;
  /** Resolves when `isDone` is true of the messages so far. Errors: it is not within `ms`. */
  until(isDone: (told: readonly StreamMessage[]) => boolean, ms?: number): Promise<void>;
  /** Resolves when the server has ended the stream: whether in order, as far as HTTP can tell. */
  readonly ended: Promise<{ readonly inOrder: boolean }>;
  cut(): void;
}

/** Opens a stream. Errors: the answer is no event stream. */
export async function openStream(url: string, lastEventId?: string): Promise<StreamReader> {
  const response = await new Promise<IncomingMessage>((done, fail) => {
    const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    get(url, { headers, agent: false }, done).on('error', fail);
  });
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
  const told: StreamMessage[] = [];
  const watching = new Set<() => void>();
  let rest = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop()!;
    told.push(...blocks.flatMap(readBlock));
    watching.forEach((look) => look());
  });
  const ended = new Promise<{ inOrder: boolean }>((done) =>
    response.on('error', () => undefined).once('close', () => done({ inOrder: response.complete })),
  );
  return {
    told,
    response,
    ended,
    cut: () => response.destroy(),
    until: (isDone, ms = 5000) =>
      new Promise((done, fail) => {
        const timer = setTimeout(
          () => fail(new Error(`not told within ${ms} ms: ${JSON.stringify(told.slice(-3))}`)),
          ms,
        );
        const look = () => {
          if (!isDone(told)) return;
          clearTimeout(timer);
          watching.delete(look);
          done();
        };
        watching.add(look);
        look();
      }),
  };
}

function readBlock(block: string): StreamMessage[] {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
  const data = fields.get('data');
  if (data === undefined) return [];
  return [{ id: fields.get('id') ?? '', type: fields.get('event') ?? 'message', data: JSON.parse(data) }];
}
