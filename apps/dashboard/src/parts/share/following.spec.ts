import { expect, it } from '@jest/globals';
import { feedAddress, selectionOf, webhooksAddress } from './following.js';

const trends =
  '/v1/trends?respondent=SV,PE&indicator=persons-convicted&collection=c&breakdown=_T&asOf=2023-01-01&at=9&lang=en';

it('a selection is whose figures of what a view shows, without its vintage', () => {
  const selection = { respondent: 'SV,PE', indicator: 'persons-convicted', collection: 'c' };
  expect(selectionOf(trends)).toEqual(selection);
  expect(feedAddress(selection, 'fr')).toBe(
    '/v1/events/feed?respondent=SV,PE&indicator=persons-convicted&collection=c&lang=fr',
  );
  expect(webhooksAddress(selection, { lang: 'fr', asOf: '2023-01-01' })).toBe(
    '/?page=webhooks&collection=c&respondent=SV,PE&indicator=persons-convicted&lang=fr',
  );
});

it('a region stands for its areas', () => {
  expect(selectionOf('/v1/panels?region=419&indicator=a')).toMatchObject({ respondent: '419' });
});

it('a view that shows neither respondents nor indicators has none', () => {
  expect(selectionOf('/v1/inconsistencies?collection=c&at=9')).toBeUndefined();
  expect(selectionOf('/v1/rounds/c/2008')).toBeUndefined();
});
