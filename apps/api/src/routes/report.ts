/** GET /v1/rounds/{collection}/{round}/report: the draft of the report on a round, every statement of it a claim. */
import { HttpProblem } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import {
  buildReport,
  draftReport,
  loadLanguage,
  mediaTypes,
  parseReport,
  readFacts,
  renderReport,
  reportFormats,
  reportLanguages,
  ReportRefused,
} from '@rapporteur/report';
import { z } from 'zod';
import { commonQuery, route } from '../route.js';

const { format: _, ...common } = commonQuery;

/** Whether there is a template in a language; the draft is in English otherwise. */
const toReportLanguage = (language: Language): Language =>
  reportLanguages().includes(language) ? language : 'en';

/** What a browser shows by itself; the others are saved. */
const isShown = (format: string) => format === 'html' || format === 'md' || format === 'pdf';

const refusals: Readonly<Record<ReportRefused['code'], number>> = {
  'unknown-round': 404,
  'no-cut-off': 400,
  'position-not-reached': 400,
};

function toProblem(error: unknown): never {
  if (!(error instanceof ReportRefused)) throw error;
  throw new HttpProblem({ status: refusals[error.code], code: error.code, title: error.message });
}

const reportAt = (path: string) =>
  route({
    method: 'get',
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
    answer: z.object({
      document: z.looseObject({}).describe('Masthead and blocks; see libs/report/src/document.ts'),
      manifest: z.looseObject({}).describe('Each claim with its query, vintage, events and text'),
      file: z.string().describe('The report file that was built, as npm run report -- new writes it'),
      position: z.int(),
    }),
    media: 'application/json',
    alsoAs: Object.values(mediaTypes),
    async read({ query, params, snapshot, vintage, language: asked, position }) {
      const id = params['id'] ?? `${params['collection']}/${params['round']}`;
      const facts = await readFacts(snapshot, id, { asOf: vintage.asOf, at: position }).catch(toProblem);
      const code = toReportLanguage(asked);
      const language = await loadLanguage(code);
      const file = await draftReport(facts, language);
      const reading = parseReport(file);
      if (!reading.ok)
        throw new Error(`the template of "${code}" makes a bad file: ${JSON.stringify(reading.problems)}`);
      const built = buildReport(reading.file, { facts, language });
      const { format } = query;
      if (format === 'json') return { body: { ...built, file, position }, language: code };
      const name = `${id.replace('/', '-')}-${facts.vintage.asOf}-${position}.${code}.${format}`;
      return {
        body: {},
        language: code,
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
