/** Changes links to figures in place when the page's address changes: there are thousands, and making them anew takes long. */
import type { Page } from './page-context.js';

/** What an address says of its figure, and of the one that it is divided by. */
const figureIn = /figure=[^&]*(&over=[^&]*)?/;

/** In: a part of the page, and the page. A link names its figure; the rest of its address is that of the page. */
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
