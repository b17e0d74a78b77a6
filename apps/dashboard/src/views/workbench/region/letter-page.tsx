/** A page of the letter as a picture, on which a region is drawn by mouse or by keys, and coded regions are framed. */
import type { PageRegion } from '@rapporteur/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { placeOfRegion, WordMarks, type Marked } from '../../../parts/evidence/page-picture.js';
import { firstRegion, isArrow, isIn, moveByKey, regionBetween, type Point } from './draw-region.js';
import './letter-page.css';

/** A region that is coded, by the name of its row. */
export interface Framed {
  readonly name: string;
  readonly region: PageRegion;
  readonly isCurrent: boolean;
}

interface Props {
  /** Of the picture, and what it is called. */
  readonly address: string;
  readonly title: string;
  /** The element that says what can be done here. */
  readonly describedBy: string;
  /** Of the proposal that is looked at, as far as they are on this page. */
  readonly words: readonly Marked[];
  /** What is drawn and not taken yet. */
  readonly region: PageRegion | undefined;
  readonly framed: readonly Framed[];
  readonly onRegion: (region: PageRegion | undefined) => void;
  readonly onTake: () => void;
  readonly onFramed: (name: string) => void;
  /** The picture cannot be had. */
  readonly onError: () => void;
}

export function LetterPage({ address, title, describedBy, words, region, framed, ...on }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const { shown, handlers } = useDrawing(sheet, region, framed, on);
  const sees = shown ?? framed.find(({ isCurrent }) => isCurrent)?.region;
  useEffect(() => {
    sheet.current?.querySelector('[data-seen="true"], .page-mark')?.scrollIntoView({ block: 'nearest' });
  }, [JSON.stringify(sees ?? words)]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isArrow(event.key)) on.onRegion(region ? moveByKey(region, event.key, event.shiftKey) : firstRegion);
    else if (region && event.key === 'Enter') on.onTake();
    else if (region && event.key === 'Escape') on.onRegion(undefined);
    else return;
    // Else the workbench would take it for a key of its own, or the browser would scroll.
    event.preventDefault();
  };
  return (
    <div
      class="letter-page"
      role="application"
      tabIndex={0}
      aria-label={title}
      aria-describedby={describedBy}
      onKeyDown={press}
    >
      {/* A page is drawn from left to right, whatever is written on it. */}
      <div class="page-sheet" dir="ltr" ref={sheet} {...handlers}>
        <img src={address} alt={title} draggable={false} onError={on.onError} />
        <WordMarks words={words} />
        {framed.map(({ name, region: at, isCurrent }) => (
          <span
            key={name}
            class="page-region coded-region"
            data-current={isCurrent}
            data-seen={isCurrent && !shown}
            style={placeOfRegion(at)}
          />
        ))}
        {shown && <span class="page-region drawn-region" data-seen="true" style={placeOfRegion(shown)} />}
      </div>
    </div>
  );
}

/** Drawing by mouse: what is drawn while the button is held, and what the sheet listens to. */
function useDrawing(
  sheet: { readonly current: HTMLElement | null },
  region: PageRegion | undefined,
  framed: readonly Framed[],
  { onRegion, onFramed }: Pick<Props, 'onRegion' | 'onFramed'>,
) {
  const from = useRef<Point | undefined>(undefined);
  const [drawn, setDrawn] = useState<PageRegion>();
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = sheet.current!.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const end = () => {
    from.current = undefined;
    setDrawn(undefined);
  };
  return {
    shown: drawn ?? region,
    handlers: {
      onPointerDown(event: PointerEvent) {
        // A finger scrolls the page.
        if (event.button !== 0 || event.pointerType === 'touch') return;
        from.current = pointOf(event);
        sheet.current!.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: PointerEvent) {
        if (from.current) setDrawn(regionBetween(from.current, pointOf(event)));
      },
      onPointerUp(event: PointerEvent) {
        if (!from.current) return;
        const to = pointOf(event);
        const isClick = Math.abs(to.x - from.current.x) < 0.01 && Math.abs(to.y - from.current.y) < 0.01;
        const clicked = isClick ? framed.find((one) => isIn(one.region, to)) : undefined;
        if (clicked) onFramed(clicked.name);
        else if (!isClick) onRegion(regionBetween(from.current, to));
        end();
      },
      onPointerCancel: end,
    },
  };
}
