/** The page as its functions see it, for tests without a browser. */
import type { Params } from './address.js';
import { toPage, type Page } from './page-context.js';

export function pageOf(params: Params): Page {
  // What a browser says of itself: no language but the one that the address asks for.
  Object.defineProperty(globalThis, 'navigator', { value: { languages: [] }, configurable: true });
  return toPage(params);
}
