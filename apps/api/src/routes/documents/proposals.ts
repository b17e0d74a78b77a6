/** GET /v1/documents/{sha256}/proposals: what in a document looks like a figure or a finding, for whoever codes it. */
import { documentProposalsAnswer } from '@rapporteur/contract';
import { makePauses } from '@rapporteur/http';
import { languages } from '@rapporteur/names';
import type { DocumentFinding, DocumentProposal } from '@rapporteur/proposals';
import type { DocumentText } from '@rapporteur/domain';
import { z } from 'zod';
import { commonQuery, wholeNumber } from '../../reading/parameters.js';
import { route } from '../../reading/route.js';
import { blocksOf, needSha, readReceived } from './documents.js';

/** So much of a document is looked at in one request; a letter has some dozens of blocks. */
const atMost = { blocks: 2000, characters: 400_000 };
interface Span {
  readonly start: number;
  readonly end: number;
}

export const documentProposals = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/documents/:document/proposals',
  summary:
    'What in the text of a document looks like a figure or a finding, with the words that say so; none counts until somebody takes it',
  query: z.strictObject({
    paragraph: wholeNumber(0, 9999)
      .optional()
      .describe(
        'Only in the paragraph that has this number; else in the first 2,000 blocks, 400,000 characters at most',
      ),
    language: z
      .enum(languages)
      .optional()
      .describe('In whose words it is looked for, where the text does not tell or tells wrongly'),
    ...commonQuery,
  }),
  answer: documentProposalsAnswer,
  async read({ params, query, snapshot, vintage, position }) {
    // Loaded when first asked for, since the words of six languages take memory.
    const { proposalsVersion } = await import('@rapporteur/proposals');
    const document = needSha(params['document']);
    const { text, problem } = await readReceived(snapshot, vintage, document);
    const asked = text ? blocksOf(text, query.paragraph) : [];
    const language = query.language ?? text?.language ?? null;
    const from = asked[0]?.start ?? 0;
    const read = asked.slice(0, atMost.blocks).filter(({ end }) => end - from <= atMost.characters);
    const found = text ? await proposeOf({ ...text, blocks: read, language }) : { figures: [], findings: [] };
    return {
      body: {
        document,
        rules: proposalsVersion,
        language,
        ...(problem ? { unread: problem } : {}),
        complete: read.length === asked.length,
        items: found.figures.map(({ reasons, ...one }) => show(one, reasons, text!.text)),
        findings: found.findings.map(({ reasons, ...one }) => show(one, reasons, text!.text)),
        position,
      },
    };
  },
});

async function proposeOf(
  document: DocumentText,
): Promise<{ figures: DocumentProposal[]; findings: DocumentFinding[] }> {
  const found = { figures: [] as DocumentProposal[], findings: [] as DocumentFinding[] };
  const { proposeInSteps } = await import('@rapporteur/proposals');
  const pause = makePauses();
  for (const some of proposeInSteps(document)) {
    found.figures.push(...some.figures);
    found.findings.push(...some.findings);
    await pause();
  }
  return found;
}

function show<P extends Span & { readonly score: number }, R extends Span>(
  proposal: P,
  reasons: readonly R[],
  text: string,
) {
  const wordsAt = ({ start, end }: Span) => text.slice(start, end);
  return {
    ...proposal,
    quote: wordsAt(proposal),
    score: Math.round(proposal.score * 100) / 100,
    reasons: reasons.map((reason) => ({ ...reason, text: wordsAt(reason) })),
  };
}
