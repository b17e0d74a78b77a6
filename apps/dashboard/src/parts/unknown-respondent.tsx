/** Says that the address names no respondent that is known, with links to those whom it may mean. */
import type { List } from '@rapporteur/contract';
import { useAnswer } from '../page/ask.js';
import { usePage } from '../page/page-context.js';
import { StateOf } from './state-of.js';

/** The api refuses the name, and says who may be meant; a name that it knows is answered, and nothing is shown. */
export function UnknownRespondent({ written }: { readonly written: string }) {
  const page = usePage();
  const asked = useAnswer<List<unknown>>(page.ask('/v1/observations', { respondent: written, limit: '1' }));
  return <StateOf asked={asked}>{() => null}</StateOf>;
}
