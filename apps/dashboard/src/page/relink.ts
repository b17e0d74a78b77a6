/**
 * Changes links to figures in place when the page's address changes, because drawing thousands of them again
 * takes long.
 */
import type { Page } from './page-context.js';

/** The part of an address that names a figure, and the figure that it is divided by. */
const figureIn = /figure=[^&]*(&over=[^&]*)?/;

/**
 * In: an element of the page, and the page. Each link keeps its figure; the rest of its address becomes that of
 * the page.
 */
export function relink(part: Element, page: Page): void {
  const pattern = page.link({ figure: '0' });
  for (const link of part.querySelectorAll('.chart a, table.figures a')) {
    const href = link.getAttribute('href') ?? '';
    const said = figureIn.exec(href)?.[0];
    if (said === undefined || !href.startsWith('/?')) continue;
    const address = pattern.replace('figure=0', () => said);
    if (address !== href) link.setAttribute('href', address);
  }
}
