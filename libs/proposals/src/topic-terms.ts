/** The patterns that topics are read by, from their terms. */
import { toPattern } from './language.js';
import type { TopicTerms } from './notation.js';

export interface TopicRule {
  readonly topic: string;
  readonly detail: string | undefined;
  /** Each of them must be found. */
  readonly parts: readonly RegExp[];
  /** None of them may be found. */
  readonly without: readonly RegExp[];
}

/** In: terms, and the code of their language. Out: the rules, to be made once. */
export function makeTopicRules(terms: TopicTerms, code: string): TopicRule[] {
  return Object.entries(terms).flatMap(([name, rules]) => {
    const [topic = '', detail] = name.split(':');
    return [rules].flat().map((rule) => {
      const parts = rule.split(' & ').map((words) => words.trim());
      const patterns = (all: readonly string[]) => all.flatMap((words) => toPattern(words, code) ?? []);
      return {
        ...{ topic, detail },
        parts: patterns(parts.filter((words) => !words.startsWith('-'))),
        without: patterns(parts.filter((words) => words.startsWith('-')).map((words) => words.slice(1))),
      };
    });
  });
}
