/**
 * Reads the body of a request, whole or as a stream; a reader can be made to fail, and the request still be
 * answered.
 */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { HttpProblem, tooLarge } from '../problem.js';

/** Makes a reader fail with an error. */
export type Fail = (error: Error) => void;

export interface BodySource {
  readonly raw: IncomingMessage;
  /** Called with the length of each piece as it is read. */
  readonly onBytes: (count: number) => void;
}

/**
 * Reads a body to its end, without a stream in between, which would double what most bodies cost.
 * Errors: HttpProblem where the body has more than `limit` bytes, or the client left.
 */
export function readWhole(
  { raw, onBytes }: BodySource,
  limit: number,
  done: (error: Error | null, bytes?: Buffer) => void,
): Fail {
  const pieces: Buffer[] = [];
  let length = 0;
  let isOver = false;
  const finish = (error: Error | null) => {
    if (isOver) return;
    isOver = true;
    // The rest of the body is read and dropped, so that the client gets to read the answer.
    raw.off('data', take).resume();
    done(error, error ? undefined : Buffer.concat(pieces, length));
  };
  const take = (piece: Buffer) => {
    length += piece.length;
    if (length > limit) return finish(tooLarge());
    pieces.push(piece);
    onBytes(piece.length);
  };
  if (Number(raw.headers['content-length']) > limit) finish(tooLarge());
  else
    raw
      .on('data', take)
      .once('end', () => finish(null))
      .once('error', () => finish(clientLeft()));
  return finish;
}

/**
 * Nobody reads this answer. It takes the place of the connection's own error, which would be taken for an error
 * of the database or of this server.
 */
const clientLeft = () =>
  new HttpProblem({ status: 400, code: 'client-left', title: 'The client left before its body had come' });

/**
 * The body as a stream. An error of the stream does not end the connection; an error of the request itself
 * would.
 */
export function openBody({ raw, onBytes }: BodySource): Readable {
  let isBegun = false;
  const take = (piece: Buffer) => {
    if (!body.push(piece)) raw.pause();
    onBytes(piece.length);
  };
  const body = new Readable({
    read() {
      if (!isBegun) raw.on('data', take);
      isBegun = true;
      raw.resume();
    },
    destroy(error, done) {
      raw.off('data', take).resume();
      done(error);
    },
  });
  raw.once('end', () => body.push(null));
  raw.once('error', () => body.destroy(clientLeft()));
  // A reader that has read enough no longer listens for errors.
  body.on('error', () => undefined);
  return body;
}
