/** The same table in a text and in what LibreOffice makes of it: the same figures are proposed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractInProcess, findMediaType, type ScanLanguage } from '@rapporteur/documents';
import type { DocumentText } from '@rapporteur/domain';
import { canRun } from '@rapporteur/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs, scan, writeLetter } from './harness/make-scan.js';
import { readLetters } from './harness/judge-letters.js';
import { propose } from './propose.js';

const describeWith = canRun(programs) ? describe : describe.skip;

/** A letter of each language with a table. */
const number = 14;
const forms = ['docx', 'odt', 'rtf', 'html', 'pdf', 'scan'] as const;
type Asked = readonly [ScanLanguage, readonly (typeof forms)[number][]];
const few: readonly Asked[] = [
  ['en', forms],
  ['ar', ['docx', 'rtf']],
  ['zh', ['odt', 'pdf']],
];
const all = (['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const).map((language): Asked => [language, forms]);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'rapporteur-tables-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sayProposals = (text: DocumentText) =>
  propose(text)
    .map(({ indicator, value, period, qualifier }) => [indicator, value, period, qualifier].join(' '))
    .sort();

describeWith('a letter with a table', () => {
  it.each(process.env['FULL'] ? all : few)(
    'in %s gives the same proposals as %j',
    async (language, asked) => {
      const source = readFileSync(new URL(`../letters/${language}/${number}.txt`, import.meta.url), 'utf8');
      const right = sayProposals(readLetters(language, [number])[0]!.text);
      const found: Record<string, string[]> = {};
      for (const form of asked) {
        let path = writeLetter(join(folder, language), language, source, 11, form === 'scan' ? 'pdf' : form);
        if (form === 'scan') {
          const [page] = await scan(path, 'png');
          path = join(folder, 'scan.png');
          writeFileSync(path, page!);
        }
        const kind = (await findMediaType(path))!;
        const read = await extractInProcess({ path, kind, language });
        if ('problem' in read) throw new Error(read.problem.message);
        found[form] = sayProposals(read.text);
      }
      expect(found).toEqual(Object.fromEntries(asked.map((form) => [form, right])));
    },
    300_000,
  );
});
