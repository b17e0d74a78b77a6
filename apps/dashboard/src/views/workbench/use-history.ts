/** What is coded, with what it was before: undo and redo. */
import { useState } from 'preact/hooks';
import type { Coding } from './coding.js';

interface State {
  readonly past: readonly Coding[];
  readonly coding: Coding;
  readonly future: readonly Coding[];
  readonly tag: string | undefined;
}

export interface History extends Pick<State, 'coding' | 'past' | 'future'> {
  /** `tag`: changes in a row with the same tag are undone as one. */
  change(next: Coding, tag?: string): void;
  undo(): void;
  redo(): void;
  /** Begins anew with another coding and its steps. */
  reset(begun: Begun): void;
}

type Begun = Pick<State, 'coding' | 'past' | 'future'>;

const begin = (begun: Begun): State => ({ ...begun, tag: undefined });

export function useHistory(first: () => Begun): History {
  const [state, setState] = useState<State>(() => begin(first()));
  const move = (from: 'past' | 'future', to: 'past' | 'future') =>
    setState((before) => {
      const coding = before[from].at(-1);
      if (!coding) return before;
      const moved = { [from]: before[from].slice(0, -1), [to]: [...before[to], before.coding] };
      return { ...before, ...moved, coding, tag: undefined };
    });
  return {
    ...state,
    change: (coding, tag) =>
      setState((before) => ({
        past: tag !== undefined && tag === before.tag ? before.past : [...before.past, before.coding],
        ...{ coding, future: [], tag },
      })),
    undo: () => move('past', 'future'),
    redo: () => move('future', 'past'),
    reset: (begun) => setState(begin(begun)),
  };
}
