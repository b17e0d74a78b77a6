/** Every view of the page with something in it: what is stored for that, and the addresses. For the guards over all views. */
import { ownerHeaders } from '@rapporteur/testing';
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { PageLanguage } from '../page/address.js';
import { emptyEntry } from '../views/submit/entry.js';
import { addFigure, toCoding } from '../views/workbench/coding.js';
import type { Site } from './browser.js';

const glotip = 'unodc-glotip';
const row = (indicator: string, period: string, value: number, more: object = {}) => ({
  ...{ indicator, period, value, row: 7 },
  ...more,
});
const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021];

/** Beside the round of 2008 two publications that differ, with a trend, signs for no number, and a break. */
export async function fillEveryView(site: Site): Promise<void> {
  const convicted = (factor: number) =>
    years.map((year, i) => row('persons-convicted', String(year), 10 + i * factor));
  const detected = years.map((year, i) => row('victims-detected', String(year), 20 + i));
  const replies = {
    2022: {
      SV: [row('persons-prosecuted', '2007', 40), ...convicted(4)],
      PE: [row('persons-prosecuted', '2007', 62), ...convicted(-1)],
    },
    2023: {
      SV: [
        row('persons-prosecuted', '2007', 80),
        row('persons-prosecuted', '2006', 5, { qualifier: 'fewer-than' }),
        ...convicted(5),
        ...detected,
        ...years.map((year) => row('victims-identified', String(year), 3, { breakdown: { sex: 'female' } })),
      ],
      PE: [row('persons-prosecuted', '2007', 61), ...convicted(-1), ...detected],
      LV: [row('persons-convicted', '2019', 7), row('persons-convicted', '2020', 9, { break: true })],
    },
  };
  for (const [round, said] of Object.entries(replies)) {
    // Latvia and Niger did not reply to the first.
    const asked = round === '2022' ? { asked: ['SV', 'PE', 'LV', 'NE'], replyBy: '2022-06-01' } : {};
    await site.post('/v1/rounds', { collection: glotip, round, complete: true, ...asked });
    for (const [respondent, observations] of Object.entries(said))
      await site.post(`/v1/rounds/${glotip}/${round}/replies`, {
        ...{ respondent, receivedOn: `${round}-05-30`, observations },
      });
  }
  await fillApart(site);
  // Made last, so that it is told of nothing.
  await site.post('/v1/webhooks', { url: 'https://figures.example/told', indicators: ['persons-convicted'] });
}

/** A letter of Greece that one has begun to code apart, and one of Latvia that two have coded apart. */
const letters = {
  GR: '14. In 2007 the police arrested 30 persons.\n\n15. In the same year 6 persons were convicted.\n',
  LV: '14. In 2007 the police arrested 12 persons.\n\n15. In the same year 4 persons were convicted.\n',
};
const round = 'ecosoc-2006-27/2008';
const documentOf = (respondent: keyof typeof letters) =>
  createHash('sha256').update(letters[respondent]).digest('hex');

async function fillApart(site: Site): Promise<void> {
  const reason = 'a test';
  const scope = { respondents: 'all', collections: 'all' };
  await site.post('/v1/people', { id: 'eva', kind: 'person', name: 'Eva', reason });
  await site.post('/v1/people/eva/grants', { role: 'desk-officer', scope, reason });
  const { secret } = await site.post('/v1/keys', { principal: 'eva', until: '2090-01-01', reason });
  for (const [respondent, body] of Object.entries(letters)) {
    const kept = await fetch(
      `${site.url}/v1/rounds/${round}/replies/${respondent}/documents?received=2008-01-20&name=${respondent}.txt&language=en`,
      { method: 'POST', headers: { ...ownerHeaders(), 'content-type': 'application/octet-stream' }, body },
    );
    const { token } = (await kept.json()) as { token: string };
    await fetch(`${site.url}/v1/documents?wait=${token}`);
  }
  const code = (respondent: keyof typeof letters, isDone: boolean, values: string[], key?: unknown) => {
    const said = letters[respondent];
    const coding = values.reduce(
      (before, value, i) =>
        addFigure(
          before,
          { indicator: ['persons-arrested', 'persons-convicted'][i]!, period: '2007', value },
          { start: said.indexOf(value), end: said.indexOf(value) + value.length },
        ),
      toCoding(emptyEntry('reply', 0)),
    );
    const headers: Record<string, string> =
      key === undefined ? {} : { authorization: `Bearer ${String(key)}` };
    const body = { round, respondent, version: 0, content: { ...coding }, isDone };
    return site.post(`/v1/documents/${documentOf(respondent)}/draft/apart`, body, headers);
  };
  await code('GR', false, ['30']);
  await code('LV', true, ['12', '4']);
  await code('LV', true, ['12'], secret);
}

