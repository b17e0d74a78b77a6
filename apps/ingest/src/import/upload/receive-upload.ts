/** Saves an uploaded file, sent as the request's body or as a part of a form, in a folder of its own. */
import busboy from '@fastify/busboy';
import { roleNames, type Role, type RoleLimit } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uploadPrefix } from '../table/upload-prefix.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

export interface Upload {
  readonly path: string;
  /** SHA-256 of the bytes, in hex. */
  readonly file: string;
  readonly name: string | undefined;
  /** Text of the form's part `mapping`. */
  readonly mapping: string | undefined;
  /** Removes the folder. */
  remove(): Promise<void>;
}

const largestMapping = 1024 * 1024;
/** What a form may hold beside its file: its mapping and little more. */
const besideFile = 16 * 1024 * 1024;

const tooLarge = (what: string, bytes: number, role?: Role) =>
  new UnreadableFile(
    'too-large',
    `The ${what} is over ${bytes} bytes${role ? `, the most that a ${roleNames[role]} may send` : ''}.`,
  );

/** How many bytes a file may have, and the role for which that holds. */
export type FileLimit = Pick<RoleLimit, 'file' | 'role'>;

/**
 * In: the body, its content type, how large the file may be, and the folder in which a folder for it is made.
 * Errors: UnreadableFile for a form without file, or a larger file; those of the disk.
 */
export async function receiveUpload(
  body: Readable,
  contentType: string,
  most: FileLimit,
  where = tmpdir(),
): Promise<Upload> {
  const folder = await mkdtemp(join(where, uploadPrefix));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const path = join(folder, 'file');
    const received = contentType.startsWith('multipart/')
      ? await receiveForm(body, contentType, path, most)
      : { file: await save(body, path, most), name: undefined, mapping: undefined };
    return { path, ...received, remove };
  } catch (error) {
    // The rest of the body must be read: only when it has sent all does the client read the answer and send its
    // next request.
    body.resume();
    await remove();
    throw error;
  }
}

/** The chunks of a body. If they are not all read, the body is not destroyed, for that would end the connection. */
const chunksOf = (body: Readable) => body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;

/**
 * A stream that lets a limited number of bytes through. In: what is said beyond it, the limit, and a function that
 * is given each chunk.
 */
const letThrough = (
  beyond: UnreadableFile,
  most: number,
  look: (chunk: Buffer) => void = () => undefined,
) => {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      look(chunk);
      if (bytes > most) done(beyond);
      else done(null, chunk);
    },
  });
};

/**
 * Errors of the disk, and refusals that say already what is wrong, stay as they are. Any other error means that
 * the body is broken.
 */
function toFault(error: Error, otherwise: (message: string) => UnreadableFile): Error {
  const isOfDisk = (error as { syscall?: string }).syscall !== undefined && !isOfConnection(error);
  return isOfDisk || error instanceof UnreadableFile || error instanceof HttpProblem
    ? error
    : otherwise(error.message);
}

const isOfConnection = (error: Error) =>
  ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes((error as { code?: string }).code ?? '');

/** Out: the SHA-256 of the saved bytes. Errors: UnreadableFile; those of the disk. The file is closed in any case. */
export async function save(body: Readable, path: string, most: FileLimit): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  try {
    const count = letThrough(tooLarge('file', most.file, most.role), most.file, (chunk) =>
      hash.update(chunk),
    );
    await pipeline(chunksOf(body), count, file.createWriteStream());
  } catch (error) {
    throw toFault(
      error as Error,
      () => new UnreadableFile('truncated', 'The upload ended before the file did.'),
    );
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

const badForm = (why: string) => new UnreadableFile('bad-form', `The form cannot be read: ${why}`);

/** Errors: UnreadableFile for a content type without a boundary, or of another kind of multipart. */
function openForm(contentType: string): busboy.Busboy {
  const limits = {
    files: 2,
    fields: 10,
    parts: 12,
    fieldSize: largestMapping,
    fieldNameSize: 100,
    headerPairs: 50,
  };
  try {
    return new busboy.Busboy({ headers: { 'content-type': contentType }, limits });
  } catch (error) {
    throw badForm(`${(error as Error).message}. Send multipart/form-data.`);
  }
}

async function receiveForm(
  body: Readable,
  contentType: string,
  path: string,
  most: FileLimit,
): Promise<Pick<Upload, 'file' | 'name' | 'mapping'>> {
  const form = openForm(contentType);
  const longest = most.file + besideFile;
  let name: string | undefined;
  let mapping: string | undefined;
  let file: Readable | undefined;
  let saving: Promise<string> | undefined;
  const give = (error: Error) => form.destroy(error);
  form.on('field', (field: string, value: string, _: boolean, isCut: boolean) => {
    if (field !== 'mapping') return;
    if (isCut) give(tooLarge('mapping', largestMapping));
    mapping = value;
  });
  form.on('file', (field: string, stream: Readable, fileName: string) => {
    stream.on('error', () => undefined);
    if (field === 'mapping') readText(stream).then((text) => (mapping = text), give);
    else if (saving) stream.resume();
    else {
      name = fileName;
      file = stream;
      saving = save(stream, path, most);
      saving.catch(give);
    }
  });
  try {
    await pipeline(chunksOf(body), letThrough(tooLarge('form', longest), longest), form);
  } catch (error) {
    // A file that is still being written must be closed before its folder can be removed.
    file?.destroy(error as Error);
    await saving?.catch(() => undefined);
    throw toFault(error as Error, badForm);
  }
  if (!saving) throw new UnreadableFile('bad-form', 'The form has no file: send it as the part "file".');
  return { file: await saving, name, mapping };
}

/** A text sent as a file. Errors: UnreadableFile where it is longer than a mapping may be, or no UTF-8. */
async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  const count = letThrough(tooLarge('mapping', largestMapping), largestMapping, (chunk) =>
    chunks.push(chunk),
  );
  await pipeline(stream, count, async (passed) => {
    for await (const chunk of passed) void chunk;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UnreadableFile('bad-mapping', 'The mapping is not UTF-8.');
  }
}
