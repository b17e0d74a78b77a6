/** A connection that sends what no client of HTTP would send, byte by byte, and reads whatever comes back. */
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawConnection {
  write(bytes: string | Uint8Array): void;
  heard(): string;
  /** Resolves with the first answer once it is whole. Errors: not within `ms`, or the connection closed before. */
  answer(ms?: number): Promise<RawAnswer>;
  /** Resolves when the server, or the test, has closed it. */
  readonly closed: Promise<void>;
  isClosed(): boolean;
  cut(): void;
}

/** Opens a connection. Errors: nobody listens there. */
export async function connectRaw(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect(port, host);
  await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
  let heard = '';
  let isClosed = false;
  const watching = new Set<() => void>();
  const tell = () => watching.forEach((look) => look());
  socket.setEncoding('latin1').on('data', (text) => {
    heard += String(text);
    tell();
  });
  // A server that closes a connection while it is written to resets it.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((done) =>
    socket.once('close', () => {
      isClosed = true;
      done();
      tell();
    }),
  );
  return {
    write: (bytes) => void socket.write(bytes),
    heard: () => heard,
    closed,
    isClosed: () => isClosed,
    cut: () => socket.destroy(),
    answer: (ms = 20_000) =>
      new Promise((done, fail) => {
        const finish = (act: () => void) => {
          clearTimeout(timer);
          watching.delete(look);
          act();
        };
        const look = () => {
          const answer = toAnswer(heard);
          if (answer) finish(() => done(answer));
          else if (isClosed) finish(() => fail(new Error(`closed without an answer: "${heard}"`)));
        };
        const timer = setTimeout(
          () => finish(() => fail(new Error(`no answer within ${ms} ms: "${heard}"`))),
          ms,
        );
        watching.add(look);
        look();
      }),
  };
}

/** Sends what makes up one request. Out: the answer; the connection is cut then. */
export async function askRaw(port: number, request: string | Uint8Array): Promise<RawAnswer> {
  const connection = await connectRaw(port);
  connection.write(request);
  try {
    return await connection.answer();
  } finally {
    connection.cut();
  }
}

/** Out: the answer that a text begins with, or undefined where it is not whole. It must tell its length. */
function toAnswer(text: string): RawAnswer | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [start = '', ...lines] = text.slice(0, end).split('\r\n');
  const fields = lines.map((line) => {
    const [name = '', value = ''] = line.split(/: ?(.*)/s);
    return [name.toLowerCase(), value] as const;
  });
  const headers = Object.fromEntries(fields);
  const body = text.slice(end + 4);
  if (body.length < Number(headers['content-length'] ?? 0)) return undefined;
  return { status: Number(start.split(' ')[1]), headers, body: Buffer.from(body, 'latin1').toString() };
}
