/** GET /v1/documents and /v1/documents/{sha256}/text: what was received, and what was read of it. */
import { documentsAnswer, documentTextAnswer } from '@rapporteur/contract';
import { hasPages, readText, readWords } from '@rapporteur/documents';
import { codeSchema, saysUnknown, type DocumentText, type TextBlock, type Vintage } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { resolveRespondent } from '@rapporteur/names';
import { readDocuments, type ReceivedDocument, type Snapshot } from '@rapporteur/projections';
import { z } from 'zod';
import { commonQuery, wholeNumber } from '../../reading/parameters.js';
import { route } from '../../reading/route.js';

const roundParameter = z
  .string()
  .refine(
    (text) => text.split('/').length === 2 && text.split('/').every((c) => codeSchema.safeParse(c).success),
    {
      error: 'collection/round, such as ecosoc-2006-27/2008',
    },
  )
  .meta({
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$',
    description: 'collection/round',
  });

export const documents = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/documents',
  summary: 'Letters and other documents as they were received, by round and respondent',
  query: z.strictObject({
    round: roundParameter.optional(),
    respondent: z.string().max(200).optional().describe('One respondent, by code or name'),
    ...commonQuery,
  }),
  answer: documentsAnswer,
  async read({ query, snapshot, vintage, position }) {
    const [collection, round] = query.round?.split('/') ?? [];
    const found = query.respondent === undefined ? undefined : resolveRespondent(query.respondent);
    if (found && !('code' in found))
      throw new HttpProblem({
        status: 400,
        code: 'unknown-respondent',
        title: saysUnknown(query.respondent!, found.suggestions),
        extra: { suggestions: found.suggestions },
      });
    const filter = { collection, round, respondent: found?.code };
    const all = await readDocuments(snapshot, filter, vintage);
    return { body: { items: all.map(showDocument), position } };
  },
});

/** The name of its file may say what must not be public, too. */
const showDocument = ({
  collection,
  round,
  removedReason,
  removedEvent,
  name,
  ...rest
}: ReceivedDocument) => ({
  ...rest,
  name: removedReason === null ? name : '',
  round: `${collection}/${round}`,
  ...(removedReason === null ? {} : { removed: { reason: removedReason, event: removedEvent! } }),
});

export const documentText = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/documents/:document/text',
  summary: 'The text of a document, in paragraphs with their own numbers and pages',
  query: z.strictObject({
    paragraph: wholeNumber(0, 9999)
      .optional()
      .describe('Only the paragraph that has this number, to its end'),
    character: wholeNumber(0, 100_000_000)
      .optional()
      .describe(
        'Only the paragraph in which this character of the text stands, counted from 0 as `start` of evidence is; goes before `paragraph`',
      ),
    extraction: wholeNumber(1, 1_000_000)
      .optional()
      .describe('Version of the extraction; the newest when not given'),
    places: z
      .enum(['true'])
      .optional()
      .describe('With paragraph or character: also where each word stands on its page, where that is known'),
    ...commonQuery,
  }),
  answer: documentTextAnswer,
  async read({ params, query, snapshot, vintage, position }) {
    const document = needSha(params['document']);
    const { text, problem, media } = await readReceived(snapshot, vintage, document, query.extraction);
    const { paragraph, character, places } = query;
    const asked = !text
      ? []
      : character === undefined
        ? blocksOf(text, paragraph)
        : blocksAt(text, character);
    const isPart = paragraph !== undefined || character !== undefined;
    const withPlaces = places !== undefined && isPart && text !== undefined;
    const placed = withPlaces ? await readPlaces(snapshot, document, text.extraction, asked) : undefined;
    return {
      body: {
        document,
        extraction: text?.extraction ?? null,
        language: text?.language ?? null,
        ...(problem ? { unread: problem } : {}),
        ...(text?.scan ? { scan: text.scan } : {}),
        hasPagePictures: hasPages(media),
        paragraphs: asked.map((block) => ({
          ...block,
          text: text!.text.slice(block.start, block.end),
          ...(placed
            ? { words: placed.filter(({ start, end }) => block.start <= start && end <= block.end) }
            : {}),
        })),
        position,
      },
    };
  },
});

