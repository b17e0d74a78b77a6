/**
 * Pictures of every view in every language, wide and narrow, light and dark, to be looked at: `npm run page-sheet`.
 * It checks nothing that a machine can tell but that nothing is wider than the window; the other tests of the page do that.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages } from '../page/address.js';
import { describePage, findOverflow } from './browser.js';
import { everyView, fillEveryView, openView, type ViewName } from './every-view.js';

const { PICTURES: folder, PICTURES_AT: at, PICTURES_KEY_FILE: keyFile } = process.env;
const key = keyFile ? readFileSync(keyFile, 'utf8').trim() : undefined;
const wantedOf = <T extends string>(all: readonly T[], name: string): readonly T[] => {
  const wanted = process.env[name]?.split(',');
  return all.filter((one) => !wanted || wanted.includes(one));
};
const names = wantedOf(Object.keys(everyView) as ViewName[], 'PICTURES_OF');
const shownLanguages = wantedOf(languages, 'PICTURES_LANGUAGES');
const widths = wantedOf(['1280', '768', '360'], 'PICTURES_WIDTHS').map(Number);
const schemes = ['light', 'dark'] as const;
/** No picture is taller, since a long list looks the same all the way down. */
const tallest = 2400;

const fileOf = (name: string, language: string, width: number, scheme: string) =>
  `${name.replaceAll(' ', '-')}-${language}-${width}-${scheme}.png`;

const toHtml = (title: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><style>
  body { font: 12px sans-serif; margin: 8px } img { vertical-align: top; border: 1px solid #888 }
  .sheet { display: flex; flex-wrap: wrap; gap: 8px } figure { margin: 0 }
  .sheet a { display: block; overflow: hidden; max-height: 620px }
</style>\n${body}\n`;

const imageOf = (file: string, width: number) =>
  `<a href="${file}"><img src="${file}" alt="${file}" width="${width}"></a>`;

/** All pictures on one page: a section for each view, a row for each language. */
function toIndex(): string {
  const row = (name: string, language: string) =>
    schemes
      .flatMap((scheme) => widths.map((width) => imageOf(fileOf(name, language, width, scheme), width / 4)))
      .join(' ');
  const section = (name: string) =>
    `<h2>${name}</h2>${shownLanguages.map((one) => `<h3>${one}</h3><div class="sheet">${row(name, one)}</div>`).join('\n')}`;
  return toHtml('Every view', names.map(section).join('\n'));
}

interface Sheet {
  readonly name: string;
  readonly html: string;
}

/** Sheets that fit a screen: views side by side, in one language, width and scheme. */
function toSheets(): Sheet[] {
  const each = shownLanguages.flatMap((language) =>
    widths.flatMap((width) => schemes.map((scheme) => ({ language, width, scheme }))),
  );
  return each.flatMap(({ language, width, scheme }) => {
    const [count, shown] = width > 500 ? [8, 380] : [14, 210];
    return Array.from({ length: Math.ceil(names.length / count) }, (_, i) => {
      const figures = names.slice(i * count, (i + 1) * count).map((name) => {
        const image = imageOf(fileOf(name, language, width, scheme), shown);
        return `<figure>${image}<figcaption>${name}</figcaption></figure>`;
      });
      const name = ['sheet', language, width, scheme, i + 1].join('-');
      return { name, html: toHtml(name, `<div class="sheet">${figures.join('')}</div>`) };
    });
  });
}

if (folder === undefined)
  it.skip('pictures of every view: only where PICTURES names a folder', () => undefined);
else
  describePage(
    'pictures of every view',
    (site) => {
      beforeAll(async () => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'index.html'), toIndex());
        if (!at) return fillEveryView(site);
        // Else every picture would be of a refusal.
        const session = await fetch(`${at}/v1/session`, {
          headers: key ? { authorization: `Bearer ${key}` } : {},
        });
        expect(session.status).toBe(200);
      }, 60_000);

      it.each(names)(
        '%s',
        async (name) => {
          const tooWide: string[] = [];
          for (const language of shownLanguages)
            for (const width of widths) {
              await site.page.setViewportSize({ width, height: 800 });
              await openView(site, name, language);
              await site.page.waitForTimeout(400);
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
        600_000,
      );

      it('are put on sheets', async () => {
        await site.page.setViewportSize({ width: 1580, height: 900 });
        for (const { name, html } of toSheets()) {
          writeFileSync(join(folder, `${name}.html`), html);
          await site.page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
          await site.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
        }
      }, 600_000);
    },
    at ? { at: { url: at, key } } : {},
  );
