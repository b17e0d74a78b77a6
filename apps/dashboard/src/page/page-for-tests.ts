/** The page's context, for tests of its functions without a browser. */
import { languages, type Params } from './address.js';
import { toPage, type Page } from './page-context.js';
import { loadTexts } from './texts/packs.js';

await Promise.all(languages.map(loadTexts));

export function pageOf(params: Params): Page {
  // The browser names no language, so the one of the address counts.
  Object.defineProperty(globalThis, 'navigator', { value: { languages: [] }, configurable: true });
  return toPage(params);
}
