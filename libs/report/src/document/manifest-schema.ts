/** The schema of a manifest that is read from a file: whoever edited the file may have changed the manifest. */
import { daySchema } from '@rapporteur/domain';
import { z } from 'zod';
import type { Manifest, ManifestClaim } from './manifest.js';

const vintage = { asOf: daySchema, at: z.int().min(0) };
const position = z.int().min(0);
const percent = z.int().min(0).max(100);

const claim: z.ZodType<ManifestClaim> = z.object({
  ...vintage,
  id: z.string(),
  query: z.object({ kind: z.string() }).catchall(z.string()),
  status: z.enum(['answered', 'unanswerable']),
  reason: z.object({ code: z.string(), message: z.string() }).exactOptional(),
  text: z.string(),
  grid: z.array(z.array(z.string())).exactOptional(),
  beside: z.array(z.string()).exactOptional(),
  events: z.array(position),
  cells: z.array(z.string()),
  quotes: z
    .array(
      z.object({
        ...{ cell: z.string(), event: position, value: z.int().nullable(), quote: z.string() },
        ...{ document: z.string(), page: z.int().nullable(), paragraph: z.int().nullable() },
      }),
    )
    .exactOptional(),
  regions: z
    .array(
      z.object({
        ...{ cell: z.string(), event: position, document: z.string(), page: z.int().min(1) },
        region: z.object({ x: percent, y: percent, width: percent, height: percent }),
      }),
    )
    .exactOptional(),
});

export const manifestSchema: z.ZodType<Manifest> = z.object({
  format: z.literal('rapporteur-manifest'),
  version: z.literal(1),
  collection: z.string(),
  round: z.string(),
  language: z.string(),
  vintage: z.object(vintage),
  degraded: z.int().exactOptional(),
  claims: z.array(claim),
});
