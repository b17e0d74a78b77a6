/** GET /v1/rounds/{collection}/{round}/report: the draft of the report on a round, every statement of it a claim. */
import { reportAnswer } from '@rapporteur/contract';
import { mediaTypes, reportFormats } from '@rapporteur/report/formats';
import { z } from 'zod';
import { commonQuery } from '../reading/parameters.js';
import { route } from '../reading/route.js';

const { format: _, ...common } = commonQuery;

/** The formats that a browser shows; it saves the others. */
const isShown = (format: string) => format === 'html' || format === 'md' || format === 'pdf';

const reportAt = (path: string) =>
  route({
    method: 'get',
    action: 'read-released',
    path,
    summary: 'The draft of the report on a round, at the cut-off when no day is asked for',
    query: z.strictObject({
      ...common,
      asOf: commonQuery.asOf.describe('Only what had been received by this day; the cut-off when absent'),
      lang: commonQuery.lang.describe('Language of the draft; English where there is no template in it'),
      format: z
        .enum(['json', ...reportFormats])
        .default('json')
        .describe('json is the built document with its manifest, for programs'),
    }),
    answer: reportAnswer,
    media: 'application/json',
    alsoAs: Object.values(mediaTypes),
    async read({ query, params, snapshot, vintage, language: asked, position }) {
      const id = params['id'] ?? `${params['collection']}/${params['round']}`;
      // Loaded when first asked for, since templates, Markdown and YAML take much memory.
      const { draftRound, renderReport } = await import('./draft-round.js');
      const { built, file, language } = await draftRound(
        snapshot,
        id,
        { asOf: vintage.asOf, at: position },
        asked,
      );
      const { format } = query;
      if (format === 'json') return { body: { ...built, file, position }, language };
      const name = `${id.replace('/', '-')}-${built.manifest.vintage.asOf}-${position}.${language}.${format}`;
      return {
        body: {},
        language,
        file: {
          bytes: await renderReport(built, format),
          media: mediaTypes[format],
          ...(isShown(format) ? {} : { name }),
        },
      };
    },
  });

/** `collection/round` as two segments, and as one with the slash encoded. */
export const report = reportAt('/v1/rounds/:collection/:round/report');
export const reportByEncodedId = reportAt('/v1/rounds/:id/report');
