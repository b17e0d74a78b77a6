/** The glyphs of a chart as links: their names, and their order for the arrow keys. */

/** Names the glyph links. One of them is reached by Tab, the others from there by arrow keys. */
export function nameLinks(svg: SVGSVGElement): SVGSVGElement {
  svg.setAttribute('role', 'group');
  // A style sheet inside a chart makes the browser look through the whole page, once for each of two hundred charts.
  // charts.css has the same rules.
  for (const style of svg.querySelectorAll('style')) style.remove();
  // Plot labels its groups by kind of mark, which has no meaning without a role.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  for (const link of svg.querySelectorAll('a')) {
    link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? '');
    link.setAttribute('tabindex', '-1');
    link.setAttribute('href', link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '');
    link.removeAttribute('xlink:href');
    link.removeAttribute('target');
  }
  linksIn(svg)[0]?.setAttribute('tabindex', '0');
  return svg;
}

/** The glyphs of a chart in the order of their names: series by series, and within one by year. */
export function linksIn(chart: Element): SVGAElement[] {
  const nameOf = (link: Element) => link.getAttribute('aria-label') ?? '';
  return [...chart.querySelectorAll<SVGAElement>('a')].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
