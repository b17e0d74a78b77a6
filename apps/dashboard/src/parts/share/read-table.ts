/** Reads the beginning of a text, or counts the rows of a table as CSV. */

/** In: an address. Out: so many characters of what is there, and whether there is more. Errors: it is refused, or away. */
export async function readBeginning(
  address: string,
  length: number,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly hasMore: boolean }> {
  let text = '';
  for await (const piece of piecesOf(address, signal)) {
    text += piece;
    if (text.length > length) return { text: text.slice(0, length), hasMore: true };
  }
  return { text, hasMore: false };
}

/** The columns of a table, and how many rows it has; a line break within quotes begins no row. */
export async function readTable(
  address: string,
  signal: AbortSignal,
): Promise<{ readonly columns: readonly string[]; readonly rows: number }> {
  let [header, lines, isQuoted, isBlank] = ['', 0, false, true];
  for await (const piece of piecesOf(address, signal))
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
  return { columns: header.replace(/^\ufeff/, '').split(','), rows: Math.max(0, lines - 1) };
}

async function* piecesOf(address: string, signal: AbortSignal): AsyncGenerator<string> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let got = await reader.read(); !got.done; got = await reader.read()) yield got.value;
  } finally {
    await reader.cancel();
  }
}
