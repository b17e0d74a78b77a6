/** What an address says that the page does not read. */
import { describe, expect, it } from '@jest/globals';
import { unreadIn } from './address.js';

describe('what the page does not read in an address', () => {
  it.each([
    ['', []],
    ['?page=trends&respondent=SV,GR&lang=fr-CA&figure=c/2008/SV', []],
    ['?page=&lang=&respondent=', []],
    ['?respondant=SV&lang=en', ['respondant=SV']],
    ['?page=trend', ['page=trend']],
    ['?charts=all&order=direction', []],
    ['?page=indicator&order=-change', []],
    ['?page=indicator&order=size', ['order=size']],
    ['?page=trends&order=-change', ['order=-change']],
    ['?charts=some', ['charts=some']],
    ['?lang=de&constructor=1', ['lang=de', 'constructor=1']],
    ['?respondent=SV&respondent=GR', ['respondent=GR']],
    ['?x=%D8%A7&x=2', ['x=ا', 'x=2']],
  ])('%s', (search, unread) => {
    expect(unreadIn(search)).toEqual(unread);
  });
});
