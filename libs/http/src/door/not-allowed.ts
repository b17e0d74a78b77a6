/** What somebody is answered who has not signed in, or may not do what they ask for. */
import {
  may,
  roleActions,
  roleNames,
  roles,
  type Action,
  type Authority,
  type Target,
} from '@rapporteur/domain';
import type { FastifyRequest } from 'fastify';
import { HttpProblem, type ProblemOptions } from '../problem.js';

/** A refusal for want of a right: what was asked for, of what. */
export class NotAllowed extends HttpProblem {
  constructor(
    options: ProblemOptions,
    readonly action: Action,
    readonly because: 'no-role' | 'out-of-scope',
    readonly target: Target,
  ) {
    super(options);
  }
}

/**
 * In: who acts, what they want to do, and to what. Errors: HttpProblem 403, which names what is missing.
 */
export function needRight({ principal }: Authority, action: Action, target: Target): void {
  const verdict = may(principal.grants, action, target);
  if (!verdict.allowed) throw notAllowed(action, verdict.because, target);
}

/** Who sent a request to an address that is not open to everybody. */
export function authorityOf({ authority }: FastifyRequest): Authority {
  if (!authority) throw notSignedIn();
  return authority;
}

/** In: an action. Out: the roles that may do it, as people read them. */
const rolesFor = (action: Action): string =>
  roles
    .filter((role) => roleActions[role].includes(action))
    .map((role) => roleNames[role])
    .join(', ');

export function notAllowed(action: Action, because: 'no-role' | 'out-of-scope', target: Target): NotAllowed {
  const { collection, respondent } = target;
  const place = [respondent, collection].filter((one) => one !== undefined).join(' in ');
  const options = {
    status: 403,
    code: because,
    title:
      because === 'no-role'
        ? 'None of your roles may do this'
        : `Your role may do this, but not for ${place || 'all respondents and collections'}`,
    detail: `It takes one of these roles${because === 'no-role' ? '' : ', granted for that'}: ${rolesFor(action)}. An administrator grants them.`,
    extra: { action },
  };
  return new NotAllowed(options, action, because, target);
}

export const notSignedIn = (title = 'This is open to those only who have signed in'): HttpProblem =>
  new HttpProblem({
    status: 401,
    code: 'not-signed-in',
    title,
    detail:
      'Send a key in the header "Authorization: Bearer KEY". That of the owner is in the file owner.key of the data folder; npm run access -- key makes others. A person signs in on the page.',
    headers: { 'www-authenticate': 'Bearer realm="Rapporteur"' },
  });
