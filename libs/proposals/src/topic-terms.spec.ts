/** The terms of topics: of codes that there are, the same in each language, and each a pattern that can be found. */
import { describe, expect, it } from '@jest/globals';
import { details, topics } from '@rapporteur/domain';
import { makeTopicRules } from './topic-terms.js';
import { arabicTopics } from './words/topics/ar.js';
import { englishTopics } from './words/topics/en.js';
import { spanishTopics } from './words/topics/es.js';
import { frenchTopics } from './words/topics/fr.js';
import { russianTopics } from './words/topics/ru.js';
import { chineseTopics } from './words/topics/zh.js';

const all = { ar: arabicTopics, es: spanishTopics, fr: frenchTopics, ru: russianTopics, zh: chineseTopics };
/** What follows from another topic with whom it speaks of. */
const without = /^(?:awareness|training)-audience$/;

describe('terms of topics', () => {
  it('are there for each topic that a government states', () => {
    const known = new Set(Object.keys(englishTopics).map((key) => key.split(':')[0]!));
    const stated = topics.map(({ code }) => code).filter((code) => !without.test(code));
    expect(stated.filter((code) => !known.has(code))).toEqual([]);
  });

  it('are of topics and details of the code lists', () => {
    const codes = new Set([...topics, ...details].map(({ code }) => code));
    expect(
      Object.keys(englishTopics).flatMap((key) => key.split(':').filter((code) => !codes.has(code))),
    ).toEqual([]);
  });

  it.each(Object.entries(all))('in %s are of the same topics as in English', (code, terms) => {
    expect(Object.keys(terms).sort()).toEqual(Object.keys(englishTopics).sort());
    for (const { topic, parts } of makeTopicRules(terms, code))
      expect([topic, parts.length > 0 && parts.every((part) => !part.test(''))]).toEqual([topic, true]);
  });
});
