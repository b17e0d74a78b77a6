/** The page writes numbers, probabilities and days as its language does. */
import { expect, it } from '@jest/globals';
import { pageOf } from './page-for-tests.js';
import { showDay, showProbability } from './page-context.js';

it.each([
  ['en', 9.4e-7, 'p < 0.001'],
  ['en', 0.0171, 'p = 0.017'],
  ['fr', 0.0009, 'p < 0,001'],
  ['zh', 1, 'p = 1'],
] as const)('in %s the probability %f is %s', (lang, value, text) => {
  expect(showProbability(value, lang)).toBe(text);
});

it.each([
  ['en', '2008-01-24', '24 Jan 2008'],
  ['fr', '2008-01-24', '24 janv. 2008'],
  ['es', '2008-01-24', '24 ene 2008'],
  ['ru', '2008-01-24', '24 янв. 2008'],
  ['zh', '2008-01-24', '2008年1月24日'],
  // With digits alone, a day between Arabic words would be read backwards.
  ['ar', '2008-01-24', '24 يناير 2008'],
  ['en', '2007-06', 'June 2007'],
  ['ru', '2007-06', 'июнь 2007'],
  ['fr', '2007', '2007'],
] as const)('in %s the day or month %s is %s', (lang, iso, text) => {
  expect(showDay(iso, lang)).toBe(text);
});

it('begins words that stand alone with a capital, and leaves codes as they are', () => {
  const said = (lang: string, text: string) => pageOf({ lang }).capital(text);
  expect(said('en', 'falling')).toBe('Falling');
  expect(said('ru', 'все')).toBe('Все');
  expect(said('en', 'unodc-glotip')).toBe('unodc-glotip');
  expect(said('en', 'ecosoc-2006-27/2008')).toBe('ecosoc-2006-27/2008');
});

it('translates the one name that the program gives itself, and no other', () => {
  expect(pageOf({ lang: 'fr' }).person('the owner')).toBe('propriétaire');
  expect(pageOf({ lang: 'en' }).person('the owner')).toBe('the owner');
  expect(pageOf({ lang: 'fr' }).person('Ana López')).toBe('Ana López');
  expect(pageOf({ lang: 'fr' }).personAlone('the owner')).toBe('Propriétaire');
  expect(pageOf({ lang: 'en' }).personAlone('the owner')).toBe('The owner');
  expect(pageOf({ lang: 'en' }).personAlone('van Dam')).toBe('van Dam');
});
