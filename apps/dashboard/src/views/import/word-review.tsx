/** The review of words: one at a time, decided by single keys or by its buttons, and stored together. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WordsAnswer } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { CodeChooser } from './code-chooser.js';
import { useCodeNames } from './code-names.js';
import { beginReview, decide, decisionsOf, press, type Review, type Said } from './review.js';
import { keep, readKept } from './use-words.js';
import { WordActs } from './word-acts.js';
import { WordCard } from './word-card.js';

interface Props {
  readonly collection: string;
  readonly answer: WordsAnswer;
  readonly isBusy: boolean;
  /** Whether the first question gets the focus: a file was imported just now. */
  readonly takesFocus: boolean;
  /** Out: whether they were stored. */
  readonly onStore: (decisions: readonly Said[]) => Promise<boolean>;
}

export function WordReview({ collection, answer, isBusy, takesFocus, onStore }: Props) {
  const page = usePage();
  const { words } = page.texts;
  const [review, setReview] = useState(() => beginReview(answer.items, readKept(collection)));
  const [isChoosing, setChoosing] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const codes = useCodeNames();
  useEffect(() => {
    if (takesFocus) region.current?.focus();
  }, []);
  const go = (next: Review) => {
    setReview(next);
    keep(collection, decisionsOf(next));
    region.current?.focus();
  };
  const store = () => {
    const decisions = decisionsOf(review);
    if (decisions.length === 0 || isBusy) return;
    void onStore(decisions).then((isStored) => {
      if (isStored) keep(collection, []);
    });
  };
  const act = (key: string): boolean => {
    const pressed = press(review, key);
    if (pressed === undefined) return false;
    if (pressed === 'choose') setChoosing(true);
    else if (pressed === 'store') store();
    else go(pressed);
    return true;
  };
  const hear = (event: KeyboardEvent) => {
    if (isChoosing || event.altKey || event.ctrlKey || event.metaKey) return;
    // A button or link that has the focus takes Enter itself.
    if (event.key === 'Enter' && event.target !== region.current) return;
    if (act(event.key)) event.preventDefault();
  };
  const item = review.items[review.at];
  return (
    <div
      class="box review"
      role="group"
      aria-label={words.region}
      aria-describedby="review-keys"
      tabIndex={0}
      ref={region}
      onKeyDown={hear}
    >
      {item ? (
        <WordCard review={review} item={item} rounds={answer.rounds} codes={codes} onKey={act} />
      ) : (
        <p>{words.wasLast}</p>
      )}
      {item && isChoosing && (
        <CodeChooser
          item={item}
          codes={codes}
          onCode={(code) => {
            setChoosing(false);
            go(decide(review, 'code', code));
          }}
          onLeave={() => {
            setChoosing(false);
            region.current?.focus();
          }}
        />
      )}
      <WordActs review={review} isBusy={isBusy} onKey={act} />
    </div>
  );
}
