/** What a client knows of each reply, from the last answers that it got. */
import type { Command } from './journal.js';
import type { Target, IngestAnswer } from './requests.js';

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

/** Notes that a command was stored. An answer about a version before the known one changes nothing. */
export function learnStored(belief: Belief, { kind }: Command, version: number): void {
  if (version < belief.version) return;
  belief.version = version;
  belief.status = kind === 'withdraw' ? 'withdrawn' : 'standing';
}

/** Notes that a command was refused. Out: whether the refusal tells the state of the reply. */
export function learnRefused(belief: Belief, { type = '', title, version }: IngestAnswer): boolean {
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
