/** The buttons of the review: what can be said of a word, and storing it all. */
import { usePage } from '../../page/page-context.js';
import { canBeTotal, decisionsOf, type Review } from './review.js';

interface Props {
  readonly review: Review;
  readonly isBusy: boolean;
  readonly onKey: (key: string) => void;
}

export function WordActs({ review, isBusy, onKey }: Props) {
  const page = usePage();
  const { words } = page.texts;
  const item = review.items[review.at];
  const decided = decisionsOf(review).length;
  const button = (key: string, text: string) => (
    <button type="button" key={key} aria-keyshortcuts={key} onClick={() => onKey(key)}>
      <kbd aria-hidden="true">{key}</kbd> {text}
    </button>
  );
  const fault =
    review.fault === 'no-proposal'
      ? words.noProposal
      : review.fault === 'no-total'
        ? words.noTotal
        : review.fault === 'nothing-to-undo'
          ? words.nothingToUndo
          : '';
  return (
    <>
      <p class="problem" role="alert">
        {fault !== '' && <span>{fault}</span>}
      </p>
      <div class="actions">
        {item && button('c', words.other)}
        {item && canBeTotal(item) && button('t', words.total)}
        {item && button('n', words.notCode)}
        {item && button('l', words.later)}
        {review.order.length > 0 && button('u', words.undo)}
        {decided > 0 && (
          <button
            type="button"
            class="strong"
            aria-keyshortcuts="s"
            disabled={isBusy}
            onClick={() => onKey('s')}
          >
            <kbd aria-hidden="true">s</kbd> {words.store(page.number(decided))}
          </button>
        )}
      </div>
      <p class="key" id="review-keys">
        {decided > 0 && words.decided(decided)} {words.keys}
      </p>
    </>
  );
}
