/** The answer of /v1/rounds/{collection}/{round}/report as JSON: the draft with what each claim of it rests on. */
import type { Manifest, ReportDocument } from '@rapporteur/report';
import { z } from 'zod';
import { typed } from './shared.js';

/** The shapes are those that the report's lib builds and renders; the documentation says where they are written down. */
export const reportAnswer = z.object({
  document: typed<ReportDocument>(z.looseObject({})).describe(
    'Masthead and blocks; see libs/report/src/document.ts',
  ),
  manifest: typed<Manifest>(z.looseObject({})).describe(
    'Each claim with its query, vintage, events and text',
  ),
  file: z.string().describe('The report file that was built, as npm run report -- new writes it'),
  position: z.int(),
});
export type ReportAnswer = z.output<typeof reportAnswer>;
