/** A name in a header is kept as its sender wrote it, or refused. */
import { describe, expect, it } from '@jest/globals';
import type { HttpProblem } from '../problem.js';
import { readHeaderText, toHeaderText } from './header-text.js';

/** As Node hands bytes on. */
const sent = (bytes: string | Uint8Array) => ({ 'x-recorded-by': Buffer.from(bytes).toString('latin1') });
const read = (bytes: string | Uint8Array) => readHeaderText(sent(bytes), 'X-Recorded-By');

const refusal = (bytes: string | Uint8Array) => {
  try {
    read(bytes);
  } catch (error) {
    return (error as HttpProblem).options;
  }
  throw new Error('it was taken');
};

describe('a header that is kept', () => {
  it.each(['desk-7', 'Zoë Müller', '记录者', 'اسم', 'José 🖋'])('says %s', (name) => {
    expect(read(`  ${name} `)).toBe(name);
    expect(Buffer.from(toHeaderText(name), 'latin1').toString()).toBe(name);
  });

  it('says nothing where it is absent or empty', () => {
    expect([readHeaderText({}, 'X-Recorded-By'), read(''), read('  ')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('may have 200 characters', () => expect(read('é'.repeat(200))).toHaveLength(200));

  it.each([
    ['Latin-1', Buffer.from('Zoë', 'latin1')],
    ['half a character', Buffer.from([0x61, 0xe8, 0xae])],
    ['half of a pair, written out', Buffer.from([0xed, 0xa0, 0x80])],
    ['more than 200 characters', 'a'.repeat(201)],
    ['a tab', 'a\tb'],
    ['a control character of the second set', 'a\u0085b'],
    ['DEL', 'a\u007fb'],
    ['a forced direction', 'a\u202eb'],
    ['what is no character', 'a\uffffb'],
  ])('is refused with %s', (_, bytes) =>
    expect(refusal(bytes)).toMatchObject({
      status: 400,
      code: 'bad-header',
      title: expect.stringContaining('The header X-Recorded-By must'),
    }),
  );
});
