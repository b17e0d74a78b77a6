/** Reads the beginning of a text, or counts the rows of a table as CSV; either says whether it is a page that others follow. */

interface Read {
  /** It is the first page of a longer list. */
  readonly isFirstPage: boolean;
}

/** In: an address. Out: so many characters of what is there, and whether there is more. Errors: it is refused, or away. */
export async function readBeginning(
  address: string,
  length: number,
  signal: AbortSignal,
): Promise<Read & { readonly text: string; readonly hasMore: boolean }> {
  const { isFirstPage, pieces } = await open(address, signal);
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > length) return { isFirstPage, text: text.slice(0, length), hasMore: true };
  }
  return { isFirstPage, text, hasMore: false };
}

/** The columns of a table, and how many rows it has; a line break within quotes begins no row. */
export async function readTable(
  address: string,
  signal: AbortSignal,
): Promise<Read & { readonly columns: readonly string[]; readonly rows: number }> {
  const { isFirstPage, pieces } = await open(address, signal);
  let [header, lines, isQuoted, isBlank] = ['', 0, false, true];
  for await (const piece of pieces)
    for (const sign of piece) {
      if (sign === '"') isQuoted = !isQuoted;
      if (sign === '\n' && !isQuoted) {
        if (!isBlank) lines += 1;
        isBlank = true;
      } else if (sign !== '\r') {
        isBlank = false;
        if (lines === 0) header += sign;
      }
    }
  if (!isBlank) lines += 1;
  return { isFirstPage, columns: header.replace(/^\ufeff/, '').split(','), rows: Math.max(0, lines - 1) };
}

async function open(
  address: string,
  signal: AbortSignal,
): Promise<Read & { readonly pieces: AsyncGenerator<string> }> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const isFirstPage = response.headers.get('link')?.includes('rel="next"') ?? false;
  return { isFirstPage, pieces: piecesOf(response.body) };
}

async function* piecesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let got = await reader.read(); !got.done; got = await reader.read()) yield got.value;
  } finally {
    await reader.cancel();
  }
}
