/** Takes an uploaded file to a folder of its own, as the request's body or as a part of a form. */
import busboy from '@fastify/busboy';
import { HttpProblem } from '@rapporteur/http';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDiskFull } from '@rapporteur/postgres';
import { UnreadableFile } from './unreadable-file.js';

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

const largestFile = 256 * 1024 * 1024;
const largestMapping = 1024 * 1024;

/** In: the body and its content type. Errors: UnreadableFile for a form without file, or a file over 256 MB. */
export async function receiveUpload(body: Readable, contentType: string): Promise<Upload> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    const received = contentType.startsWith('multipart/')
      ? await receiveForm(body, contentType, path)
      : { file: await save(body, path), name: undefined, mapping: undefined };
    return { path, ...received, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Out: the SHA-256 of what was saved. */
async function save(body: Readable, path: string): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > largestFile)
        done(new UnreadableFile('too-large', `The file is over ${largestFile} bytes.`));
      else done(null, chunk);
    },
  });
  await pipeline(body, count, createWriteStream(path));
  return hash.digest('hex');
}

/** Errors: UnreadableFile for a content type that says no boundary, or another kind of multipart. */
function openForm(contentType: string): busboy.Busboy {
  const limits = { files: 2, fields: 10, fieldSize: largestMapping };
  try {
    return new busboy.Busboy({ headers: { 'content-type': contentType }, limits });
  } catch (error) {
    const why = (error as Error).message;
    throw new UnreadableFile('bad-form', `The form cannot be read: ${why}. Send multipart/form-data.`);
  }
}

async function receiveForm(
  body: Readable,
  contentType: string,
  path: string,
): Promise<Pick<Upload, 'file' | 'name' | 'mapping'>> {
  const form = openForm(contentType);
  let saving: Promise<string> | undefined;
  let [name, mapping]: (string | undefined)[] = [];
  form.on('field', (field: string, value: string) => {
    if (field === 'mapping') mapping = value;
  });
  form.on('file', (field: string, stream: Readable, fileName: string) => {
    if (field === 'mapping') {
      let text = '';
      stream
        .setEncoding('utf8')
        .on('data', (part: string) => (text += text.length > largestMapping ? '' : part));
      stream.on('end', () => (mapping = text));
    } else if (saving) stream.resume();
    else {
      name = fileName;
      saving = save(stream, path);
      saving.catch((error: Error) => form.destroy(error));
    }
  });
  await pipeline(body, form).catch((error: Error) => {
    if (error instanceof UnreadableFile || error instanceof HttpProblem || isDiskFull(error)) throw error;
    throw new UnreadableFile('bad-form', `The form cannot be read: ${error.message}`);
  });
  if (!saving) throw new UnreadableFile('bad-form', 'The form has no file: send it as the part "file".');
  return { file: await saving, name, mapping };
}
