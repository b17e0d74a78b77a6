/** The bytes of a request, whole or as a stream, in such a way that their reader can be made to fail and still answer. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { HttpProblem, tooLarge } from '../problem.js';

/** Makes a reader fail with an error. */
export type Fail = (error: Error) => void;

export interface BodySource {
  readonly raw: IncomingMessage;
  /** Told of each piece as it is read. */
  readonly onBytes: (count: number) => void;
}

/**
 * Reads a body to its end, without a stream between: for most requests that would be half of what the body costs.
 * Errors: HttpProblem over `limit` bytes; that of a client who left.
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
    // What still comes is let go by, so that the client comes to read the answer.
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

/** Nobody is there to read it. The connection's own error would be taken for one of the database, or for a fault. */
const clientLeft = () =>
  new HttpProblem({ status: 400, code: 'client-left', title: 'The client left before its body had come' });

/** The same as a stream. That it fails does not end the connection, as it would if the request itself failed. */
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
  // Who has read enough no longer listens.
  body.on('error', () => undefined);
  return body;
}
