/** How many small charts are shown: what one window has room for, then more when these are asked for; in print all. */
import { options } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askedAs, everything } from '../page/address.js';
import { usePage } from '../page/page-context.js';

/** A small chart with its title, its sentence and the space around it, in pixels; see charts.css. */
const [cardWidth, cardHeight, spaceBeside] = [284, 235, 48];
/** The page is no wider than this (style.css). */
const pageWidth = 1440;

/** The whole rows of small charts that a window has room for. In: its size in pixels. Out: at least one chart. */
export function screenfulOf(width: number, height: number): number {
  const columns = Math.max(1, Math.floor((Math.min(width, pageWidth) - spaceBeside) / cardWidth));
  return columns * Math.max(1, Math.floor(height / cardHeight));
}

/** Draws what a change of state brings before this function ends: the browser prints without waiting for a later turn. */
function drawAtOnce(change: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (draw) => draw();
  change();
  options.debounceRendering = debounceRendering!;
}

export interface Screenful {
  /** How many are shown. */
  readonly shown: number;
  /** Whether the page is just being printed, with all of them. */
  readonly isPrinted: boolean;
  /** How many would be shown next; 0 where none are left. */
  readonly next: number;
  showMore(): void;
}

/** In: how many small charts there are. What is asked for anew, and not only drawn otherwise, begins with one window's again. */
export function useScreenful(all: number): Screenful {
  const { params } = usePage();
  const [size] = useState(() => screenfulOf(window.innerWidth, window.innerHeight));
  const asked = askedAs(params);
  const [more, setMore] = useState({ asked, count: 0 });
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const [begin, end] = [() => drawAtOnce(() => setPrinted(true)), () => setPrinted(false)];
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const isAll = params.charts === everything || isPrinted;
  const count = size + (more.asked === asked ? more.count : 0);
  const shown = isAll ? all : Math.min(all, count);
  return {
    shown,
    isPrinted,
    next: Math.min(size, all - shown),
    showMore: () => setMore({ asked, count }),
  };
}

/** Moves the focus to the first of the charts that have just been asked for, where a reader goes on. */
export function useFirstOfMore(shown: number) {
  const grid = useRef<HTMLDivElement>(null);
  const from = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (from.current === undefined || shown <= from.current) return;
    grid.current?.children[from.current]?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    from.current = undefined;
  }, [shown]);
  return { grid, remember: () => void (from.current = shown) };
}
