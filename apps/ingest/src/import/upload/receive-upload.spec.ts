/** A form that cannot be read is answered as the sender's fault; whatever goes wrong, no temporary file is left. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { receiveUpload, save, type FileLimit } from './receive-upload.js';

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
const most = { file: 256 * 1024 ** 2, role: 'desk-officer' } as const;
const receive = (body: Readable, contentType: string, limit: FileLimit = most) =>
  receiveUpload(body, contentType, limit, where);

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
    [
      'has no boundary in its content type',
      'multipart/form-data',
      'a,b\n1,2',
      /^The form cannot be read: .*\. Send multipart\/form-data\.$/,
    ],
    [
      'is of another kind of multipart',
      'multipart/mixed; boundary=x',
      '--x--\r\n',
      /^The form cannot be read: .*\. Send multipart\/form-data\.$/,
    ],
    [
      'is cut off',
      multipart,
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na',
      /^The form cannot be read: ./,
    ],
    ['is cut off in a header', multipart, '--x\r\nContent-Disposi', /^The form cannot be read: ./],
    [
      'has no file',
      multipart,
      '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\na\r\n--x--\r\n',
      /^The form has no file: send it as the part "file"\.$/,
    ],
  ])('because it %s is refused', async (_, contentType, body, message) => {
    await expect(receive(Readable.from([Buffer.from(body)]), contentType)).rejects.toMatchObject({
      name: 'UnreadableFile',
      code: 'bad-form',
      message: expect.stringMatching(message),
    });
  });
});

it('a file is saved as it comes, and known by its SHA-256', async () => {
  const upload = await receive(Readable.from([Buffer.from('a,b'), Buffer.from('\n1,2')]), 'text/csv');
  expect(upload).toMatchObject({ name: undefined, mapping: undefined });
  expect(upload.file).toBe(createHash('sha256').update('a,b\n1,2').digest('hex'));
  expect(await readFile(upload.path, 'utf8')).toBe('a,b\n1,2');
  await upload.remove();
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
        ...{ code: 'too-large', message: 'The mapping is over 1048576 bytes.' },
      });
    const most = 'x'.repeat(1024 * 1024);
    for (const mapping of [part('mapping', most), part('mapping', most, 'm.json')]) {
      const upload = await receive(form(mapping, file), multipart);
      expect(upload.mapping).toBe(most);
      await upload.remove();
    }
    const latin = Buffer.concat([
      Buffer.from(part('mapping', '\u0001', 'm.json').split('\u0001')[0]!),
      Buffer.from([0xe9]),
      Buffer.from(`\r\n${file}--x--\r\n`),
    ]);
    await expect(receive(Readable.from([latin]), multipart)).rejects.toMatchObject({
      ...{ code: 'bad-mapping', message: 'The mapping is not UTF-8.' },
    });
  });
  it('is read up to its tenth field and its second file: who sends more fills no memory with it', async () => {
    const notes = (count: number) => Array.from({ length: count }, (_, i) => part(`note-${i}`, 'n'));
    const [file, more] = [part('file', 'a,b', 'a.csv'), part('more', 'c', 'c.csv')];
    const mappingOf = async (...parts: string[]) => {
      const upload = await receive(form(...parts), multipart);
      await upload.remove();
      return upload.mapping;
    };
    expect(await mappingOf(...notes(9), part('mapping', '{}'), file)).toBe('{}');
    expect(await mappingOf(...notes(10), part('mapping', '{}'), file)).toBeUndefined();
    expect(await mappingOf(...notes(10), file, part('mapping', '{}', 'm.json'))).toBe('{}');
    expect(await mappingOf(file, more, part('mapping', '{}', 'm.json'))).toBeUndefined();
  });
  it('has one file, the first, whatever else is in it', async () => {
    const parts = [part('note', 'n'), part('file', 'first', 'a.csv'), part('more', 'second', 'b.csv')];
    const upload = await receive(form(...parts), multipart);
    expect(upload).toMatchObject({ name: 'a.csv', mapping: undefined });
    expect(upload.file).toBe(createHash('sha256').update('first').digest('hex'));
    expect(await readFile(upload.path, 'utf8')).toBe('first');
    await upload.remove();
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
  await expect(save(Readable.from([Buffer.alloc(100_000)]), '/dev/full', most)).rejects.toMatchObject({
    code: 'ENOSPC',
  });
});

it.each([
  ['a body', (bytes: string) => Readable.from([Buffer.from(bytes)]), 'text/csv'],
  ['a form', (bytes: string) => form(part('file', bytes, 'a.csv')), multipart],
])('a file as %s may have as many bytes as the role may send, and not one more', async (_, body, type) => {
  const limit = { file: 1000, role: 'focal-point' } as const;
  await (await receive(body('a'.repeat(1000)), type, limit)).remove();
  await expect(receive(body('a'.repeat(1001)), type, limit)).rejects.toMatchObject({
    code: 'too-large',
    message: 'The file is over 1000 bytes, the most that a focal point may send.',
  });
});
