/** The roles that an identity provider names in a claim, as grants. */
import { roles, type Grant, type Role, type Scope } from '@rapporteur/domain';

/** What a provider says of somebody: the members of a token whose signature was checked. */
export type Claims = Readonly<Record<string, unknown>>;

export interface ClaimedRoles {
  readonly grants: readonly Grant[];
  /** Values that begin with a role of ours and stand for none: somebody meant something by them. */
  readonly unclear: readonly string[];
}

/** Values beyond so many are not read: grants are kept for ever. */
const valuesAtMost = 200;
/** Their people act for their own State, so that the State must be named. */
const ofState: readonly Role[] = ['provider', 'focal-point'];
/** Not about one State or collection: they have no scope. */
const ofWhole: readonly Role[] = ['administrator'];

/**
 * In: the claims, and the name of that of roles; with dots where it stands within another (`realm_access.roles`).
 * Out: a grant for each value of the form ROLE, ROLE:RESPONDENT or ROLE:RESPONDENT:COLLECTION, by codes, `*` for all of
 * them. Values that do not begin with a role are other applications'. Nobody becomes owner in this way.
 */
export function toClaimedRoles(claims: Claims, claim: string): ClaimedRoles {
  const values = new Set(valuesOf(find(claims, claim)));
  const grants: Grant[] = [];
  const unclear: string[] = [];
  for (const [i, value] of [...values].entries()) {
    const [name] = value.split(':', 1);
    if (!roles.some((role) => role === name)) continue;
    const grant = i < valuesAtMost ? toGrant(value) : undefined;
    if (!grant) unclear.push(value.slice(0, 100));
    else if (!grants.some((one) => isSameGrant(one, grant))) grants.push(grant);
  }
  return { grants, unclear };
}

function find(claims: Claims, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  let found: unknown = claims;
  for (const name of claim.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Claims)[name];
  }
  return found;
}

const valuesOf = (found: unknown): string[] =>
  (Array.isArray(found) ? found : [found]).filter((value): value is string => typeof value === 'string');

function toGrant(value: string): Grant | undefined {
  const [name, respondent = '*', collection = '*', ...more] = value.split(':');
  const role = roles.find((one) => one === name)!;
  const scope = { respondents: toPart(respondent), collections: toPart(collection) };
  const { respondents, collections } = scope;
  if (respondents === undefined || collections === undefined || more.length > 0 || role === 'owner')
    return undefined;
  const isAll = respondents === 'all' && collections === 'all';
  if (ofState.includes(role) ? respondents === 'all' : ofWhole.includes(role) && !isAll) return undefined;
  return { role, scope: { respondents, collections } };
}

const toPart = (text: string): Scope['respondents'] | undefined =>
  text === '*' ? 'all' : /^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/.test(text) ? [text] : undefined;

const sorted = (part: Scope['respondents']) => (part === 'all' ? part : [...new Set(part)].sort().join());

/** Whether two grants give the same. */
export const isSameGrant = (a: Grant, b: Grant): boolean =>
  a.role === b.role &&
  sorted(a.scope.respondents) === sorted(b.scope.respondents) &&
  sorted(a.scope.collections) === sorted(b.scope.collections);
