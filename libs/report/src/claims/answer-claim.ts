/** Answers one claim on the facts of one vintage, and keeps what the manifest has to say of it. */
import { findClaimKind } from './claim-kinds.js';
import type { Basis, BlockAnswer, ClaimKind, Context, TextAnswer } from './claim-kind.js';
import type { ClaimQuery, FigureQuote, FigureRegion, ManifestClaim } from '../document/manifest.js';
import { statementsOn } from '../facts/facts.js';
import { chartText, plainText, tableText } from '../document/plain-text.js';

export interface Answer {
  readonly entry: ManifestClaim;
  readonly answer: TextAnswer | BlockAnswer;
}

/** The text of an answer, as claims are compared by it. */
export function textOf(answer: TextAnswer | BlockAnswer): string {
  if ('inlines' in answer) return plainText(answer.inlines);
  return answer.block.kind === 'table' ? tableText(answer.block) : chartText(answer.block);
}

/** Caption, notes and source of a table or chart. */
const besideOf = ({ block: { caption, notes, source } }: BlockAnswer): string[] =>
  [caption, ...notes, source].map(plainText).filter((text) => text !== '');

/** In: the claim with attributes as its kind takes them. Out: the answer, and its entry in the manifest. Pure. */
export function answerClaim(
  claim: {
    readonly id: string;
    readonly kind: ClaimKind;
    readonly query: ClaimQuery;
    readonly attributes: object;
  },
  context: Context,
): Answer {
  const answer = claim.kind.answer(claim.attributes as never, context);
  return {
    answer,
    entry: {
      id: claim.id,
      query: claim.query,
      ...context.facts.vintage,
      status: answer.status,
      ...(answer.reason ? { reason: answer.reason } : {}),
      text: textOf(answer),
      ...('grid' in answer && answer.grid ? { grid: answer.grid } : {}),
      ...('block' in answer ? { beside: besideOf(answer) } : {}),
      events: answer.events,
      cells: answer.cells,
      ...evidenceOf(answer, context),
    },
  };
}

/** Where in documents the figures of an answer stand, where that is known: the words, or the region of a page. */
function evidenceOf({ cells, events }: Basis, { facts }: Context): Pick<ManifestClaim, 'quotes' | 'regions'> {
  const behind = new Set(events);
  const figures = cells
    .flatMap((cell) => statementsOn(facts, cell))
    .filter(({ kind, position }) => kind === 'observation' && behind.has(position));
  const quotes = figures.flatMap(({ cell, position: event, value, evidence }): FigureQuote[] => {
    if (!evidence || evidence.quote === null) return [];
    const { quote, document, page, paragraph } = evidence;
    return [{ cell, event, value, quote, document, page, paragraph }];
  });
  const regions = figures.flatMap(({ cell, position: event, evidence }): FigureRegion[] => {
    if (!evidence?.region || evidence.page === null) return [];
    const { document, page, region } = evidence;
    return [{ cell, event, document, page, region }];
  });
  return { ...(quotes.length > 0 ? { quotes } : {}), ...(regions.length > 0 ? { regions } : {}) };
}

/**
 * Answers again what a manifest asked, on other facts.
 * Errors: RangeError where this release knows no such claim or attribute.
 */
export function answerAgain(
  { id, query }: Pick<ManifestClaim, 'id' | 'query'>,
  context: Context,
): ManifestClaim {
  const { kind: name, ...attributes } = query;
  const kind = findClaimKind(name);
  const checked = kind?.attributes.safeParse(attributes);
  if (!kind || !checked?.success)
    throw new RangeError(`The claim ${id} asks "${name}" in a way that this release does not know`);
  return answerClaim({ id, kind, query, attributes: checked.data }, context).entry;
}
