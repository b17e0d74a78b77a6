/**
 * The same letter as text and as a scan of what LibreOffice made of it: the same paragraphs but for few characters, and nine
 * of ten proposals. With FULL=1 every language in every form.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractInProcess, findMediaType, type ScanLanguage } from '@rapporteur/documents';
import type { DocumentText } from '@rapporteur/domain';
import { canRun } from '@rapporteur/testing';
import { distance } from 'fastest-levenshtein';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forms, programs, scan, writeLetter, type Form } from './harness/make-scan.js';
import { readLetters } from './harness/judge-letters.js';
import { propose } from './propose.js';

const describeWith = canRun(programs) ? describe : describe.skip;

/** The letter of each language: short ones, with figures. */
const number = 1;
const few: readonly (readonly [ScanLanguage, Form, boolean])[] = [
  ['en', 'tiff', true],
  ['ar', 'jpeg', false],
  ['zh', 'pdf', true],
];
const all = (['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const).flatMap((language) =>
  forms.map((form) => [language, form, form !== 'png'] as const),
);

/** What is not reached yet, as docs/documents.md says; left out of the long form. */
const notYet = new Set(['ar tiff', 'ar pdf']);

/** How many of a hundred characters may be wrong; docs/documents.md says what was measured. */
const most = { ar: 3, en: 1, es: 1, fr: 1, ru: 1, zh: 3 };

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'rapporteur-scan-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withoutSpaces = (text: string) => text.replace(/\s+/gu, '');
/** Each numbered paragraph, without spaces. */
const paragraphsOf = ({ text, blocks }: DocumentText) =>
  blocks.flatMap(({ number: own, start, end }) =>
    own === null ? [] : [{ number: own, text: withoutSpaces(text.slice(start, end)) }],
  );
const sayProposals = (text: DocumentText) =>
  propose(text).map(({ indicator, value, period, qualifier, paragraph }) =>
    JSON.stringify([paragraph, indicator, value, period, qualifier]),
  );

const asked = process.env['FULL'] ? all : few;
const isReached = ([language, form]: (typeof asked)[number]) => !notYet.has(`${language} ${form}`);

describeWith('a scan', () => {
  it.each(asked.filter(isReached))(
    'in %s as %s has the paragraphs of its letter, and nine of ten of its proposals (language told: %s)',
    async (language, form, told) => {
      const source = readFileSync(new URL(`../letters/${language}/${number}.txt`, import.meta.url), 'utf8');
      // Two pages where the form holds several, else one.
      const size = form === 'tiff' || form === 'pdf' ? 16 : 11;
      const files = await scan(
        writeLetter(join(folder, `${language}-${form}`), language, source, size, 'pdf'),
        form,
      );
      expect(files).toHaveLength(1);
      const path = join(folder, 'scan');
      writeFileSync(path, files[0]!);
      const kind = (await findMediaType(path))!;
      const read = await extractInProcess({ path, kind, language: told ? language : undefined });
      if ('problem' in read) throw new Error(read.problem.message);
      const { text } = read;
      expect(text.scan!.language).toBe(language);
      expect(text.scan).toMatchObject({ unread: [] });
      expect(text.scan!.pages.length).toBe(size === 16 ? 2 : 1);
      for (const { confidence } of text.scan!.pages) expect(confidence).toBeGreaterThan(75);

      const right = readLetters(language, [number])[0]!.text;
      const [wanted, got] = [paragraphsOf(right), paragraphsOf(text)];
      expect(got.map((one) => one.number)).toEqual(wanted.map((one) => one.number));
      const wrong = wanted.map((one, i) => distance(one.text, got[i]!.text));
      const characters = wanted.reduce((sum, one) => sum + one.text.length, 0);
      const share = (100 * wrong.reduce((sum, n) => sum + n, 0)) / characters;

      const [proposed, found] = [sayProposals(right), sayProposals(text)];
      const left = new Set(found);
      const same = proposed.filter((one) => left.delete(one)).length;
      if (process.env['FULL'])
        process.stderr.write(
          `${language} ${form}: ${share.toFixed(2)} % of characters wrong, ${same} of ${proposed.length} proposals, confidence ${text.scan!.pages.map(({ confidence }) => confidence).join(' ')}\n`,
        );
      expect(share).toBeLessThanOrEqual(most[language]);
      expect(same).toBeGreaterThanOrEqual(0.9 * proposed.length);
    },
    180_000,
  );
});
