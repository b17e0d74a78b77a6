/**
 * Documents of odd bytes and odd structure, by the hundred: each is read, or refused with a message; what was
 * read can be checked. FUZZ=100000 tries so many; FUZZ_FROM says from which number on.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { makeRandom, mutate, mutateXml, toZip } from '@rapporteur/testing';
import { strFromU8, unzipSync } from 'fflate';
import { checkReport } from '../../checks/check-report.js';
import { loadLanguage } from '../../document/language.js';
import { factsOf, round2008Events } from '../../facts/round-2008-facts.js';
import { sampleReport } from '../../samples/sample-report.js';
import { readDocx, UnreadableReport, type ReadReport } from './read-docx.js';
import { writeDocx } from './write-docx.js';

const runs = Number(process.env['FUZZ'] ?? 400);
const from = Number(process.env['FUZZ_FROM'] ?? 0);
/** Far above what any of them takes (ms), and far below what a person would wait for. */
const longest = 20_000;

const values = [
  '',
  ' ',
  'c1',
  't1',
  '\u0000',
  'x'.repeat(5000),
  '-1',
  '1e400',
  '[]',
  '{}',
  'null',
  '__proto__',
  '&#0;',
  '\u202e',
];
const elements =
  'w:sdt w:sdtPr w:sdtContent w:tag w:p w:r w:t w:tbl w:tr w:tc w:del w:ins w:moveFrom w:bookmarkStart w:fldSimple manifest x'.split(
    ' ',
  );
const oddities = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<!--',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '\u0000',
  '{',
  '[',
  '9',
].map((text) => Buffer.from(text));

let parts: [name: string, content: string][];
let context: Parameters<typeof checkReport>[2];
beforeAll(async () => {
  const facts = factsOf(round2008Events(), '2008-01-24');
  const language = await loadLanguage('en');
  context = { facts, language };
  const bytes = await writeDocx(sampleReport);
  parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]);
}, 60_000);

/** Parts in which something is read. */
const read = ['word/document.xml', 'word/footnotes.xml', 'customXml/item1.xml'];

function makeDocx(number: number): Buffer {
  const random = makeRandom(number);
  const odd = random.of(read);
  const change = (xml: string) =>
    random.once(2)
      ? mutateXml(xml, random, values, elements)
      : mutate(Buffer.from(xml), random, oddities).toString('latin1');
  const zip = toZip(
    parts.map(([name, content]) => ({ name, content: name === odd ? change(content) : content })),
  );
  return random.once(8) ? mutate(zip, random, oddities) : zip;
}

/** A claim may ask what no release has ever answered: that is said in words. */
function checkFound({ manifest, claims }: ReadReport): void {
  try {
    checkReport(manifest, claims, context, context);
  } catch (error) {
    if (!/in a way that this release does not know/.test((error as Error).message)) throw error;
  }
}

async function check(number: number): Promise<string> {
  const started = performance.now();
  const found = await readDocx(makeDocx(number)).catch((error: unknown) => {
    if (error instanceof UnreadableReport && error.message.length < 2000) return error;
    throw error;
  });
  if (!(found instanceof UnreadableReport)) checkFound(found);
  if (performance.now() - started > longest) throw new Error('it took too long');
  return found instanceof UnreadableReport ? found.code : 'checked';
}

it(
  'odd documents are read or refused, and what was read is checked',
  async () => {
    const outcomes = new Map<string, number>();
    const faults: string[] = [];
    for (let number = from; number < from + runs && faults.length < 20; number += 1) {
      const outcome = await check(number).catch((error: Error) => {
        faults.push(`${number}: ${error.stack}`);
        return 'at fault';
      });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(faults).toEqual([]);
    if (process.env['FUZZ']) console.log(Object.fromEntries(outcomes));
    expect(outcomes.size).toBeGreaterThan(2);
  },
  runs * 500 + 60_000,
);

it.each([
  ['a claim that is none', (m: { claims: unknown[] }) => void m.claims.push(null)],
  ['a position that is none', (m: { vintage: { at: unknown } }) => void (m.vintage.at = '27')],
  ['a language that is a path', (m: { language: unknown }) => void (m.language = ['..'])],
])('a manifest with %s is refused as damaged', async (_, spoil) => {
  const files = parts.map(([name, content]) => {
    if (name !== 'customXml/item1.xml') return { name, content };
    const [, head = '', json = '', tail = ''] = /^([^]*?>)(\{[^]*\})(<[^]*)$/.exec(content)!;
    const plain = json
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    const manifest = JSON.parse(plain) as never;
    spoil(manifest);
    const spoilt = JSON.stringify(manifest).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return { name, content: head + spoilt + tail };
  });
  await expect(readDocx(toZip(files))).rejects.toMatchObject({
    name: 'UnreadableReport',
    code: 'no-manifest',
  });
});
