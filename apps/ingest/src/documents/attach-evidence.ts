/** Gives the statements of a round their passages in a document, and lists those that have none. */
import type { EvidenceAnswer } from '@rapporteur/contract';
import type { Media } from '@rapporteur/documents';
import {
  anchorAt,
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
import { HttpProblem, invalid } from '@rapporteur/http';
import { languages, nameOf } from '@rapporteur/names';
import type pg from 'pg';
import type { RequestFacts } from '../commands/record-command.js';
import type { Recording } from '../commands/recording.js';
import { textOf } from './keep-document.js';
import { findKnown, findNew, reanchorKnown } from './known-passages.js';
import { needDocument, recordDocumentEvents } from './record-document-events.js';

export interface Attaching {
  readonly document: string;
  readonly collection: string;
  readonly round: string;
  /** Where single statements stand, by the identifiers of their cells; undefined: all are looked for. */
  readonly passages?: readonly Placed[] | undefined;
}

export interface Placed {
  readonly id: string;
  readonly start: number;
  readonly end: number;
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
  const extracted = await textOf(recording.pool, document, media as Media);
  if ('problem' in extracted)
    throw new HttpProblem({
      status: 422,
      code: 'unreadable-document',
      title: 'The text of the document cannot be read',
      detail: extracted.problem.message,
    });
  const statements = await readStatements(recording.pool, collection, round, receipts);
  const known = findKnown(readStreamEvents(stored) as DocumentEvent[]);
  const { anchored, reanchored } = placed
    ? { anchored: placeStatements(extracted.text, statements, placed), reanchored: 0 }
    : reanchorKnown(extracted.text, anchorStatements(extracted.text, statements, namesOf), known);
  const about = { collection, round, document, extraction: extracted.text.extraction, receivedOn };
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
        const news = findNew(anchored, findKnown(events), about.extraction);
        attached = news.length;
        return inEvents(news).map((passages) => ({ type: 'EvidenceAttached', data: { ...about, passages } }));
      },
    },
    facts,
  );
  return { ...toAnswer(about, anchored), attached, reanchored, ...recorded };
}

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

/** The statements of single cells at the places that somebody has said. Errors: HttpProblem with each that cannot be. */
function placeStatements(
  text: DocumentText,
  statements: readonly Statement[],
  placed: readonly Placed[],
): Anchored[] {
  const found = placed.map((place, i) => {
    const of = statements.filter(({ cell }) => cell === place.id);
    const anchored = of.map((statement) => ({ statement, passage: anchorAt(text, statement, place) }));
    const problem =
      of.length === 0
        ? {
            pointer: `/passages/${i}/id`,
            code: 'unknown-observation',
            message: `${place.id} does not stand in this round`,
            expected: 'an id of GET /v1/observations or /v1/findings',
          }
        : anchored.some(({ passage }) => !passage)
          ? {
              pointer: `/passages/${i}`,
              code: 'no-such-passage',
              message: 'start and end are not in one paragraph of the text',
              expected: 'places of GET /v1/documents/{document}/text',
            }
          : undefined;
    return { anchored, problem };
  });
  const problems = found.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) throw invalid(problems);
  return found.flatMap(({ anchored }) => anchored);
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
