/** A language's file: whole, and with rules that no release of Node changes. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { inOrder, writeDay, writeFigure, writeNumber, writePeriod } from './house-style.js';
import { loadLanguage, reportLanguages, templateFolder } from './language.js';
import { parse } from 'yaml';

const keysOf = (code: string) =>
  Object.keys(
    (parse(readFileSync(new URL(`${code}.yaml`, templateFolder), 'utf8')) as { messages: object }).messages,
  ).sort();

describe('languages', () => {
  it('are the six of the United Nations, each with a template', () => {
    expect(reportLanguages()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']);
    for (const code of reportLanguages())
      expect(readFileSync(new URL(`report.${code}.md`, templateFolder), 'utf8')).toContain(
        `language: ${code}`,
      );
  });

  it.each(reportLanguages())('have messages that compile: %s', async (code) => {
    const language = await loadLanguage(code);
    for (const key of keysOf(code))
      language.say(
        key,
        new Proxy(
          {},
          { get: (_, name) => (/count/i.test(String(name)) ? 2 : 'x'), has: () => true },
        ) as never,
      );
  });

  it('refuses a language that there is no template in', async () => {
    await expect(loadLanguage('de')).rejects.toThrow('there are: ar, en, es, fr, ru, zh');
  });
});

describe('the house style', () => {
  it('writes numbers to nine in words in English, in digits in Chinese, thousands with a comma', async () => {
    const [en, zh] = [await loadLanguage('en'), await loadLanguage('zh')];
    expect([0, 9, 10, 1037, 980700].map((n) => writeNumber(n, en, 'words'))).toEqual([
      'zero',
      'nine',
      '10',
      '1,037',
      '980,700',
    ]);
    expect(writeNumber(9, zh, 'words')).toBe('9');
  });

  it('writes dates in full and spans as spans', async () => {
    const [en, zh] = [await loadLanguage('en'), await loadLanguage('zh')];
    expect(writeDay('2008-01-24', en)).toBe('24 January 2008');
    expect(writeDay('2008-01-24', zh)).toBe('2008年1月24日');
    const periods = ['2005', '2007-10', '2003/2006', '2002-07/2007-10', '../2007-06', 'undated'];
    expect(periods.map((text) => writePeriod(text, en))).toEqual([
      'in 2005',
      'in October 2007',
      'from 2003 to 2006',
      'from July 2002 to October 2007',
      'up to June 2007',
      '(no period given)',
    ]);
  });

  it('keeps more than and fewer than from the source', async () => {
    const en = await loadLanguage('en');
    const write = (qualifier: 'at-least' | 'fewer-than', asWritten?: string) =>
      writeFigure({ value: 3800, qualifier, source: { asWritten } }, en);
    expect(write('at-least', '3,800 多名')).toBe('more than 3,800');
    expect(write('at-least', 'more than 3,800')).toBe('more than 3,800');
    expect(write('at-least', 'not more than 3,800')).toBe('at least 3,800');
    expect(write('at-least', '至少3,800')).toBe('at least 3,800');
    expect(write('at-least')).toBe('at least 3,800');
    expect(write('fewer-than', '<3,800')).toBe('fewer than 3,800');
  });

  it('lists States in the order of the alphabet, in Chinese of their English names, organisations last', async () => {
    const [en, zh] = [await loadLanguage('en'), await loadLanguage('zh')];
    const codes = ['LAS', 'UA', 'SV', 'CI', 'CZ', 'HR'];
    expect(inOrder(codes, en)).toEqual(['CI', 'HR', 'CZ', 'SV', 'UA', 'LAS']);
    expect(inOrder(codes, zh)).toEqual(inOrder(codes, en));
  });
});
