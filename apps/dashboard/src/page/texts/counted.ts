/** Counts in words, by the plural rules of each language. */
import type { PageLanguage } from '../address.js';
import { locales } from '../locales.js';

/** The forms of a word that the whole numbers of each language need. */
interface NeededForms {
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  readonly en: 'one' | 'other';
  readonly es: 'one' | 'other';
  readonly fr: 'one' | 'other';
  readonly ru: 'one' | 'few' | 'many';
  readonly zh: 'other';
}

/**
 * In: a language. Out: a function that says a whole number with its word: the form that the language asks for, with the
 * number, as this language writes it, in the place of `#`.
 */
export function countedIn<L extends PageLanguage>(language: L) {
  const rules = new Intl.PluralRules(locales[language]);
  const numbers = new Intl.NumberFormat(locales[language]);
  return (n: number, forms: Readonly<Record<NeededForms[L], string>>): string => {
    const said: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms;
    // Millions have a form of their own in French and Spanish, which the page does not need.
    const form = said[rules.select(n)] ?? said.other ?? said.many ?? '#';
    return form.replaceAll('#', numbers.format(n));
  };
}
