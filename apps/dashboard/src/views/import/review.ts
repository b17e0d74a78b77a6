/** A review of words as a machine of keys: each word once, a key decides it, and the last decision can be taken back. */
import type { WordItem } from '@rapporteur/contract';

export interface Said {
  readonly dimension: string;
  readonly word: string;
  readonly decision: 'code' | 'total' | 'not-a-code';
  readonly code: string | null;
}

/** What was said of a word: a decision, or that it is left for later. */
export type Step = Said | 'later';

export interface Review {
  readonly items: readonly WordItem[];
  /** The word that is asked about; the number of words after the last. */
  readonly at: number;
  /** What was said of each word, by its place. */
  readonly said: ReadonlyMap<number, Step>;
  /** The places of what was said, in that order. */
  readonly order: readonly number[];
  /** Why the last key did nothing. */
  readonly fault?: 'no-proposal' | 'no-total' | 'nothing-to-undo' | undefined;
}

/** What a key asks for: a change of the review, the field for another code, or to store what was decided. */
export type Pressed = Review | 'choose' | 'store' | undefined;

/** Words that cannot stand for the total. */
const withoutTotal = ['respondent', 'indicator', 'break'];
export const canBeTotal = ({ dimension }: WordItem): boolean => !withoutTotal.includes(dimension);

/** In: the words, and what was said of them before. */
export function beginReview(items: readonly WordItem[], kept: readonly Said[] = []): Review {
  const places = new Map(items.map(({ dimension, word }, i) => [`${dimension} ${word}`, i]));
  const said = new Map(
    kept.flatMap((one) => {
      const place = places.get(`${one.dimension} ${one.word}`);
      return place === undefined ? [] : [[place, one] as const];
    }),
  );
  return toOpen({ items, at: -1, said, order: [...said.keys()] });
}

/** What is to be stored, in the order in which it was said. */
export const decisionsOf = ({ said, order }: Review): Said[] =>
  order.flatMap((place) => {
    const step = said.get(place);
    return step === undefined || step === 'later' ? [] : [step];
  });

/** Goes to the next word of which nothing was said, or behind the last. */
function toOpen(review: Review): Review {
  const { items, said, at } = review;
  const places = items.map((_, i) => i).filter((i) => !said.has(i));
  return { ...review, at: places.find((i) => i > at) ?? places[0] ?? items.length };
}

function say(review: Review, step: Step): Review {
  const { at, order } = review;
  const said = new Map(review.said).set(at, step);
  return toOpen({ ...review, said, order: [...order.filter((one) => one !== at), at], fault: undefined });
}

/** Says what the present word means. */
export function decide(review: Review, decision: Said['decision'], code: string | null = null): Review {
  const item = review.items[review.at];
  if (!item) return review;
  if (decision === 'total' && !canBeTotal(item)) return { ...review, fault: 'no-total' };
  return say(review, { dimension: item.dimension, word: item.word, decision, code });
}

/** Takes a proposal, by its place from 0. */
export function take(review: Review, nth: number): Review {
  const proposal = review.items[review.at]?.proposals[nth];
  return proposal ? decide(review, 'code', proposal.code) : { ...review, fault: 'no-proposal' };
}

export const leave = (review: Review): Review => (review.items[review.at] ? say(review, 'later') : review);

/** Takes back what was said last, and asks about that word again. */
export function undo(review: Review): Review {
  const last = review.order.at(-1);
  if (last === undefined) return { ...review, fault: 'nothing-to-undo' };
  const said = new Map(review.said);
  said.delete(last);
  return { ...review, said, order: review.order.slice(0, -1), at: last, fault: undefined };
}

/** Goes to a word, within the first and behind the last. */
export const move = (review: Review, by: number): Review => ({
  ...review,
  at: Math.min(Math.max(review.at + by, 0), review.items.length),
  fault: undefined,
});

/** In: a key as the browser names it. Out: what it asks for; undefined for a key without a meaning here. */
export function press(review: Review, key: string): Pressed {
  const isOver = review.at >= review.items.length;
  if (/^[1-9]$/.test(key) && !isOver) return take(review, Number(key) - 1);
  switch (key) {
    case 'Enter':
      return isOver ? 'store' : take(review, 0);
    case 'c':
      return isOver ? undefined : 'choose';
    case 't':
      return decide(review, 'total');
    case 'n':
      return decide(review, 'not-a-code');
    case 'l':
      return leave(review);
    case 'u':
    case 'Backspace':
      return undo(review);
    case 's':
      return 'store';
    case 'ArrowDown':
    case 'ArrowRight':
      return move(review, 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return move(review, -1);
    default:
      return undefined;
  }
}
