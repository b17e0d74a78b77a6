/** Whether somebody may do something: the one place that says so. */
import { actions, type Action, type Target } from './actions.js';
import { everybodyMay, roleActions, type Grant, type Role, type Scope } from './roles.js';

/**
 * `because` says why not: `no-role`, none of the roles held may ever do this; `out-of-scope`, one of them may, but not to
 * this State or collection.
 */
export type Verdict =
  | { readonly allowed: true; readonly role: Role | 'everybody' }
  | { readonly allowed: false; readonly because: 'no-role' | 'out-of-scope' };

const holds = (part: Scope['respondents'], code: string | undefined): boolean =>
  part === 'all' || (code !== undefined && part.includes(code));

function covers({ respondents, collections }: Scope, action: Action, target: Target): boolean {
  switch (actions[action].about) {
    case 'service':
      return true;
    case 'round':
      return holds(collections, target.collection);
    case 'collection':
      return respondents === 'all' && holds(collections, target.collection);
    case 'reply':
      return holds(respondents, target.respondent) && holds(collections, target.collection);
  }
}

/**
 * In: the grants that somebody holds now (none for who has not signed in), the action, and what it is done to, by codes.
 * Out: yes with the role that allows it, or no with the reason.
 */
export function may(grants: readonly Grant[], action: Action, target: Target = {}): Verdict {
  if (everybodyMay.includes(action)) return { allowed: true, role: 'everybody' };
  const able = grants.filter(({ role }) => roleActions[role].includes(action));
  const grant = able.find(({ scope }) => covers(scope, action, target));
  if (grant) return { allowed: true, role: grant.role };
  return { allowed: false, because: able.length > 0 ? 'out-of-scope' : 'no-role' };
}
