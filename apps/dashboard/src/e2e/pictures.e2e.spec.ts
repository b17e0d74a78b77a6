/**
 * Pictures of every view in every language, wide and narrow, light and dark, to be looked at: `node tools/pictures.mjs`.
 * It checks nothing that a machine can tell but that nothing is wider than the window; the other tests of the page do that.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../page/address.js';
import { describePage, findOverflow } from './browser.js';
import { everyView, fillEveryView, openView, type ViewName } from './every-view.js';

const folder = process.env['PICTURES'];
const wanted = process.env['PICTURES_OF']?.split(',');
const names = (Object.keys(everyView) as ViewName[]).filter((name) => !wanted || wanted.includes(name));
const widths = [1280, 360] as const;
const schemes = ['light', 'dark'] as const;
/** No picture is taller, since a long list looks the same all the way down. */
const tallest = 2400;

const fileOf = (name: string, language: string, width: number, scheme: string) =>
  `${name.replaceAll(' ', '-')}-${language}-${width}-${scheme}.png`;

/** One sheet with all pictures: a section for each view, a row for each language. */
function writeSheet(of: string): void {
  const cell = (name: string, language: string) =>
    schemes.flatMap((scheme) =>
      widths.map((width) => {
        const file = fileOf(name, language, width, scheme);
        return `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy" width="${width / 4}"></a>`;
      }),
    );
  const section = (name: string) =>
    `<h2>${name}</h2>${languages.map((language) => `<h3>${language}</h3><p>${cell(name, language).join(' ')}</p>`).join('\n')}`;
  const style = 'img { vertical-align: top; border: 1px solid #888 }';
  writeFileSync(
    join(of, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every view</title><style>${style}</style>\n${names.map(section).join('\n')}`,
  );
}

if (folder === undefined)
  it.skip('pictures of every view: only where PICTURES names a folder', () => undefined);
else
  describePage('pictures of every view', (site) => {
    beforeAll(async () => {
      mkdirSync(folder, { recursive: true });
      writeSheet(folder);
      await fillEveryView(site);
    }, 60_000);

    it.each(names)(
      '%s',
      async (name) => {
        const tooWide: string[] = [];
        for (const language of languages)
          for (const width of widths) {
            await site.page.setViewportSize({ width, height: 800 });
            await openView(site, name, language);
            await site.page.waitForTimeout(700);
            if ((await findOverflow(site.page)) > 0) tooWide.push(`${language} ${width}`);
            const height = Math.min(
              tallest,
              await site.page.evaluate<number>('document.documentElement.scrollHeight'),
            );
            for (const colorScheme of schemes) {
              await site.page.emulateMedia({ colorScheme });
              const path = join(folder, fileOf(name, language, width, colorScheme));
              await site.page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width, height } });
            }
          }
        expect(tooWide).toEqual([]);
        expect(site.faults.filter((fault) => !/status of 4/.test(fault))).toEqual([]);
      },
      180_000,
    );
  });
