/**
 * A facet's chart: drawn by the queue, drawn again when its width or its figures change, with arrow keys to go
 * from glyph to glyph.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChartOptions } from './axes.js';
import { drawChart } from './draw-chart.js';
import { forgetDrawing, queueDrawing } from './draw-queue.js';
import { linksIn } from './name-links.js';
import { walkLinks } from '../page/walk-links.js';
import { usePage } from '../page/page-context.js';
import type { Facet } from './facets.js';
import './charts.css';

/** The width of an A4 page without its margins, in pixels. */
const paperWidth = 680;

interface Props {
  readonly facet: Facet;
  readonly label: string;
  readonly options: Omit<ChartOptions, 'width'>;
  /** The width at which the chart is drawn and then scaled to fit; when absent, it is drawn at the available width. */
  readonly width?: number;
}

export function Chart({ facet, label, options, width: fixed }: Props) {
  const page = usePage();
  const element = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<number>();
  const width = fixed ?? measured;
  const latest = useRef(page);
  latest.current = page;
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || fixed !== undefined) return undefined;
    setMeasured(current.clientWidth);
    const sizes = new ResizeObserver(([entry]) => setMeasured(Math.floor(entry!.contentRect.width)));
    sizes.observe(current);
    return () => sizes.disconnect();
  }, [fixed]);
  useLayoutEffect(() => {
    const { current } = element;
    if (!width || !current) return undefined;
    const draw = (to: number) => {
      const svg = drawChart(facet, { ...options, width: to }, latest.current);
      svg.setAttribute('aria-label', label);
      current.replaceChildren(svg);
    };
    const forget = queueDrawing(current, () => draw(width));
    if (width <= paperWidth) return forget;
    // For print it is drawn at the width of the paper, since words of a scaled chart would be too small to
    // read.
    const [print, restore] = [() => draw(paperWidth), () => draw(width)];
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', restore);
    return () => {
      forget();
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', restore);
    };
  }, [facet, width, page.language, label, options]);
  useEffect(() => {
    const { current } = element;
    return () => {
      if (current) forgetDrawing(current);
    };
  }, []);
  // Time runs from left to right in every language.
  return (
    <div
      class="chart"
      dir="ltr"
      ref={element}
      style={{ aspectRatio: fixed ? `${fixed} / ${options.height}` : undefined }}
      onKeyDown={(event) => walkLinks(event, linksIn(event.currentTarget))}
    />
  );
}
