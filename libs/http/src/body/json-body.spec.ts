/** What a body says is kept as it was sent, or refused. */
import { describe, expect, it } from '@jest/globals';
import { readJson } from './json-body.js';

const refusal = (bytes: string | Uint8Array) => {
  try {
    readJson(Buffer.from(bytes));
  } catch (error) {
    return (error as { toJSON(): Record<string, unknown> }).toJSON();
  }
  throw new Error('it was taken');
};

describe('a body', () => {
  it('is read as what it says', () => {
    const text = '{"名":"Zoë 🖋","n":[1,1.0,1e2,0.10,-0,12345678901234567890e-19]}';
    expect(readJson(Buffer.from(text.replace(',12345678901234567890e-19', '')))).toEqual({
      body: { 名: 'Zoë 🖋', n: [1, 1, 100, 0.1, -0] },
      problems: [],
    });
    expect(readJson(Buffer.from(text)).problems).toMatchObject([{ pointer: '/n/5' }]);
  });

  it('may begin with a mark of byte order, which says nothing', () => {
    expect(readJson(Buffer.from('\ufeff{"a":1}'))).toEqual({ body: { a: 1 }, problems: [] });
    expect(refusal('\ufeff\ufeff{"a":1}')).toMatchObject({ type: '/problems/broken-json' });
  });

  it.each([
    ['empty-body', ''],
    ['broken-json', '{"a":1'],
    ['broken-json', '{"a":"\u0001"}'],
    ['broken-json', '{"a\\x":1}'],
    ['bad-encoding', Buffer.from('{"a":"Zoë"}', 'latin1')],
    ['bad-encoding', Buffer.from('{"a":1}', 'utf16le').subarray(0, 3).fill(0xff, 1, 2)],
    ['bad-encoding', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')])],
    ['too-deep', `${'['.repeat(65)}${']'.repeat(65)}`],
    ['too-deep', '['.repeat(5_000_000)],
    ['too-deep', '{"a":'.repeat(1_000_000)],
    ['forbidden-name', '{"a":{"__proto__":1}}'],
    ['forbidden-name', '{"\\u005f_proto__":1}'],
  ])('is refused as %s', (code, bytes) =>
    expect(refusal(bytes)).toMatchObject({ status: 400, type: `/problems/${code}` }),
  );

  it('of 64 objects and arrays within one another is taken, and the place of the 65th is told', () => {
    expect(readJson(Buffer.from(`${'['.repeat(64)}${']'.repeat(64)}`)).problems).toEqual([]);
    const nested = `{"a":[0,${'['.repeat(63)}${']'.repeat(63)}]}`;
    expect(refusal(nested)).toMatchObject({ problems: [{ pointer: `/a/1${'/0'.repeat(62)}` }] });
  });
});
