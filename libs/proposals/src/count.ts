/** A number of a sentence that may be a count. */
import type { Qualifier } from '@rapporteur/domain';
import type { Noun } from './language.js';
import type { Span } from './span.js';

export interface Count extends Span {
  /** Null where the text says why there is none. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  /** The noun of a count of one that an article says. */
  readonly only?: Noun;
  /** Where the words that say how it is meant stand, the number included. */
  readonly said: Span;
}
