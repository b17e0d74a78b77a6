/** Parts a body into its lines as it comes, so that a long one is never whole in memory. */

export interface BodyLine {
  /** Counted from 1, empty lines too. */
  readonly number: number;
  /** Without its line feed; undefined where the line is longer than is taken. */
  readonly bytes: Buffer | undefined;
}

const lineFeed = 0x0a;

/** In: the pieces of a body, and how many bytes a line may have. Out: its lines, also a last one without line feed. */
export async function* readLines(
  pieces: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<BodyLine, void> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const end = (): BodyLine => {
    const line = {
      number: (number += 1),
      bytes: length > longest ? undefined : Buffer.concat(parts, length),
    };
    parts = [];
    length = 0;
    return line;
  };
  for await (const piece of pieces) {
    let begin = 0;
    for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, begin)) {
      add(piece.subarray(begin, at));
      begin = at + 1;
      yield end();
    }
    add(piece.subarray(begin));
  }
  if (length > 0) yield end();
}
