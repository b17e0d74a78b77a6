/** A review of words as a machine of keys: each word once, a key decides it, and the last decision can be taken back. */
import type { WordItem } from '@rapporteur/contract';

export interface Said {
  readonly dimension: string;
  readonly word: string;
  readonly decision: 'code' | 'total' | 'not-a-code';
  readonly code: string | null;
}

export interface Review {
  /** The word that is asked about; undefined after the last. */
  readonly current: WordItem | undefined;
  /** How many words have been passed. */
  readonly passed: number;
  /** What has been decided, in order. */
  readonly said: readonly Said[];
  /** The code that is being typed; undefined where none is. */
  readonly typing: string | undefined;
  /** Why the last key did nothing. */
  readonly fault: string | undefined;
  /** What was decided is to be stored, and the rest is left for later. */
  readonly isOver: boolean;
  press(key: string): void;
}

/** Why a decision cannot be; undefined where it can. */
export type CheckSaid = (said: Said) => string | undefined;

const keys = { take: ['\r', '\n', ' '], end: ['\r', '\n'], erase: ['\u007f', '\b'], escape: '\u001b' };
export const keyHelp =
  'Enter: the first proposal, 1-9: that one, c: another code, t: the total, n: not a code, l: later, u: undo, q: store and end, Ctrl-C: end and store nothing';

export const endHelp = 'That was the last word. Enter: store and end, u: undo, Ctrl-C: end and store nothing';

/** In: the words, and a check of what is decided. */
export function makeReview(words: readonly WordItem[], check: CheckSaid): Review {
  const steps: (Said | undefined)[] = [];
  let typing: string | undefined;
  let fault: string | undefined;
  let isOver = false;
  const current = () => (isOver ? undefined : words[steps.length]);

  const pass = (said: Said | undefined) => {
    fault = said && check(said);
    if (fault) return;
    steps.push(said);
  };
  const decide = (decision: Said['decision'], code: string | null = null) => {
    const { dimension, word } = current()!;
    pass({ dimension, word, decision, code });
  };
  const take = (nth: number) => {
    const proposal = current()!.proposals[nth];
    if (proposal) decide('code', proposal.code);
    else fault = nth === 0 ? 'There is no proposal: c for a code.' : `There is no proposal ${nth + 1}.`;
  };
  const type = (key: string) => {
    if (key === keys.escape) typing = undefined;
    else if (keys.erase.includes(key)) typing = typing!.slice(0, -1);
    else if (keys.end.includes(key)) {
      const code = typing!.trim();
      typing = undefined;
      if (code !== '') decide('code', code);
    } else if (key >= ' ') typing += key;
  };

  return {
    get current() {
      return current();
    },
    get passed() {
      return steps.length;
    },
    get said() {
      return steps.filter((step) => step !== undefined);
    },
    get typing() {
      return typing;
    },
    get fault() {
      return fault;
    },
    get isOver() {
      return isOver;
    },
    press(key) {
      fault = undefined;
      if (typing !== undefined) return type(key);
      if (key === 'u') steps.pop();
      else if (key === 'q' || (!current() && keys.end.includes(key))) isOver = true;
      else if (!current()) fault = endHelp;
      else if (keys.take.includes(key)) take(0);
      else if (key >= '1' && key <= '9') take(Number(key) - 1);
      else if (key === 'c') typing = '';
      else if (key === 'n') decide('not-a-code');
      else if (key === 't') decide('total');
      else if (key === 'l') pass(undefined);
      else fault = keyHelp;
    },
  };
}
