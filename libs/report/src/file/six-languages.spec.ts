/** The draft of the round of 2008 in each of the six languages: the same claims on the same figures, and no word of English. */
import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@rapporteur/domain';
import { strFromU8, unzipSync } from 'fflate';
import { claimsOf, textOutsideClaims } from '../document/walk.js';
import { loadLanguage, reportLanguages } from '../document/language.js';
import type { Manifest } from '../document/manifest.js';
import { factsOf, round2008Events } from '../facts/round-2008-facts.js';
import { buildReport } from './build-report.js';
import { writeDocx } from '../render/docx/write-docx.js';
import { writeHtml } from '../render/html/write-html.js';
import { draftReport } from './draft-report.js';
import { parseReport } from './parse-report.js';

/** In: a language; a text behind the draft; the events. */
async function draft(code: string, behind = '', events: readonly DomainEvent[] = round2008Events()) {
  const [facts, language] = [factsOf(events, '2008-01-24'), await loadLanguage(code)];
  const reading = parseReport((await draftReport(facts, language)) + behind);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return buildReport(reading.file, { facts, language });
}

/** Words that stand in every English report, and in none of another language. */
const english =
  /\b(?:the|of|and|with|which|was|were|by|replied|reported|State|States|figures|respondents?)\b/u;
/** What whoever coded the reply noted, in English: it stands under a head that says so. */
const holdsNotes = ({ kind, of }: Readonly<Record<string, string>>) =>
  kind === 'note' || (kind === 'table' && of === 'statements');

const others = reportLanguages().filter((code) => code !== 'en');

/** Numbers of three digits and more: smaller ones are words in English, and months digits in Chinese. */
const numbersOf = (text: string) =>
  (text.replace(/(?<=\d)[., ](?=\d{3}(?!\d))/gu, '').match(/\d{3,}/g) ?? []).sort();

/** What claims rest on and the numbers that they say, by their ids: States stand in the order of each language. */
const toTold = ({ claims }: Manifest) =>
  Object.fromEntries(
    claims.map(({ id, query, status, cells, events, text }) => [
      id,
      { query, status, events, cells: [...cells].sort(), numbers: numbersOf(text) },
    ]),
  );

describe.each(others)('the draft of 2008 in the language %s', (code) => {
  it('has the claims of the English one, on the same figures and events, with the same numbers', async () => {
    const [ours, theirs] = [await draft(code), await draft('en')].map(({ manifest }) => toTold(manifest));
    expect(ours).toEqual(theirs);
  });

  it('says nothing in English but what was noted in it', async () => {
    const { document, manifest } = await draft(code);
    expect(english.exec(textOutsideClaims(document))).toBeNull();
    const notes = new Set(manifest.claims.filter(({ query }) => holdsNotes(query)).map(({ id }) => id));
    const said = claimsOf(document).filter(({ id }) => !notes.has(id));
    const mixed = said
      .filter(({ text }) => english.test(text))
      .map(({ id, text }) => [id, english.exec(text)?.[0], text.slice(0, 300)]);
    expect(mixed).toEqual([]);
  });
});

it('a draft marks a title that the round has in English alone, in its head and where a claim says it', async () => {
  const inEnglishAlone = round2008Events().map((event) =>
    event.type === 'RoundOpened'
      ? { ...event, data: { ...event.data, title: { en: event.data.title.en! } } }
      : event,
  );
  const report = await draft('ar', '\n:round{field=title}\n', inEnglishAlone);
  const { title, titleLanguage } = report.document.masthead;
  expect(titleLanguage).toBe('en');
  const html = Buffer.from(writeHtml(report)).toString('utf8');
  const marked = `<span lang="en" dir="ltr">${title}</span>`;
  expect(html).toContain(`<h1>${marked}</h1>`);
  expect(html.split(marked)).toHaveLength(3);
  const docx = strFromU8(unzipSync(await writeDocx(report))['word/document.xml']!);
  expect(docx).toMatch(new RegExp(`<w:lang [^>]*w:val="en-GB"[^>]*/></w:rPr><w:t[^>]*>${title}<`));
});
