/** An answer that is ready to be sent, and the same answer as of a later position. */
import { createHash } from 'node:crypto';

/** An answer that is ready to be sent, again and again while it stands. */
export interface Ready {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

/** What an answer is made of, but for the position. */
export interface Draft {
  /**
   * The bytes: as they are, or those before and after the one place where they name the position, which then is that of the
   * tables at every position at which the answer stands.
   */
  readonly bytes: Buffer | readonly [Buffer, Buffer];
  /** Said with the bytes where their tag is made, since other things than bytes tell answers apart. */
  readonly kind: string;
  /** What ends the tag. */
  readonly mark: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * In: a draft. Out: a function that makes the answer as of a position: the bytes, headers and tag that it would have were it
 * computed there.
 */
export function toReadyAt({ bytes, kind, mark, headers }: Draft): (position: number) => Ready {
  const parts = Buffer.isBuffer(bytes) ? [bytes] : bytes;
  // A hash of the bytes, because another release may answer differently at the same position. The position stands beside it.
  const hash = createHash('sha256').update(kind);
  for (const part of parts) hash.update(part).update('\n');
  const digest = hash.digest('base64url').slice(0, 16);
  const [before, after] = parts as [Buffer, Buffer?];
  return (position) => {
    const [etag, written] = [`"${position}-${digest}${mark}"`, String(position)];
    return {
      body: after ? Buffer.concat([before, Buffer.from(written), after]) : before,
      etag,
      headers: Object.assign({ etag, 'rapporteur-position': written }, headers),
    };
  };
}
