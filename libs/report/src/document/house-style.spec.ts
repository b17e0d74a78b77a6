/** Numbers that stand together are written alike, whatever they count; sentences begin with a large letter. */
import { expect, it } from '@jest/globals';
import { countRespondents, upperFirst } from './house-style.js';
import { loadLanguage } from './language.js';

const states = (count: number) => 'AL BG CZ DK EE FI GR HU IT JP LV MT'.split(' ').slice(0, count);

it.each([
  [states(9), 'nine States'],
  [[...states(9), 'LAS'], 'nine States and one regional organization'],
  [[...states(10), 'LAS'], '10 States and 1 regional organization'],
  [['LAS'], 'one regional organization'],
  [[], ''],
])('%j are %s', async (codes, written) => {
  expect(countRespondents(codes, await loadLanguage('en'))).toBe(written);
});

it('begins a sentence with a large letter, and leaves names and figures alone', () => {
  expect(['the Niger is listed', '“x” in paragraph 3', 'UNODC', '尼日尔'].map(upperFirst)).toEqual([
    'The Niger is listed',
    '“x” in paragraph 3',
    'UNODC',
    '尼日尔',
  ]);
});
