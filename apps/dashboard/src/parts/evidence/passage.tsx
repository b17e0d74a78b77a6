/** The passage of a document in which a figure or finding stands: its paragraph, with the exact words marked. */
import type { DocumentTextAnswer, Evidence } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { StateOf } from '../state-of.js';
import './passage.css';

/** Languages that are written from right to left. */
const fromRight = ['ar', 'fa', 'he', 'ur'];

export function Passage({ evidence }: { evidence: Evidence }) {
  const page = usePage();
  const { texts } = page;
  const { document, paragraph, language, page: leaf } = evidence;
  const address = `/v1/documents/${document}`;
  const asked = useAnswer<DocumentTextAnswer>(
    paragraph === null ? undefined : page.ask(`${address}/text`, { paragraph: String(paragraph) }),
  );
  const languageName = language && new Intl.DisplayNames([page.language], { type: 'language' }).of(language);
  return (
    <section class="passage">
      <h3>{texts.inTheDocument}</h3>
      <StateOf asked={asked}>
        {({ paragraphs }) => (
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
        )}
      </StateOf>
      <p class="passage-from">
        {[languageName, leaf === null ? undefined : texts.onPage(leaf)].filter(Boolean).join(', ')}{' '}
        <a href={leaf === null ? address : `${address}#page=${leaf}`} target="_blank" rel="noopener">
          {texts.openDocument}
        </a>
      </p>
    </section>
  );
}

/** A text with the quote marked where it stands in it; unmarked where the text is not the one that was quoted from. */
function Marked({ text, from, evidence }: { text: string; from: number; evidence: Evidence }) {
  const { quote, start, end } = evidence;
  const [begin, stop] = [start - from, end - from];
  if (quote === null || begin < 0 || text.slice(begin, stop) !== quote) return <>{text}</>;
  return (
    <>
      {text.slice(0, begin)}
      <mark>{quote}</mark>
      {text.slice(stop)}
    </>
  );
}
