/** Somebody who has shown who they are, what they may do now, and how events name them. */
import type { Action, Target } from './actions.js';
import { may } from './may.js';
import type { Naming } from './naming.js';
import type { Principal } from './principal.js';
import { roleNames, type Role } from './roles.js';

/**
 * How somebody has shown who they are: with a key, by a link that was opened once, at an identity provider, with an
 * access token of that provider, at the machine itself (a command on the database), or not at all, for what the service
 * does by itself.
 */
export const signInMethods = ['key', 'link', 'oidc', 'token', 'command-line', 'service'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** A principal, and the version of its rights, which every change of them raises. */
export interface Standing {
  readonly principal: string;
  readonly version: number;
}

/** Who asks for something. */
export interface Authority {
  readonly principal: Principal;
  /** The version of the rights that were read; absent for what the service does by itself, which nobody can revoke. */
  readonly standing?: Standing;
  readonly signedInBy: SignInMethod;
  /** The instant (ISO) from which what was shown counts no more; absent where it has no end. */
  readonly until?: string;
  /** How each collection names people; where it says nothing, by role. */
  readonly namings: Readonly<Record<string, Naming>>;
  /** The same, as the rights are now. Errors: it has ended. */
  renew(): Promise<Authority>;
}

/** What the service does by itself, such as loading its first round. */
export const service: Authority = {
  principal: {
    ...{ id: 'rapporteur', kind: 'machine', name: 'rapporteur', keys: [] },
    grants: [{ number: 0, role: 'owner', scope: { respondents: 'all', collections: 'all' } }],
  },
  signedInBy: 'service',
  namings: {},
  renew: () => Promise.resolve(service),
};

/** Who recorded an event, and for whom: the part of its particulars that comes from an authority. */
export interface Recorder {
  /** What readers see. */
  readonly recordedBy: string;
  /** The principal in the access log; only those who may keep access are shown it. */
  readonly principal: string;
  readonly signedInBy: SignInMethod;
  /** The State for which it was recorded, by its code; absent where it was for none. */
  readonly onBehalfOf?: string;
}

const ofStates: readonly Role[] = ['provider', 'focal-point'];

/**
 * In: who acts, what they do, to what, and the name of a State, which is asked for only where the policy wants it.
 * Out: how an event names them, as the collection's policy says; undefined where they may not do it.
 */
export function toRecorder(
  { principal, signedInBy, namings: policies }: Authority,
  action: Action,
  target: Target,
  nameState: (respondent: string) => string,
): Recorder | undefined {
  const verdict = may(principal.grants, action, target);
  if (!verdict.allowed) return undefined;
  const naming = policies[target.collection ?? ''] ?? 'role';
  const { respondent } = target;
  const ofState = ofStates.some((role) => role === verdict.role);
  const recordedBy =
    naming === 'name' || signedInBy === 'service'
      ? principal.name
      : naming === 'state' && ofState && respondent !== undefined
        ? `the focal point of ${nameState(respondent)}`
        : roleNames[verdict.role as Role];
  const recorder = { recordedBy, principal: principal.id, signedInBy };
  return respondent === undefined ? recorder : Object.assign(recorder, { onBehalfOf: respondent });
}
