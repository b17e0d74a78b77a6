/** The evidence of figures and findings in every format. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Passage } from '@rapporteur/domain';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { figure, opened, openFilledStore, submitted, type FilledStore } from '../harness/filled-store.js';

const [letter, secret] = ['a'.repeat(64), 'b'.repeat(64)];

const received = (document: string, name: string): DomainEvent => ({
  type: 'DocumentReceived',
  data: {
    ...{ collection: 'c', round: '2008', respondent: 'SV', document, name, media: 'text/plain' },
    ...{ bytes: 9, receivedOn: '2008-01-20' },
  },
});
const passage = (ordinal: number, quote: string | null, page: number | null = null): Passage => ({
  ...{ event: 2, ordinal, page, paragraph: 15, quote, start: 4, end: 9, language: 'en' },
  ...(quote === null ? { prefix: null, suffix: null } : { prefix: 'of Ms. ', suffix: ' in all' }),
});
const attached = (document: string, ...passages: Passage[]): DomainEvent => ({
  type: 'EvidenceAttached',
  data: {
    ...{ collection: 'c', round: '2008', document, extraction: 1, receivedOn: '2008-01-20' },
    passages,
  },
});

let store: FilledStore;
beforeAll(async () => {
  store = await openFilledStore();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted(
      'SV',
      '2008-01-20',
      [
        figure('persons-prosecuted', '2006', 37),
        figure('persons-prosecuted', '2007', 6),
        figure('persons-arrested', '2007', 9),
      ],
      [{ topic: 'shelters', paragraph: 3 }],
    ),
    received(letter, 'letter.txt'),
    attached(letter, passage(0, '=thirty-seven', 4), passage(3, null)),
    received(secret, 'Ms. Zamora.txt'),
    attached(secret, passage(1, 'six of Zamora'), passage(2, 'Zamora and others')),
  );
  await store.apply();
});
afterAll(() => store.close());

/** What an answer says, whatever its format is. */
async function read(address: string): Promise<string> {
  const { text, bytes, status } = await store.get(address);
  expect([address, status < 500]).toEqual([address, true]);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return `${status} ${text}`;
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('evidence', () => {
  it('is in the columns at the end of figures and findings: document, page, paragraph, quote', async () => {
    const figures = parse((await store.get('/v1/observations?format=csv')).text, { columns: true }) as Record<
      string,
      string
    >[];
    const shown = figures.map((one) =>
      [
        one['period'],
        one['document']![0],
        one['document_page'],
        one['document_paragraph'],
        one['quote'],
      ].join(' | '),
    );
    // In the order of identifiers; a text that begins like a formula is guarded.
    expect(shown).toEqual([
      '2007 | b |  | 15 | Zamora and others',
      "2006 | a | 4 | 15 | '=thirty-seven",
      '2007 | b |  | 15 | six of Zamora',
    ]);
    const [header, finding] = parse((await store.get('/v1/findings?format=csv')).text) as string[][];
    expect(header!.slice(-5)).toEqual(['id', 'document', 'document_page', 'document_paragraph', 'quote']);
    expect(finding!.slice(-4)).toEqual([letter, '', '15', '']);
    const [package_, xlsx] = [await read('/v1/package'), await read('/v1/observations?format=xlsx')];
    for (const said of [package_, xlsx]) expect(said).toMatch(/Zamora and others[^]*six of Zamora/);
    expect(package_).toContain('Exact words of the document');
  });
});
