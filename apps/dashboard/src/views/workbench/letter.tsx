/** The letter: its paragraphs, with proposals and what is coded marked in them, and a place for selecting by mouse or keys. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DocumentTextAnswer } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { fromRight } from '../../parts/evidence/passage.js';
import { Rows } from '../../parts/evidence/rows.js';
import type { Paragraph, Place } from './coding.js';

/** A place that is marked, and what a click on it goes to. */
export interface Mark extends Place {
  readonly kind: 'proposal' | 'coded';
  readonly name: string;
}

interface Props {
  readonly text: DocumentTextAnswer;
  readonly marks: readonly Mark[];
  /** What is gone to and shown. */
  readonly current: string | undefined;
  readonly onMark: (name: string) => void;
  readonly onSelect: (place: Place | undefined) => void;
}

export function Letter({ text, marks, current, onMark, onSelect }: Props) {
  const { texts } = usePage();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('mark[data-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  useEffect(() => {
    const read = () => onSelect(root.current ? readSelection(root.current) : undefined);
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, []);
  const { language } = text;
  return (
    // Editable, so that the browser shows a caret there and selects by keys; but what is typed is not let in.
    <div
      class="letter-text"
      ref={root}
      contentEditable
      role="textbox"
      aria-readonly="true"
      aria-multiline="true"
      aria-label={texts.workbench.letter}
      inputMode="none"
      spellcheck={false}
      tabIndex={0}
      lang={language ?? ''}
      dir={language && fromRight.includes(language) ? 'rtl' : language ? 'ltr' : 'auto'}
      onBeforeInput={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
      onClick={(event) => {
        const mark = event.target instanceof Element ? event.target.closest('mark') : null;
        if (mark?.dataset['name'] !== undefined) onMark(mark.dataset['name']);
      }}
    >
      {text.paragraphs.map((paragraph) => (
        <OneParagraph
          key={paragraph.start}
          paragraph={paragraph}
          pieces={JSON.stringify(piecesOf(paragraph, marks, current))}
        />
      ))}
    </div>
  );
}

interface Piece {
  readonly text: string;
  readonly kind?: Mark['kind'];
  readonly isCurrent?: boolean;
  readonly name?: string;
}

/** A paragraph parted where marks begin and end. Of marks on the same words the current one is seen, then what is coded. */
function piecesOf({ start, text }: Paragraph, marks: readonly Mark[], current: string | undefined): Piece[] {
  const end = start + text.length;
  const rank = (one: Mark) => (one.name === current ? 0 : one.kind === 'coded' ? 1 : 2);
  const own = marks.filter((one) => one.start < end && start < one.end).sort((a, b) => rank(a) - rank(b));
  const cuts = [start, end, ...own.flatMap((one) => [one.start, one.end])]
    .filter((cut) => start <= cut && cut <= end)
    .sort((a, b) => a - b);
  return [...new Set(cuts)].slice(0, -1).map((from, i, all) => {
    const to = all[i + 1] ?? end;
    const piece = text.slice(from - start, to - start);
    const mark = own.find((one) => one.start <= from && to <= one.end);
    if (!mark) return { text: piece };
    return { text: piece, kind: mark.kind, isCurrent: mark.name === current, name: mark.name };
  });
}

/** Drawn again only where its marks have changed: a letter may be long, and a selection in it must stay. */
function OneParagraph({ paragraph, pieces }: { readonly paragraph: Paragraph; readonly pieces: string }) {
  const parts = useMemo(() => JSON.parse(pieces) as Piece[], [pieces]);
  return useMemo(
    () => (
      <p data-kind={paragraph.kind} data-start={paragraph.start}>
        <Rows pieces={parts.map(({ text }) => text)} draw={(said, i) => drawPiece(parts[i]!, said)} />
      </p>
    ),
    [pieces, paragraph.start],
  );
}

const drawPiece = ({ kind, isCurrent, name }: Piece, said: string) =>
  name === undefined ? (
    <span>{said}</span>
  ) : (
    <mark data-kind={kind} data-current={isCurrent} data-name={name}>
      {said}
    </mark>
  );

/** Out: the selected words, without spaces around them, as places of the text; of several paragraphs those of the first. */
export function readSelection(root: HTMLElement): Place | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const paragraph = [...root.querySelectorAll<HTMLElement>('p')].find((one) => range.intersectsNode(one));
  if (!paragraph) return undefined;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  const whole = before.toString();
  if (paragraph.contains(range.startContainer)) before.setEnd(range.startContainer, range.startOffset);
  else before.collapse(true);
  const from = before.toString().length;
  const said = range.cloneRange();
  said.setStart(before.endContainer, before.endOffset);
  if (!paragraph.contains(range.endContainer)) said.setEnd(paragraph, paragraph.childNodes.length);
  const words = whole.slice(from, from + said.toString().length);
  const start = Number(paragraph.dataset['start']) + from + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return start < end ? { start, end } : undefined;
}
