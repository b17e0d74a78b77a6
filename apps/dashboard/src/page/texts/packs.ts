/** The words of each language: English is a part of the page, the others are loaded when a reader asks for them. */
import type { PageLanguage } from '../address.js';
import { en, type Texts } from './en/en.js';

const packs: Readonly<Record<Exclude<PageLanguage, 'en'>, () => Promise<Texts>>> = {
  ar: async () => (await import('./ar/ar.js')).ar,
  es: async () => (await import('./es/es.js')).es,
  fr: async () => (await import('./fr/fr.js')).fr,
  ru: async () => (await import('./ru/ru.js')).ru,
  zh: async () => (await import('./zh/zh.js')).zh,
};

const loaded = new Map<PageLanguage, Texts>([['en', en]]);

/** The words of a language; undefined while they are not here. */
export const textsOf = (language: PageLanguage): Texts | undefined => loaded.get(language);

/**
 * Loads the words of a language, so that `textsOf` gives them. Where they cannot be loaded, the page is in English
 * until it is loaded again, because a reader without any words has nothing.
 */
export async function loadTexts(language: PageLanguage): Promise<void> {
  if (loaded.has(language)) return;
  if (language !== 'en') loaded.set(language, await packs[language]().catch(() => en));
}
