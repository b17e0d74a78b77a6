/**
 * No two texts of a chart touch, and none leaves its chart, in a real browser: charts of UNODC's file, or of its sample where the file is not here,
 * wide and narrow. With FULL=1 every chart of the file, which takes about a quarter of an hour.
 */
import { ownerHeaders } from '@rapporteur/testing';
import { beforeAll, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describePage, root } from './browser.js';

const isFull = Boolean(process.env['FULL']);
const whole = process.env['UNODC_GLOTIP_FILE'] ?? join(root, '../shared/data/unodc-glotip-2023-05-30.xlsx');
const file = existsSync(whole) ? whole : join(root, 'data/samples/unodc-glotip-sample.csv');
/** Whose charts had the most texts that touched, before they were placed. */
const crowded = ['AM', 'AO', 'CL', 'DK', 'GB', 'MX', 'PK', 'US', 'VE'];

/** Runs in the page: how many charts there are, which texts of one touch, with how far they do (pixels), and which leave it. */
const findTouching = `(() => {
  const charts = [...document.querySelectorAll('.chart > svg')];
  const touching = charts.flatMap((chart) => {
    const texts = [...chart.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '');
    const boxes = texts.map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
    return boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => {
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // The box of a line is higher than its letters and digits by some pixels.
      if (wide <= 0.5 || high <= 3) return [];
      const facet = chart.closest('[data-facet]').dataset.facet;
      return [facet + ': ' + a.said + ' / ' + b.said + ', ' + Math.round(wide) + ' x ' + Math.round(high)];
    }));
  });
  const outside = charts.flatMap((chart) => {
    const frame = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('text')].flatMap((text) => {
      const box = text.getBoundingClientRect();
      if (box.left >= frame.left - 0.5 && box.right <= frame.right + 0.5) return [];
      return [chart.closest('[data-facet]').dataset.facet + ': ' + text.textContent + ' leaves its chart by ' + [frame.left - box.left, box.right - frame.right].map(Math.round)];
    });
  });
  return { charts: charts.length, touching: [...touching, ...outside] };
})()`;
interface Found {
  readonly charts: number;
  readonly touching: readonly string[];
}

describePage('the texts of charts', (site) => {
  let respondents: string[] = [];
  beforeAll(async () => {
    const form = new FormData();
    form.set('file', new Blob([readFileSync(file)]), basename(file));
    const query = 'collection=unodc-glotip&round=2023&received=2023-05-30';
    const answer = await fetch(`${site.url}/v1/imports?${query}`, {
      method: 'POST',
      body: form,
      headers: { ...ownerHeaders(), 'rapporteur-request': '1' },
    });
    expect(answer.ok).toBe(true);
    const { position } = (await answer.json()) as { position: number };
    for (;;) {
      const asked = await fetch(`${site.url}/v1/availability`);
      const { items, position: known } = (await asked.json()) as {
        items: { collection: string; respondent: string }[];
        position: number;
      };
      respondents = [
        ...new Set(items.flatMap((one) => (one.collection === 'unodc-glotip' ? [one.respondent] : []))),
      ];
      if (known >= position) break;
      await new Promise((done) => setTimeout(done, 200));
    }
  }, 120_000);

  /** Draws every chart of a respondent, also those that are below the window. */
  const drawAll = async (respondent: string): Promise<Found> => {
    const choice = `collection=unodc-glotip&respondent=${respondent}&indicator=all&breakdown=all&layout=facets`;
    await site.open(`/?page=trends&${choice}&lang=en`);
    await site.page.locator('.chart').first().waitFor({ state: 'attached' });
    for (let steady = 0, before = -1; steady < 5;) {
      const [wanted, drawn] = await site.page.evaluate<number[]>(
        `[document.querySelectorAll('.chart').length, document.querySelectorAll('.chart > svg').length]`,
      );
      steady = wanted === drawn && wanted === before ? steady + 1 : 0;
      before = wanted!;
      await site.page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await site.page.waitForTimeout(100);
    }
    return site.page.evaluate<Found>(findTouching);
  };

  it.each([1280, 360])(
    'never touch in a window of %i pixels',
    async (width) => {
      await site.page.setViewportSize({ width, height: 740 });
      const some = respondents.filter((code) => crowded.includes(code));
      const asked = isFull ? respondents : some.length > 0 ? some : respondents.slice(0, crowded.length);
      const touching: string[] = [];
      let charts = 0;
      for (const respondent of asked) {
        const found = await drawAll(respondent);
        charts += found.charts;
        touching.push(...found.touching);
      }
      if (isFull)
        process.stdout.write(`${charts} charts of ${asked.length} respondents at ${width} pixels\n`);
      expect(touching).toEqual([]);
      expect(charts).toBeGreaterThan(isFull ? 2000 : 10);
      expect(site.faults).toEqual([]);
    },
    isFull ? 1_800_000 : 180_000,
  );
});
