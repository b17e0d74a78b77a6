/** What somebody may do now: the fold of what the access log says of one principal. */
import type { StoredAccessEvent } from './access-events.js';
import type { Grant } from './roles.js';

/** A grant with the number of the event that made it, by which it is withdrawn. */
export interface NumberedGrant extends Grant {
  readonly number: number;
}

export interface Key {
  readonly key: string;
  readonly hash: string;
  readonly until: string;
  readonly issuedAt: string;
  readonly revokedAt?: string;
}

/** Who acts, as events name it. */
export interface Principal {
  readonly id: string;
  readonly kind: 'person' | 'machine';
  readonly name: string;
  readonly grants: readonly NumberedGrant[];
  readonly keys: readonly Key[];
}

/** In: all events of one principal, in order of number. Out: the principal; undefined where nobody has added it. */
export function foldAccess(events: readonly StoredAccessEvent[]): Principal | undefined {
  return events.reduce<Principal | undefined>(evolveAccess, undefined);
}

/** In: somebody, undefined before they are added, and an event of theirs. Out: who they are then. */
export function evolveAccess(
  known: Principal | undefined,
  { number, principal: id, event, at }: StoredAccessEvent,
): Principal | undefined {
  if (event.type === 'PrincipalAdded')
    return known ?? { id, kind: event.kind, name: event.name, grants: [], keys: [] };
  if (!known) return undefined;
  switch (event.type) {
    case 'RoleGranted':
      return { ...known, grants: [...known.grants, { number, role: event.role, scope: event.scope }] };
    case 'RoleWithdrawn':
      return { ...known, grants: known.grants.filter((grant) => grant.number !== event.grant) };
    case 'KeyIssued': {
      const { key, hash, until } = event;
      return { ...known, keys: [...known.keys, { key, hash, until, issuedAt: at }] };
    }
    case 'KeyRevoked': {
      const keys = known.keys.map((one) =>
        one.key === event.key && one.revokedAt === undefined ? { ...one, revokedAt: at } : one,
      );
      return { ...known, keys };
    }
    case 'NamingSet':
      return known;
  }
}

/** Why a key counts no more at an instant (ISO); undefined while it counts. */
export const endOf = ({ until, revokedAt }: Key, now: string): 'revoked' | 'expired' | undefined =>
  revokedAt !== undefined ? 'revoked' : Date.parse(now) >= Date.parse(until) ? 'expired' : undefined;
