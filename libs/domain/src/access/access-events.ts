/** What happens to the rights of people and machines: the events of the access log, kept for ever. */
import { z } from 'zod';
import { codeSchema, text } from '../events/input-schemas.js';
import { namings } from './naming.js';
import { roles } from './roles.js';

const part = z.union([z.literal('all'), z.array(z.string().min(1).max(200)).min(1).max(1000).readonly()]);

/** All respondents or these, all collections or these, by their codes. */
export const scopeSchema = z.strictObject({ respondents: part, collections: part });

/** A person who signs in, or a machine that has a key. */
const kinds = ['person', 'machine'] as const;

/** SHA-256 of a key, in hexadecimal digits: the key itself is kept nowhere. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const accessEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PrincipalAdded'), kind: z.enum(kinds), name: text(200) }),
  z.strictObject({ type: z.literal('RoleGranted'), role: z.enum(roles), scope: scopeSchema }),
  /** `grant`: the number of the event that granted it. */
  z.strictObject({ type: z.literal('RoleWithdrawn'), grant: z.int().min(1) }),
  z.strictObject({
    type: z.literal('KeyIssued'),
    key: codeSchema,
    hash,
    /** Instant from which it counts no more. */
    until: z.iso.datetime(),
  }),
  z.strictObject({ type: z.literal('KeyRevoked'), key: codeSchema }),
  /** How the events of a collection name people from now on; of the principal `policy`, which is nobody. */
  z.strictObject({ type: z.literal('NamingSet'), collection: codeSchema, naming: z.enum(namings) }),
]);
export type AccessEvent = z.output<typeof accessEventSchema>;

/** An event of the access log: of one principal, by whom, when, and why. */
export interface StoredAccessEvent {
  /** 1, 2, 3 … over all principals. */
  readonly number: number;
  readonly principal: string;
  readonly event: AccessEvent;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}
