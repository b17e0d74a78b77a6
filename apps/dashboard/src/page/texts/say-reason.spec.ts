/** Reasons of proposals in Chinese: every one that the server gives, with the name of the code in Chinese as well. */
import { expect, it } from '@jest/globals';
import { zhWords } from './zh/words.js';
import { sayReason } from './say-reason.js';

const say = (reason: string, name = '尼日利亚') => sayReason(reason, name, zhWords.reasons);

it.each([
  ['demonym of Nigeria', '尼日利亚的国民称谓'],
  ['sometimes a demonym of Nigeria, two letters differ', '有时是尼日利亚的国民称谓，差两个字母'],
  ['name of Nigeria, one letter differs', '尼日利亚的名称，差一个字母'],
  ['code of Nigeria', '尼日利亚的代码'],
  ['"3 nigerians" in it: demonym of Nigeria', '其中“3 nigerians”：尼日利亚的国民称谓'],
  ['demonym of Nigeria, with broken letters', '尼日利亚的国民称谓，字母有损坏'],
  ['demonym of Congo (Brazzaville), as the brackets say', '尼日利亚的国民称谓，如括号中所示'],
  ['its name is "Nigeria"', '其名称为“Nigeria”'],
])('%s', (reason, said) => {
  expect(say(reason)).toBe(said);
});

it('a name with signs of its own is put in as it is', () => {
  expect(say('name of X', '$& {rest}')).toBe('$& {rest}的名称');
});

it('a reason of which it has no words is left to the server', () => {
  expect(say('something new')).toBeUndefined();
  expect(say('something new, with broken letters')).toBeUndefined();
});
