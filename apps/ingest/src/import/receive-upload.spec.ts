/** A form that cannot be read is the sender's fault, and is answered as one. */
import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { receiveUpload } from './receive-upload.js';

const multipart = 'multipart/form-data; boundary=x';

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
    await expect(receiveUpload(Readable.from([Buffer.from(body)]), contentType)).rejects.toMatchObject({
      name: 'UnreadableFile',
      code: 'bad-form',
    });
  });
});
