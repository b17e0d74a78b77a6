/** The names of the views in one line; where it would be too long for the window, those seldom opened are under "More". */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { withoutOwn, type PageName } from './page/address.js';
import { usePage } from './page/page-context.js';
import { scrollToCurrent } from './page/walk-links.js';

/** Those that go under "More". */
const seldom: readonly PageName[] = ['court', 'report', 'discrepancies', 'differences', 'webhooks'];
/** On a narrower window (px) nothing is folded: the line would not fit all the same, and it is scrolled. */
const foldedFrom = 1280;

/** In: the name of the view that is shown, and those that are offered to whoever is signed in. */
export function ViewsLine({
  name,
  offered,
}: {
  readonly name: PageName;
  readonly offered: readonly PageName[];
}) {
  const page = usePage();
  const { texts } = page;
  const nav = useRef<HTMLElement>(null);
  const width = useWidth();
  // What was measured holds for these names in this window only. Until then all stand in the line, to be measured.
  const of = [page.textLanguage, width, name, ...offered].join(' ');
  const [measured, setMeasured] = useState({ of: '', isTooLong: false });
  const isFolded = measured.of === of && measured.isTooLong;
  useLayoutEffect(() => {
    const line = nav.current;
    if (!line || measured.of === of) return;
    setMeasured({ of, isTooLong: width >= foldedFrom && line.scrollWidth > line.clientWidth });
  }, [of, measured]);
  // Where the line is scrolled, the view that is shown is in sight.
  useLayoutEffect(() => {
    scrollToCurrent(nav.current);
  }, [name, page.textLanguage, offered.join()]);
  const folded = isFolded ? offered.filter((one) => seldom.includes(one) && one !== name) : [];
  const link = (one: PageName) => (
    <a
      key={one}
      href={page.link({ ...withoutOwn, page: one })}
      aria-current={one === name ? 'page' : undefined}
    >
      {texts.pages[one]}
    </a>
  );
  return (
    <nav
      class={isFolded ? 'folded' : 'scroll'}
      // Its own, since that of the document is set only after it was measured.
      dir={page.textLanguage === 'ar' ? 'rtl' : 'ltr'}
      aria-label={texts.views}
      ref={nav}
    >
      {offered.filter((one) => !folded.includes(one)).map(link)}
      {folded.length > 0 && <More key={name}>{folded.map(link)}</More>}
    </nav>
  );
}

/** A list that opens by click, Enter or Space, and closes by Escape or by what is done elsewhere. */
function More({ children }: { readonly children: ComponentChildren }) {
  const { texts } = usePage();
  const list = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = list.current;
      if (!details?.open) return;
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isOutside = !(event instanceof KeyboardEvent) && !details.contains(event.target as Node);
      if (!isEscape && !isOutside) return;
      details.open = false;
      if (isEscape) details.querySelector('summary')?.focus();
    };
    for (const kind of ['click', 'focusin', 'keydown']) document.addEventListener(kind, close);
    return () => {
      for (const kind of ['click', 'focusin', 'keydown']) document.removeEventListener(kind, close);
    };
  }, []);
  return (
    <details class="more-views" ref={list}>
      <summary>{texts.opening.more}</summary>
      <div>{children}</div>
    </details>
  );
}

function useWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const read = () => setWidth(window.innerWidth);
    window.addEventListener('resize', read);
    return () => window.removeEventListener('resize', read);
  }, []);
  return width;
}
