/** Links beside one another: arrow keys go from one to the next, so that many are one stop of Tab; the one that is shown is in sight. */

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

type Link = HTMLElement | SVGElement;

/** In: a key, and the links in their order, of which one is reached by Tab. */
export function walkLinks(event: KeyboardEvent, links: readonly Link[]): void {
  const step = steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const at = links.indexOf(document.activeElement as Link);
  if (at < 0) return;
  event.preventDefault();
  const to = links[step(at, links.length - 1)]!;
  links[at]!.setAttribute('tabindex', '-1');
  to.setAttribute('tabindex', '0');
  to.focus();
}

/** In: a line of links that may be wider than the window. The link of what is shown is scrolled to its middle. */
export function scrollToCurrent(line: HTMLElement | null): void {
  const shown = line?.querySelector('[aria-current]');
  if (!line || !shown) return;
  const [around, own] = [line.getBoundingClientRect(), shown.getBoundingClientRect()];
  line.scrollBy(own.left + own.width / 2 - around.left - around.width / 2, 0);
}
