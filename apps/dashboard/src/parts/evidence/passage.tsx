/** The passage of a document in which a figure or finding stands: its paragraph with the exact words marked, or a region of a page. */
import type { DocumentTextAnswer, Evidence } from '@rapporteur/contract';
import { useEffect, useRef } from 'preact/hooks';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { findWords, PagePicture } from './page-picture.js';
import { StateOf } from '../state-of.js';
import { Rows } from './rows.js';
import './passage.css';

/** Languages that are written from right to left. */
export const fromRight = ['ar', 'fa', 'he', 'ur'];

export function Passage({ evidence }: { evidence: Evidence }) {
  const page = usePage();
  const { texts } = page;
  const { document, paragraph, start, language, page: leaf, region } = evidence;
  const address = `/v1/documents/${document}`;
  // Of a region no text is shown; but the answer tells whether the document is still there.
  const part = start === null ? { paragraph: String(paragraph ?? 0) } : { character: String(start) };
  const asked = useAnswer<DocumentTextAnswer>(page.ask(`${address}/text`, { ...part, places: 'true' }));
  const scanned = region ? undefined : asked.answer?.scan?.pages.find((one) => one.page === leaf);
  const languageName = language && new Intl.DisplayNames([page.language], { type: 'language' }).of(language);
  return (
    <section class="passage">
      <h3>{texts.inTheDocument}</h3>
      <StateOf asked={asked}>
        {({ paragraphs, hasPagePictures }) => (
          <>
            {!region && <Paragraphs {...{ evidence, paragraphs }} />}
            {leaf !== null && hasPagePictures && (
              <PagePicture {...{ document, page: leaf, region }} words={findWords(evidence, paragraphs)} />
            )}
          </>
        )}
      </StateOf>
      <p class="passage-from">
        {[
          languageName,
          leaf === null ? undefined : region ? texts.framedOn(leaf) : texts.onPage(leaf),
          scanned && texts.readByOcr(scanned.confidence),
        ]
          .filter(Boolean)
          .join(texts.comma)}{' '}
        <a href={address + placeOf(evidence)} target="_blank" rel="noopener">
          {texts.openDocument}
        </a>
      </p>
    </section>
  );
}

function Paragraphs({
  evidence,
  paragraphs,
}: {
  evidence: Evidence;
  paragraphs: DocumentTextAnswer['paragraphs'];
}) {
  const { language } = evidence;
  return (
    <blockquote
      lang={language ?? undefined}
      dir={language && fromRight.includes(language) ? 'rtl' : language ? 'ltr' : 'auto'}
    >
      {paragraphs
        .filter(({ kind }) => kind === 'text')
        .map(({ text, start }) => (
          <p key={start}>
            <Marked text={text} from={start} evidence={evidence} />
          </p>
        ))}
    </blockquote>
  );
}

/** Where in the document a browser is to open it: at the page, or at the words (WICG: text fragments). */
function placeOf({ page, quote, prefix }: Evidence): string {
  if (page !== null) return `#page=${page}`;
  if (quote === null) return '';
  // What stands before may begin within a word, which no browser finds.
  const before = (prefix ?? '').replace(/^\S*\s+/u, '').trim();
  const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  return `#:~:text=${before === '' ? '' : `${encode(before)}-,`}${encode(quote)}`;
}

/** A text with the quote marked where it stands in it; unmarked where the text is not the one that was quoted from. */
function Marked({ text, from, evidence }: { text: string; from: number; evidence: Evidence }) {
  const { quote, start, end } = evidence;
  const mark = useRef<HTMLElement>(null);
  // A paragraph may be longer than what is seen of it. Of several passages the first is gone to.
  useEffect(() => {
    const first = mark.current?.closest('dialog')?.querySelector('.passage mark');
    if (first === mark.current) mark.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const [begin, stop] = start === null || end === null ? [-1, -1] : [start - from, end - from];
  const isThere = quote !== null && begin >= 0 && text.slice(begin, stop) === quote;
  const cuts = isThere ? [0, begin, stop, text.length] : [0, text.length];
  return (
    <Rows
      pieces={cuts.slice(1).map((cut, i) => text.slice(cuts[i], cut))}
      draw={(said, piece) => (piece === 1 ? <mark ref={mark}>{said}</mark> : said)}
    />
  );
}