/** Addresses by name; each without a language. */
export const everyView = {
  overview: '/?page=overview',
  trends: '/?page=trends&collection=all&respondent=SV,PE',
  'small charts': '/?page=trends&collection=unodc-glotip&indicator=all&layout=multiples&order=direction',
  rates: '/?page=trends&collection=unodc-glotip&respondent=SV&indicator=persons-convicted&per=100000',
  index: '/?page=trends&respondent=SV&collection=unodc-glotip&indicator=all&breakdown=all&scale=index',
  'two days': '/?page=trends&collection=unodc-glotip&respondent=SV&since=2022-06-01',
  figure: '/?page=trends&respondent=SV&figure=ecosoc-2006-27~SV~persons-prosecuted~_T~2007',
  event: '/?page=trends&respondent=SV&event=5',
  court: '/?page=court&respondent=SV&collection=ecosoc-2006-27',
  state: '/?page=state&respondent=SV',
  'no state': '/?page=state',
  indicator: '/?page=indicator&indicator=persons-convicted',
  crossing: '/?page=indicator&indicator=persons-convicted&part=crossing&and=victims-detected&kind=falling',
  ranking: '/?page=indicator&indicator=persons-convicted&part=ranking&by=rate&year=2020',
  map: '/?page=indicator&indicator=persons-convicted&part=map',
  'map of figures': '/?page=indicator&indicator=persons-prosecuted&part=map&by=latest',
  'world and regions': '/?page=indicator&indicator=persons-convicted&part=regions',
  'about an indicator': '/?page=indicator&indicator=persons-convicted&part=about',
  changes: '/?page=indicator&indicator=persons-prosecuted&part=changes',
  'ranking by ratio':
    '/?page=indicator&indicator=persons-prosecuted&part=ranking&by=persons-arrested&collection=ecosoc-2006-27&year=2006',
  together: '/?page=indicator&indicator=victims-detected&part=together&respondent=SV,PE&by=rate',
  'no group': '/?page=indicator&indicator=victims-detected&part=together&by=share&breakdown=sex:female',
  'no second indicator': '/?page=indicator&indicator=persons-convicted&part=crossing',
  round: '/?page=round&round=ecosoc-2006-27/2008',
  missing: '/?page=round&round=unodc-glotip/2022&part=missing',
  report: '/?page=report&round=ecosoc-2006-27/2008',
  claim: '/?page=report&round=ecosoc-2006-27/2008&claim=trend-SV-persons-prosecuted',
  findings: '/?page=findings&topic=shelters',
  inconsistencies: '/?page=inconsistencies',
  discrepancies: '/?page=discrepancies',
  differences: '/?page=differences&collection=unodc-glotip',
  submit: '/?page=submit&round=ecosoc-2006-27/2008&respondent=GR',
  workbench: `/?page=workbench&round=${round}`,
  'coded apart': `/?page=workbench&round=${round}&respondent=GR&document=${documentOf('GR')}&part=apart`,
  'coded apart by two': `/?page=workbench&round=${round}&respondent=LV&document=${documentOf('LV')}&part=apart`,
  import: '/?page=import&collection=unodc-glotip',
  people: '/?page=access&part=people',
  keys: '/?page=access&part=keys',
  naming: '/?page=access&part=naming',
  audit: '/?page=access&part=audit',
  webhooks: '/?page=webhooks&respondent=SV&indicator=persons-prosecuted&collection=unodc-glotip',
  share: '/?page=trends&respondent=SV&indicator=persons-prosecuted&collection=unodc-glotip&share=csv',
  'share as Parquet': '/?page=trends&respondent=SV&indicator=all&share=parquet',
  'no such choice': '/?page=trends&respondent=SV&indicator=hotline-calls',
  refused: '/?page=trends&indicator=nonsense',
} as const;
export type ViewName = keyof typeof everyView;

/** Opens a view in a language and waits until it has nothing more to ask for. */
export async function openView(site: Site, name: ViewName, language: PageLanguage): Promise<void> {
  await site.open(`${everyView[name]}&lang=${language}`);
  await isDone(site.page, language);
}

/** Waits until the page is in a language, and nothing of it waits for an answer. */
export async function isDone(page: Page, language: PageLanguage): Promise<void> {
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await page.locator('main h1').waitFor();
  const waiting = page.locator('[aria-busy="true"], p.state[role="status"]');
  while ((await waiting.count()) > 0) await page.waitForTimeout(50);
}
