/** The page of a document on which a passage stands, as a picture, with the words marked on it. */
import type { DocumentTextAnswer, Evidence } from '@rapporteur/contract';
import { useRef } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';
import './page-picture.css';

type Paragraphs = DocumentTextAnswer['paragraphs'];
type Word = NonNullable<Paragraphs[number]['words']>[number];

/** The words of a passage on its page: of the quote where the text says it, else of the whole paragraph. */
function findWords({ quote, start, end, page }: Evidence, paragraphs: Paragraphs): Word[] {
  return paragraphs.flatMap(({ text, start: from, words = [] }) => {
    const isQuoted = quote !== null && from <= start && text.slice(start - from, end - from) === quote;
    return words.filter(
      (word) => word.page === page && (quote === null || (isQuoted && word.start < end && word.end > start)),
    );
  });
}

const percent = (part: number) => `${part * 100}%`;

export function PagePicture({
  evidence,
  paragraphs,
}: {
  readonly evidence: Evidence & { readonly page: number };
  readonly paragraphs: Paragraphs;
}) {
  const { texts } = usePage();
  const frame = useRef<HTMLElement>(null);
  const address = `/v1/documents/${evidence.document}/pages/${evidence.page}`;
  const words = findWords(evidence, paragraphs);
  /** The page is higher than its frame: what is marked is to be seen. */
  const goToMark = () => {
    const mark = frame.current?.querySelector<HTMLElement>('.page-mark');
    if (mark && frame.current) frame.current.scrollTop = mark.offsetTop - frame.current.clientHeight / 3;
  };
  return (
    <figure class="page-picture" ref={frame} tabIndex={0} aria-label={texts.pageAsPicture(evidence.page)}>
      {/* A page is drawn from left to right, whatever is written on it. */}
      <div class="page-sheet" dir="ltr">
        <img src={address} alt={texts.pageAsPicture(evidence.page)} onLoad={goToMark} />
        {words.map(({ start, left, top, right, bottom }) => (
          <span
            key={start}
            class="page-mark"
            style={{
              left: percent(left),
              top: percent(top),
              width: percent(right - left),
              height: percent(bottom - top),
            }}
          />
        ))}
      </div>
    </figure>
  );
}
