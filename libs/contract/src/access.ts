/** Who may do what: the answers of /v1/people, /v1/keys, /v1/policies and /v1/audit, and what is sent to them. */
import {
  accessConfirmable,
  codeSchema,
  daySchema,
  faultOfText,
  namings,
  roles,
  scopeSchema,
} from '@rapporteur/domain';
import { z } from 'zod';

const written = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .superRefine((value, context) => {
      const message = faultOfText(value);
      if (message) context.addIssue({ code: 'custom', message });
    });

const reason = written(2000).describe('Why; kept for ever');

const part = <T extends z.ZodType>(entry: T) => z.union([z.literal('all'), z.array(entry).min(1).max(1000)]);
const scopeInput = z.strictObject({
  respondents: part(written(200)).describe('all, or codes or names of respondents'),
  collections: part(codeSchema).describe('all, or codes of collections'),
});

/** What is sent with a change that needs nothing but a reason. */
export const reasonInput = z.strictObject({ reason });
export const personInput = z.strictObject({
  id: codeSchema.describe('By which the access log names them, for ever'),
  kind: z.enum(['person', 'machine']),
  name: written(200),
  reason,
});
export const grantInput = z.strictObject({ role: z.enum(roles), scope: scopeInput, reason });
export const keyInput = z.strictObject({
  principal: codeSchema,
  until: z
    .union([daySchema, z.iso.datetime()])
    .optional()
    .describe(
      'The last day (UTC), or the instant from which it counts no more; a year from now when not given',
    ),
  reason,
});
export const policyInput = z.strictObject({ collection: codeSchema, naming: z.enum(namings), reason });

/** Problems that ask whether something unlikely is meant are answered by this parameter. */
export const accessConfirmQuery = z.strictObject({
  confirm: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(accessConfirmable)))
    .optional()
    .describe(`Codes of problems that ask whether something is meant: ${accessConfirmable.join(', ')}`),
});

const instant = z.iso.datetime();
export const keyAnswer = z.object({
  key: z.string().describe('Its name, by which it is revoked; not the key itself'),
  principal: z.string(),
  state: z.enum(['good', 'revoked', 'expired']),
  issuedAt: instant,
  until: instant,
  revokedAt: instant.optional(),
  lastUsedAt: instant.nullable(),
});
export type KeyAnswer = z.output<typeof keyAnswer>;

export const personAnswer = z.object({
  id: z.string(),
  kind: z.enum(['person', 'machine']),
  name: z.string(),
  grants: z.array(z.object({ number: z.int(), role: z.enum(roles), scope: scopeSchema })),
  keys: z.array(keyAnswer.omit({ principal: true })),
  lastSeenAt: instant
    .nullable()
    .describe('The last request of a session of theirs, where that is still known'),
});
export type PersonAnswer = z.output<typeof personAnswer>;

export const peopleAnswer = z.object({ items: z.array(personAnswer) });
export const keysAnswer = z.object({ items: z.array(keyAnswer) });
export const keyIssued = z.object({
  key: z.string(),
  secret: z.string().describe('The key itself, shown this once'),
  principal: z.string(),
  until: instant,
});
export type KeyIssued = z.output<typeof keyIssued>;
export const invitationAnswer = z.object({
  link: z.string().describe('Signs them in once; shown this once'),
  until: instant,
});
export const sessionsEnded = z.object({ ended: z.int().describe('How many sessions of theirs were ended') });

const policy = z.object({
  collection: z.string(),
  naming: z.enum(namings).describe('How events of the collection name people from now on'),
});
export const policyAnswer = policy;
export type PolicyAnswer = z.output<typeof policy>;
export const policiesAnswer = z.object({ items: z.array(policy) });

const auditEntry = z.object({
  number: z.int(),
  at: instant,
  principal: z.string().nullable(),
  what: z.string(),
  where: z.string().describe('Method and pattern of the address, or the command'),
  address: z.string().nullable().describe("The client's network"),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.output<typeof auditEntry>;
export const auditAnswer = z.object({
  items: z.array(auditEntry),
  next: z.int().optional().describe('Give it as after= for the entries that follow'),
});
