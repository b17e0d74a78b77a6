/** Gives the statements of a round their passages in a document, and lists those that have none. */
import type { EvidenceAnswer } from '@rapporteur/contract';
import { countInProcess, hasPages, type Media } from '@rapporteur/documents';
import {
  anchorStatements,
  documentStream,
  foldCells,
  isReplyEvent,
  passagesPerEvent,
  readEvent,
  readStreamEvents,
  toMark,
  toStatements,
  UnreadableEvent,
  type Anchored,
  type DocumentEvent,
  type DocumentReceived,
  type DocumentText,
  type DomainEvent,
  type EvidenceAttached,
  type Passage,
  type Statement,
} from '@rapporteur/domain';
import { readRoundReplies, type PositionedEvent } from '@rapporteur/event-store';
import { HttpProblem } from '@rapporteur/http';
import { languages, nameOf } from '@rapporteur/names';
import type pg from 'pg';
import type { RequestFacts } from '../commands/record-command.js';
import type { Recording } from '../commands/recording.js';
import { textOf, withLoaded } from './keep-document.js';
import { findKnown, findNew, reanchorKnown, type KnownPassages } from './known-passages.js';
import { isOnPage, placeStatements, type Placed } from './place-statements.js';
import { needDocument, recordDocumentEvents } from './record-document-events.js';

export interface Attaching {
  readonly document: string;
  readonly collection: string;
  readonly round: string;
  /** Where single statements stand, by the identifiers of their cells; undefined: all are looked for. */
  readonly passages?: readonly Placed[] | undefined;
}

const namesOf = (respondent: string) => languages.map((language) => nameOf(respondent, language));

/** Errors: HttpProblem for a document that is not of the round, or whose text cannot be read; those of pg. */
export async function attachEvidence(
  recording: Recording,
  { document, collection, round, passages: placed }: Attaching,
  facts: Pick<RequestFacts, 'authority' | 'meta'>,
): Promise<EvidenceAnswer> {
  const stored = await recording.read(documentStream(document));
  const receipts = needDocument(document, readStreamEvents(stored) as DocumentEvent[]).filter(
    (one) => one.collection === collection && one.round === round,
  );
  if (receipts.length === 0)
    throw new HttpProblem({
      status: 409,
      code: 'document-of-another-round',
      title: `The document was not received for ${collection}/${round}`,
      detail: 'POST it to that round, or to a reply of it, first: it is stored once all the same.',
    });
  const { media, receivedOn } = receipts[0]!;
  const kept = { pool: recording.pool, document, media: media as Media };
  const statements = await readStatements(recording.pool, collection, round, receipts);
  const { text, anchored, reanchored } = placed
    ? await anchorSaid(kept, statements, placed)
    : await anchorFound(kept, statements, findKnown(readStreamEvents(stored) as DocumentEvent[]));
  const about = { collection, round, document, extraction: text?.extraction ?? null, receivedOn };
  const respondents = receipts.map(({ respondent }) => respondent);
  let attached = 0;
  const recorded = await recordDocumentEvents(
    recording,
    {
      ...{ document, action: 'attach-evidence' },
      target: {
        collection,
        ...(respondents.length === 1 && respondents[0] !== null ? { respondent: respondents[0] } : {}),
      },
      decide(events) {
        needDocument(document, events);
        const news = findNew(anchored, findKnown(events), about.extraction, placed !== undefined);
        attached = news.length;
        return inEvents(news).map((passages) => ({ type: 'EvidenceAttached', data: { ...about, passages } }));
      },
    },
    facts,
  );
  return { ...toAnswer(about, anchored), attached, reanchored, ...recorded };
}

interface Kept {
  readonly pool: pg.Pool;
  readonly document: string;
  readonly media: Media;
}

/** The passages that are found in the text. Errors: HttpProblem where it cannot be read. */
async function anchorFound(kept: Kept, statements: readonly Statement[], known: KnownPassages) {
  const text = await readNeeded(kept);
  return { text, ...reanchorKnown(text, anchorStatements(text, statements, namesOf), known) };
}

/** The passages that somebody has said; for regions alone no text is read. Errors: HttpProblem with all that cannot be. */
async function anchorSaid(kept: Kept, statements: readonly Statement[], placed: readonly Placed[]) {
  const text = placed.every(isOnPage) ? undefined : await readNeeded(kept);
  const pages = placed.some(isOnPage) ? await countPages(kept) : null;
  return { text, anchored: placeStatements({ text, pages }, statements, placed), reanchored: 0 };
}

async function readNeeded({ pool, document, media }: Kept): Promise<DocumentText> {
  const extracted = await textOf(pool, document, media);
  if ('problem' in extracted) throw unreadable('The text', extracted.problem.message);
  return extracted.text;
}

/** How many pages a document has; null where none can be drawn. Errors: HttpProblem. */
async function countPages({ pool, document, media: kind }: Kept): Promise<number | null> {
  if (!hasPages(kind)) return null;
  const counted = await withLoaded(pool, document, (path) => countInProcess({ path, kind }));
  if ('problem' in counted) throw unreadable('The pages', counted.problem.message);
  return counted.pages;
}

const unreadable = (what: string, detail: string) =>
  new HttpProblem({
    status: 422,
    code: 'unreadable-document',
    title: `${what} of the document cannot be read`,
    detail,
  });

/** The statements that count in the replies which a document belongs to. */
async function readStatements(
  pool: pg.Pool,
  collection: string,
  round: string,
  receipts: readonly DocumentReceived[],
): Promise<Statement[]> {
  const isOfRound = receipts.some(({ respondent }) => respondent === null);
  const respondents = new Set(receipts.map(({ respondent }) => respondent));
  const events = (await readRoundReplies(pool, collection, round)).flatMap(tryRead);
  const statements = events.flatMap(({ event, position }) => toStatements(event, position));
  const marks = events.flatMap(({ event, position }) =>
    isReplyEvent(event) ? [toMark(event, position)] : [],
  );
  return [...foldCells(statements, marks).values()]
    .flat()
    .filter(({ respondent }) => isOfRound || respondents.has(respondent));
}

/** An event that nobody can read is in no table either. */
function tryRead(stored: PositionedEvent): { event: DomainEvent; position: number }[] {
  try {
    return [{ event: readEvent(stored), position: stored.position }];
  } catch (error) {
    if (error instanceof UnreadableEvent) return [];
    throw error;
  }
}

const inEvents = (passages: readonly Passage[]): Passage[][] =>
  Array.from({ length: Math.ceil(passages.length / passagesPerEvent) }, (_, i) =>
    passages.slice(i * passagesPerEvent, (i + 1) * passagesPerEvent),
  );

function toAnswer(
  { document, collection, round, extraction }: Omit<EvidenceAttached, 'passages'>,
  anchored: readonly Anchored[],
) {
  const figures = anchored.filter(({ statement }) => statement.kind === 'observation');
  return {
    ...{ document, round: `${collection}/${round}`, extraction },
    statements: anchored.length,
    withParagraph: anchored.filter(({ passage }) => passage).length,
    figures: figures.length,
    exact: figures.filter(({ passage }) => passage?.quote != null).length,
    regions: anchored.filter(({ passage }) => passage?.region != null).length,
    missed: anchored.flatMap(({ statement: { cell, respondent, value, source }, why }) =>
      why === undefined
        ? []
        : [
            {
              id: cell,
              respondent,
              value,
              ...(source.paragraph === undefined ? {} : { paragraph: source.paragraph }),
              why,
            },
          ],
    ),
  };
}
