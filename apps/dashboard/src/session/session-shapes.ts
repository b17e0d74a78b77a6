/** What the server says of who is signed in. */
import type { Role, Scope } from '@rapporteur/domain';

/** A role that somebody holds, with the number by which it is withdrawn. */
export interface Held {
  readonly number: number;
  readonly role: Role;
  readonly scope: Scope;
}

export type Session =
  | { readonly signedIn: false; readonly ways: readonly ('link' | 'oidc')[] }
  | {
      readonly signedIn: true;
      readonly principal: { readonly id: string; readonly name: string; readonly kind: 'person' | 'machine' };
      readonly signedInBy: string;
      readonly grants: readonly Held[];
      /** The instant at which it ends at the latest; absent for a key. */
      readonly until?: string;
    };
