/** The parameters of /v1/audit. */
import { isStorable } from '@rapporteur/domain';
import { z } from 'zod';
import { audited } from '../audit/audit-entry.js';

/** How many entries an answer has at most. */
export const auditAtMost = 10_000;

const number = z
  .string()
  .regex(/^\d{1,15}$/, 'a whole number')
  .transform(Number);

export const auditQuery = z.strictObject({
  after: number
    .optional()
    .describe('The entries that follow this number, the oldest first; when not given, the newest ones'),
  limit: number
    .pipe(z.int().min(1).max(auditAtMost))
    .meta({ type: 'integer', minimum: 1, maximum: auditAtMost })
    .optional()
    .describe(`How many, ${auditAtMost} at most; 100 when not given`),
  what: z.enum(audited).optional(),
  principal: z
    .string()
    .min(1)
    .max(200)
    .refine(isStorable, 'a name')
    .optional()
    .describe('By the name in the access log'),
  format: z.enum(['json', 'csv']).optional(),
});
