/** What a file of an office program may hold, and what ends its reading before it fills the memory. */
import { describe, expect, it } from '@jest/globals';
import { toZip, type Part } from '@rapporteur/testing';
import { openOfficeFile } from './office-file.js';
import type { Handlers } from './xml-parser.js';

async function read(content: string | Part[], handlers: Handlers = {}): Promise<void> {
  const parts = typeof content === 'string' ? [{ name: 'part.xml', content }] : content;
  const file = await openOfficeFile(toZip(parts));
  try {
    await file.readPart('part.xml', handlers);
  } finally {
    file.close();
  }
}

/**
 * XML that hardly shrinks when deflated, so that it is not taken for a bomb: the tests here are about later
 * limits.
 */
const noise = (length: number) => {
  let [text, seed] = ['', 1];
  while (text.length < length) text += (seed = (seed * 48_271) % 2_147_483_647).toString(36);
  return text.slice(0, length);
};

describe('a part', () => {
  it('tells its texts, whether they are marked up as such or not', async () => {
    let text = '';
    await read('<a>1<![CDATA[2<]]><!-- 3 -->4&amp;</a>', { text: (part) => (text += part) });
    expect(text).toBe('12<4&');
  });
  it('gives what a handler throws as it is', async () => {
    const fault = new RangeError('mine');
    const open = () => {
      throw fault;
    };
    await expect(read('<a/>', { open })).rejects.toBe(fault);
  });
});

describe('a part is refused', () => {
  const refused = (code: string, message: RegExp) => ({ code, message: expect.stringMatching(message) });
  it('where its elements are nested without end', async () => {
    await read(`${'<a>'.repeat(900)}${'</a>'.repeat(900)}`);
    await expect(read('<a>'.repeat(20_000))).rejects.toMatchObject(refused('too-large', /1000 deep/));
  });
  it('where one tag has attributes without end', async () => {
    const attributes = Array.from({ length: 200_000 }, (_, i) => `a${i}="${i}"`).join(' ');
    await expect(read(`<a ${attributes}/>`)).rejects.toMatchObject(refused('too-large', /a tag of over/));
    await expect(read(`<a b="${noise(3_000_000)}"/>`)).rejects.toMatchObject(
      refused('too-large', /a tag of over/),
    );
  });
  it.each([
    ['a text', '<a>', ''],
    ['a comment', '<a><!--', ''],
    ['a declaration', '<!DOCTYPE a [', ''],
  ])('where %s has no end', async (_, start, end) => {
    await expect(read(`${start}${noise(18_000_000)}${end}`)).rejects.toMatchObject(
      refused('too-large', /a text of over/),
    );
  });
  it('where its XML is broken, with the place', async () => {
    for (const content of ['<a>', '<a></b>', '<a>&b;</a>', '<a b=1/>', '&#x110000;', 'text'])
      await expect(read(content)).rejects.toMatchObject(refused('truncated', /part\.xml cannot be read/));
  });
});

it('a directory longer than its parts need is refused', async () => {
  const parts = Array.from({ length: 100 }, (_, i) => ({ name: `p${i}`, content: '', comment: 60_000 }));
  await expect(read(parts)).rejects.toMatchObject({ code: 'too-large' });
});
