/** A topic that findings are on. */
import type { CodeNames } from '../code-names.js';
import type { Theme } from '../themes.js';

export interface Topic {
  readonly code: string;
  readonly theme: Theme['code'];
  readonly definition: string;
  readonly names: CodeNames;
}
