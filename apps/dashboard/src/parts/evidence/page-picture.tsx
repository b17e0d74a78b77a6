/** A page of a document as a picture, with the words of a passage marked on it, or a region framed. */
import type { DocumentTextAnswer, Evidence, PageRegion } from '@rapporteur/contract';
import { useRef } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';
import './page-picture.css';

type Paragraphs = DocumentTextAnswer['paragraphs'];

/** What is marked, as parts of the width and height of the page, 0 to 1. */
export interface Marked {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The words of a passage on its page: of the quote where the text says it, else of the whole paragraph. */
export function findWords(
  { quote, start, end, page }: Pick<Evidence, 'quote' | 'start' | 'end' | 'page'>,
  paragraphs: Paragraphs,
): Marked[] {
  if (start === null || end === null) return [];
  return paragraphs.flatMap(({ text, start: from, words = [] }) => {
    const isQuoted = quote !== null && from <= start && text.slice(start - from, end - from) === quote;
    return words.filter(
      (word) => word.page === page && (quote === null || (isQuoted && word.start < end && word.end > start)),
    );
  });
}

const percent = (part: number) => `${part * 100}%`;

/** Where a region is drawn on its page. */
export const placeOfRegion = ({ x, y, width, height }: PageRegion) => ({
  left: percent(x / 100),
  top: percent(y / 100),
  width: percent(width / 100),
  height: percent(height / 100),
});

/** Words on the sheet of their page. */
export const WordMarks = ({ words }: { readonly words: readonly Marked[] }) => (
  <>
    {words.map(({ left, top, right, bottom }) => (
      <span
        key={`${left} ${top}`}
        class="page-mark"
        style={{
          left: percent(left),
          top: percent(top),
          width: percent(right - left),
          height: percent(bottom - top),
        }}
      />
    ))}
  </>
);

interface Props {
  readonly document: string;
  readonly page: number;
  readonly words?: readonly Marked[];
  readonly region?: PageRegion | null;
}

export function PagePicture({ document, page, words = [], region = null }: Props) {
  const { texts } = usePage();
  const frame = useRef<HTMLElement>(null);
  /** The page is higher than its frame: what is marked is to be seen. */
  const goToMark = () => {
    const mark = frame.current?.querySelector<HTMLElement>('.page-mark, .page-region');
    if (mark && frame.current) frame.current.scrollTop = mark.offsetTop - frame.current.clientHeight / 3;
  };
  return (
    <figure class="page-picture" ref={frame} tabIndex={0} aria-label={texts.pageAsPicture(page)}>
      {/* A page is drawn from left to right, whatever is written on it. */}
      <div class="page-sheet" dir="ltr">
        <img
          src={`/v1/documents/${document}/pages/${page}`}
          alt={texts.pageAsPicture(page)}
          onLoad={goToMark}
        />
        <WordMarks words={words} />
        {region && <span class="page-region" style={placeOfRegion(region)} />}
      </div>
    </figure>
  );
}
