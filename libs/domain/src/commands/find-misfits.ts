/** Whether a correction fits the reply that it corrects. */
import type { Finding, Observation } from '../events/events.js';
import type { CorrectReply } from './command.js';
import type { Problem, Search } from './problem.js';
import type { ReplyState } from './reply-state.js';
import { idsWithin } from './stored-form.js';

/**
 * Problems of a correction: it changes what the reply does not have, adds what is there already, or names
 * something twice.
 */
export function* findMisfits(command: CorrectReply, state: ReplyState): Search {
  const ids = idsWithin(command.collection, command.round, command.respondent);
  const groups = [
    {
      name: 'observations',
      lists: command.observations,
      idOf: (item: Observation) => ids.observation(item),
      known: state.observations,
    },
    {
      name: 'findings',
      lists: command.findings,
      idOf: (item: Finding) => ids.finding(item),
      known: state.findings,
    },
  ] as const;
  for (const { name, lists, idOf, known } of groups) {
    const seen = new Set<string>();
    for (const part of ['changed', 'added', 'retracted'] as const)
      for (const [index, item] of lists[part].entries()) {
        const id = idOf(item as never);
        const misfit = findMisfit(part, id, seen.has(id), known.has(id));
        seen.add(id);
        if (misfit) yield { pointer: `/${name}/${part}/${index}`, ...misfit };
      }
  }
}

function findMisfit(
  part: 'changed' | 'added' | 'retracted',
  id: string,
  isSeen: boolean,
  isKnown: boolean,
): Omit<Problem, 'pointer'> | undefined {
  if (isSeen)
    return {
      code: 'named-twice',
      message: `${id} is named twice in this correction`,
      expected: 'each cell once',
    };
  if (part === 'added' && isKnown)
    return {
      code: 'already-there',
      message: `the reply has ${id} already`,
      expected: 'list it under "changed"',
    };
  if (part !== 'added' && !isKnown)
    return {
      code: 'not-there',
      message: `the reply has no ${id}`,
      expected: part === 'changed' ? 'list it under "added"' : 'a figure or finding that the reply has',
    };
  return undefined;
}