/** A paragraph may go on for so many pages after the one that it begins on. */
const goesOn = 2;

/** Where the words of some blocks stand, as parts of their pages. */
async function readPlaces(
  { client }: Snapshot,
  document: string,
  extraction: number,
  blocks: readonly TextBlock[],
) {
  const pages = new Set(
    blocks.flatMap(({ page }) =>
      page === null ? [] : Array.from({ length: goesOn + 1 }, (_, i) => page + i),
    ),
  );
  const part = (place: number) => place / 10_000;
  return (await readWords(client, document, extraction, [...pages])).flatMap(({ page, words }) =>
    words.map(([start, end, left, top, right, bottom]) => ({
      ...{ start, end, page, left: part(left), top: part(top) },
      ...{ right: part(right), bottom: part(bottom) },
    })),
  );
}

/** What was read of a document, or why it could not be. Errors: HttpProblem where it is not there or not read yet. */
export async function readReceived(
  snapshot: Snapshot,
  vintage: Vintage,
  document: string,
  extraction?: number,
): Promise<{
  readonly media: string;
  readonly text?: DocumentText;
  readonly problem?: { code: string; message: string };
}> {
  const { media } = needUnremoved(await readDocuments(snapshot, { document }, vintage));
  const extracted = await readText(snapshot.client, document, extraction);
  if (extracted) return { media, ...extracted };
  throw new HttpProblem({
    status: 404,
    code: 'no-text-yet',
    title: 'The text of the document has not been read yet',
    detail: 'Send the document again, or attach its evidence: then it is read.',
  });
}

/** Whether no paragraph before goes on here. */
const begins = ({ number, kind }: TextBlock) => number !== null || kind === 'heading';

/** The blocks of a text; of one paragraph, by its number, to its end. */
export function blocksOf({ blocks }: DocumentText, paragraph: number | undefined): readonly TextBlock[] {
  if (paragraph === undefined) return blocks;
  const first = blocks.findIndex(({ number }) => number === paragraph);
  const after = blocks.findIndex((block, i) => i > first && begins(block));
  return first < 0 ? [] : blocks.slice(first, after < 0 ? undefined : after);
}

/**
 * The blocks of the paragraph in which a character stands: where paragraphs have no numbers its own block, with the one before
 * where it is a table, which that may explain. None where it stands in no block.
 */
function blocksAt({ text, blocks }: DocumentText, character: number): readonly TextBlock[] {
  const own = blocks.findIndex(({ start, end }) => start <= character && character < end);
  if (own < 0) return [];
  const first = blocks.findLastIndex((block, i) => i <= own && begins(block));
  if (first >= 0 && blocks[first]!.number !== null) {
    const after = blocks.findIndex((block, i) => i > own && begins(block));
    return blocks.slice(first, after < 0 ? undefined : after);
  }
  const isTable = text.slice(blocks[own]!.start, blocks[own]!.end).includes('\t');
  return blocks.slice(Math.max(isTable ? own - 1 : own, 0), own + 1);
}

/** Errors: HttpProblem for what is no SHA-256. */
export function needSha(document = ''): string {
  if (/^[0-9a-f]{64}$/.test(document)) return document;
  throw unknown();
}

const unknown = () =>
  new HttpProblem({
    status: 404,
    code: 'unknown-document',
    title: 'There is no such document',
    detail: 'GET /v1/documents lists them; each is named by the SHA-256 of its bytes.',
  });

/** Errors: HttpProblem 404 for a document that nobody has received, 410 for one that was removed. */
export function needUnremoved(received: readonly ReceivedDocument[]): ReceivedDocument {
  const first = received[0];
  if (!first) throw unknown();
  if (first.removedReason !== null)
    throw new HttpProblem({
      status: 410,
      code: 'document-removed',
      title: 'The document was removed',
      detail: `${first.document}: ${first.removedReason}`,
    });
  return first;
}
