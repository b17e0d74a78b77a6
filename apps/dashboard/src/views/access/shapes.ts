/** What the server says of people, keys, policies and the audit. */
import type { Naming } from '@rapporteur/domain';
import type { Held } from '../../session/held.js';

export interface Person {
  readonly id: string;
  readonly kind: 'person' | 'machine';
  readonly name: string;
  readonly grants: readonly (Held & {
    readonly by?: string;
    readonly at?: string;
    readonly reason?: string;
  })[];
}

export interface KeyOf {
  readonly key: string;
  readonly principal: string;
  readonly issuedAt: string;
  readonly until: string;
  readonly revokedAt?: string | null;
  readonly lastUsedAt?: string | null;
}

export interface PolicyOf {
  readonly collection: string;
  readonly naming: Naming;
}

export interface Audited {
  readonly number: number;
  readonly at: string;
  readonly principal?: string | null;
  readonly what: string;
  readonly where?: string | null;
  readonly address?: string | null;
  readonly detail?: Readonly<Record<string, unknown>> | null;
}

export interface Items<T> {
  readonly items: readonly T[];
}
