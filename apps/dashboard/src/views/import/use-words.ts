/** The words of a collection, asked for when something was stored here; and storing what was decided of them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal, WordsAnswer, WordsReceiptAnswer } from '@rapporteur/contract';
import { askAgain } from '../../page/live.js';
import { send } from '../../page/send.js';
import type { Said } from './review.js';

/** What the server gives at a time of those that wait, and what it takes in a request. */
export const atMost = 1000;
const lookEveryMs = 700;

export type Words =
  | { readonly state: 'loading' }
  | { readonly state: 'away' }
  | {
      readonly state: 'ready';
      readonly waiting: WordsAnswer;
      readonly decided: WordsAnswer;
    }
  | { readonly state: 'refused'; readonly problem: Refusal };

const pathOf = (collection: string, state: 'waiting' | 'decided', limit: number) =>
  `/v1/words?${new URLSearchParams({ collection, state, limit: String(limit) }).toString()}`;

const read = (collection: string, state: 'waiting' | 'decided', limit = atMost) =>
  send<WordsAnswer>('GET', pathOf(collection, state, limit));

/** In: the collection, and a number that changes when something was stored. */
export function useWords(collection: string, stored: number): Words {
  const [words, setWords] = useState<Words>({ state: 'loading' });
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const once = async () => {
      const [waiting, decided] = await Promise.all([
        read(collection, 'waiting'),
        read(collection, 'decided'),
      ]);
      if (isOver) return;
      if (waiting.state === 'done' && decided.state === 'done')
        return setWords({ state: 'ready', waiting: waiting.answer, decided: decided.answer });
      if (waiting.state === 'refused') return setWords({ state: 'refused', problem: waiting.problem });
      setWords({ state: 'away' });
      timer = setTimeout(() => void once(), 3000);
    };
    void once();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [collection, stored]);
  return words;
}

/** How many rows came in by decisions, how many are refused by them, and how many wait on. */
export interface Followed {
  readonly came: number;
  readonly refused: number;
  readonly waiting: number;
  /** Rounds that could not be imported again, with why. */
  readonly problems: readonly (readonly [round: string, why: string])[];
}

export type Deciding =
  | { readonly state: 'none' | 'storing' | 'following' | 'away' }
  | { readonly state: 'refused'; readonly problem: Refusal }
  | { readonly state: 'done'; readonly followed: Followed };

const sumOf = ({ rounds }: WordsAnswer, count: 'waiting' | 'refused') =>
  rounds.reduce((all, round) => all + (round[count] ?? 0), 0);

function toFollowed(before: WordsAnswer, now: WordsAnswer): Followed {
  const waiting = sumOf(now, 'waiting');
  const refused = sumOf(now, 'refused') - sumOf(before, 'refused');
  return {
    came: sumOf(before, 'waiting') - waiting - refused,
    refused,
    waiting,
    problems: now.rounds.flatMap(({ round, problem }) =>
      problem === null ? [] : [[round, problem] as const],
    ),
  };
}

type Decision = Pick<Said, 'dimension' | 'word'> & {
  readonly decision: Said['decision'] | 'undecided';
  readonly code?: string | null;
};

/** Out: how storing goes, and a function that stores decisions and waits until their rows are in. */
export function useDeciding(collection: string) {
  const [deciding, setDeciding] = useState<Deciding>({ state: 'none' });
  const isGone = useRef(false);
  useEffect(() => () => void (isGone.current = true), []);
  /** Out: whether they were stored. */
  const decide = async (decisions: readonly Decision[], before: WordsAnswer): Promise<boolean> => {
    setDeciding({ state: 'storing' });
    const body = { collection, decisions };
    const sent = await send<WordsReceiptAnswer>('POST', '/v1/words/decisions', body);
    if (sent.state === 'away') setDeciding({ state: 'away' });
    if (sent.state === 'refused') setDeciding({ state: 'refused', problem: sent.problem });
    if (sent.state !== 'done') return false;
    setDeciding({ state: 'following' });
    while (!isGone.current) {
      const now = await read(collection, 'waiting', 1);
      if (now.state === 'refused') setDeciding({ state: 'refused', problem: now.problem });
      if (now.state === 'refused') break;
      // Of a file that is still being stored it is not known yet how many rows wait.
      if (now.state === 'done' && !now.answer.rounds.some((one) => one.isBehind || one.waiting === null)) {
        setDeciding({ state: 'done', followed: toFollowed(before, now.answer) });
        break;
      }
      await new Promise((done) => setTimeout(done, lookEveryMs));
    }
    askAgain();
    return true;
  };
  return { deciding, decide };
}

const nameOf = (collection: string) => `rapporteur-words ${collection}`;

/** What was decided and not stored yet, kept in the tab's own storage, so that a reload loses nothing. */
export function readKept(collection: string): Said[] {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(collection)) ?? '[]') as Said[];
  } catch {
    return [];
  }
}

export function keep(collection: string, said: readonly Said[]): void {
  try {
    if (said.length === 0) sessionStorage.removeItem(nameOf(collection));
    else sessionStorage.setItem(nameOf(collection), JSON.stringify(said));
  } catch {
    // Storage may be forbidden or full; what was decided is still on the page.
  }
}
