/** Streams the text of a file, and refuses bytes that are not in its encoding. */
import { createReadStream } from 'node:fs';
import { UnreadableFile } from './unreadable-file.js';

/**
 * In: the path, the encoding, and what to do where the bytes are of another one, as a sentence. Out: the text without its
 * byte order mark, some at a time. Errors: UnreadableFile.
 */
export async function* decode(path: string, encoding: string, advice: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new UnreadableFile('bad-encoding', `The file is not ${encoding.toUpperCase()}. ${advice}`);
  }
}
