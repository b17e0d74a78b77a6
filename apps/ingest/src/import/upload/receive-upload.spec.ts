/** A form that cannot be read is answered as the sender's fault; whatever goes wrong, no temporary file is left. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { receiveUpload, save } from './receive-upload.js';

const multipart = 'multipart/form-data; boundary=x';
const part = (name: string, content: string, file = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n${content}\r\n`;
const form = (...parts: string[]) => Readable.from([Buffer.from(`${parts.join('')}--x--\r\n`)]);

let where: string;
beforeAll(async () => {
  where = await mkdtemp(join(tmpdir(), 'receive-upload-'));
});
afterEach(async () => expect(await readdir(where)).toEqual([]));
afterAll(() => rm(where, { recursive: true }));
const receive = (body: Readable, contentType: string) => receiveUpload(body, contentType, where);

/** A body that breaks off with an error, as when a client disconnects. */
const brokenOff = (start: string, error = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })) =>
  Readable.from(
    (async function* () {
      yield Buffer.from(start);
      yield Buffer.from('a'.repeat(100_000));
      await new Promise((done) => setTimeout(done, 20));
      throw error;
    })(),
  );

describe('a form that cannot be read', () => {
  it.each([
    ['has no boundary in its content type', 'multipart/form-data', 'a,b\n1,2'],
    ['is of another kind of multipart', 'multipart/mixed; boundary=x', '--x--\r\n'],
    [
      'is cut off',
      multipart,
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na',
    ],
    ['is cut off in a header', multipart, '--x\r\nContent-Disposi'],
    ['has no file', multipart, '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\na\r\n--x--\r\n'],
  ])('because it %s is refused', async (_, contentType, body) => {
    await expect(receive(Readable.from([Buffer.from(body)]), contentType)).rejects.toMatchObject({
      name: 'UnreadableFile',
      code: 'bad-form',
    });
  });
});

describe('a form', () => {
  it('gives its file with its name, and its mapping whether that is a file or not', async () => {
    for (const mapping of [part('mapping', '{"ü":1}'), part('mapping', '{"ü":1}', 'm.json')]) {
      const upload = await receive(form(mapping, part('file', 'a,b', 'ü.csv')), multipart);
      expect(upload).toMatchObject({ mapping: '{"ü":1}', name: 'ü.csv' });
      expect(await readFile(upload.path, 'utf8')).toBe('a,b');
      await upload.remove();
      expect(existsSync(upload.path)).toBe(false);
    }
  });
  it('is refused where its mapping is too long or no text, however it is sent', async () => {
    const long = 'x'.repeat(1024 * 1024 + 1);
    const file = part('file', 'a,b', 'a.csv');
    for (const mapping of [part('mapping', long), part('mapping', long, 'm.json')])
      await expect(receive(form(mapping, file), multipart)).rejects.toMatchObject({
        code: 'too-large',
      });
    const latin = Buffer.concat([
      Buffer.from(part('mapping', '\u0001', 'm.json').split('\u0001')[0]!),
      Buffer.from([0xe9]),
      Buffer.from(`\r\n${file}--x--\r\n`),
    ]);
    await expect(receive(Readable.from([latin]), multipart)).rejects.toMatchObject({
      code: 'bad-mapping',
    });
  });
});

describe('an upload that breaks off', () => {
  const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  it('leaves no folder', async () => {
    const taken = [
      receive(brokenOff(''), 'text/csv'),
      receive(brokenOff(start), multipart),
      receive(brokenOff(start.replace('"file"', '"mapping"')), multipart),
    ];
    expect((await Promise.allSettled(taken)).map((t) => (t as PromiseRejectedResult).reason.code)).toEqual([
      'truncated',
      'bad-form',
      'bad-form',
    ]);
  });
});

const onLinux = existsSync('/dev/full') ? it : it.skip;
onLinux('a full disk is told as what it is', async () => {
  await expect(save(Readable.from([Buffer.alloc(100_000)]), '/dev/full')).rejects.toMatchObject({
    code: 'ENOSPC',
  });
});
