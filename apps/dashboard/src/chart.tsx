/** A panel's chart, drawn when it comes into sight and anew when its width changes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawChart } from './draw-chart.js';
import { usePage } from './page-context.js';
import type { Panel } from './panels.js';

/** The width of an element once it has been in sight; undefined before. */
function useWidthInSight() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const sizes = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    const sights = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        sights.disconnect();
        sizes.observe(current);
      },
      { rootMargin: '400px' },
    );
    sights.observe(current);
    return () => {
      sights.disconnect();
      sizes.disconnect();
    };
  }, []);
  return { element, width };
}

export function Chart({ panel, label }: { panel: Panel; label: string }) {
  const page = usePage();
  const { element, width } = useWidthInSight();
  useEffect(() => {
    if (!width || !element.current) return;
    const svg = drawChart(panel, width, page);
    svg.setAttribute('aria-label', label);
    element.current.replaceChildren(svg);
  }, [panel, width, page, label]);
  // Time runs from left to right in every language.
  return <div class="chart" dir="ltr" ref={element} />;
}
