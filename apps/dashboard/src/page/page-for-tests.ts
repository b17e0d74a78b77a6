/** The page's context, for tests of its functions without a browser. */
import type { Params } from './address.js';
import { toPage, type Page } from './page-context.js';

export function pageOf(params: Params): Page {
  // The browser names no language, so the one of the address counts.
  Object.defineProperty(globalThis, 'navigator', { value: { languages: [] }, configurable: true });
  return toPage(params);
}
