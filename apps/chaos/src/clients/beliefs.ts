/** What a client believes of each reply, by what it was last told. */
import type { Command } from './journal.js';
import type { Target, Told } from './requests.js';

export interface Belief {
  status: 'none' | 'standing' | 'withdrawn';
  version: number;
}

export class Beliefs {
  private readonly beliefs = new Map<string, Belief>();

  of({ stream }: Target): Belief {
    const known = this.beliefs.get(stream) ?? { status: 'none', version: 0 };
    this.beliefs.set(stream, known);
    return known;
  }
}

/** A command was stored; what is told of an earlier version than the one that is known changes nothing. */
export function learnStored(belief: Belief, { kind }: Command, version: number): void {
  if (version < belief.version) return;
  belief.version = version;
  belief.status = kind === 'withdraw' ? 'withdrawn' : 'standing';
}

/** A command was refused. Out: whether the refusal says how the reply stands. */
export function learnRefused(belief: Belief, { type = '', title, version }: Told): boolean {
  const learnt = {
    'reply-exists': 'standing',
    'reply-withdrawn': 'withdrawn',
    'no-reply': 'none',
  } as const;
  const code = type.replace('/problems/', '') as keyof typeof learnt | 'stale';
  if (code === 'stale') {
    belief.version = version!;
    return true;
  }
  if (!(code in learnt)) return false;
  belief.status = title?.includes('a withdrawn reply') ? 'withdrawn' : learnt[code];
  belief.version = version ?? 0;
  return true;
}
