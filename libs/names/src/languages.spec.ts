import { describe, expect, it } from '@jest/globals';
import { negotiateLanguage } from './languages.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, undefined, 'en'],
    ['fr', 'ru', 'fr'],
    ['zh-CN', undefined, 'zh'],
    ['ES', undefined, 'es'],
    ['de', 'ru', 'ru'],
    [undefined, 'de, ar;q=0.3, es;q=0.8', 'es'],
    [undefined, 'de, fr;q=0, *;q=0.1', 'en'],
    [undefined, 'ru;q=0.5, zh;q=0.5', 'ru'],
    [undefined, 'ru;q=x, pt-BR', 'en'],
    [undefined, 'fr-CA;q=1.0, en;q=0.9', 'fr'],
  ])('lang=%s and Accept-Language=%s give %s', (lang, header, language) => {
    expect(negotiateLanguage(lang, header)).toBe(language);
  });
});
