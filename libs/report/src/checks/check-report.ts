/** Compares the claims of an edited document with the data: at its own vintage, and today. Pure. */
import { hasNumber, type ReplyMark } from '@rapporteur/domain';
import { answerAgain } from '../claims/answer-claim.js';
import type { Context } from '../claims/claim-kind.js';
import type { Facts } from '../facts/facts.js';
import type { ClaimQuery, FigureQuote, Manifest, ManifestClaim } from '../document/manifest.js';
import type { ReadClaim } from '../render/docx/read-docx.js';

/** What has become of a claim in the document. */
export type InDocument = 'unchanged' | 'edited' | 'removed';
/** What the data say of it today. `not-reproduced`: at its own vintage they say something else than it gave. */
export type InData = 'true' | 'revised' | 'not-reproduced';

/** An event that a text of today rests on and that of the vintage did not know. */
export interface RevisingEvent {
  readonly position: number;
  readonly respondent?: string;
  readonly kind?: ReplyMark['kind'];
  readonly receivedOn?: string;
  readonly reference?: string;
  readonly reason?: string;
}

/** A cell of a table that differs: row and column from 0, head included. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

export interface CheckedClaim {
  readonly id: string;
  readonly query: ClaimQuery;
  readonly inDocument: InDocument;
  readonly inData: InData;
  /** What the data said when the document was built. */
  readonly given: string;
  /** What the document says now, at each place where the claim stands. */
  readonly says: readonly string[];
  /** What the data say at the vintage of the document, when asked again. */
  readonly atVintage: string;
  readonly today: string;
  readonly revisedBy: readonly RevisingEvent[];
  /** Of a table: which cells were changed by hand, and which say something else today. */
  readonly editedCells: readonly CellChange[];
  readonly revisedCells: readonly CellChange[];
  /** Its figures that do not agree with their quotes, at the vintage of the document or today. */
  readonly notInQuote: readonly FigureQuote[];
}

/** Whether nobody needs to look at a claim. */
export const isSound = ({ inDocument, inData, notInQuote }: CheckedClaim): boolean =>
  inDocument === 'unchanged' && inData === 'true' && notInQuote.length === 0;

/**
 * In: the manifest, what the document says now, and the facts of its vintage and of today in its language.
 * Out: what can be said of each claim, in the order of the manifest.
 */
export function checkReport(
  { claims: entries }: Manifest,
  found: readonly ReadClaim[],
  then: Context,
  now: Context,
): CheckedClaim[] {
  const says = new Map(found.map(({ id, texts }) => [id, texts]));
  return entries.map((entry) => checkClaim(entry, says.get(entry.id) ?? [], then, now));
}

function checkClaim(
  entry: ManifestClaim,
  says: readonly string[],
  then: Context,
  now: Context,
): CheckedClaim {
  const reproduced = answerAgain(entry, then);
  const today = isOfVintage(entry.query) ? reproduced : answerAgain(entry, now);
  const isReproduced = reproduced.text === entry.text;
  const isRevised = today.text !== reproduced.text;
  const shared = { id: entry.id, query: entry.query, given: entry.text, says };
  const edited = says.filter((text) => text !== entry.text);
  return {
    ...shared,
    inDocument: says.length === 0 ? 'removed' : edited.length > 0 ? 'edited' : 'unchanged',
    inData: !isReproduced ? 'not-reproduced' : isRevised ? 'revised' : 'true',
    atVintage: reproduced.text,
    today: today.text,
    revisedBy: isRevised ? findRevising(reproduced, today, then.facts, now.facts) : [],
    editedCells: entry.grid ? edited.flatMap((text) => compareGrids(entry.text, text)) : [],
    revisedCells: entry.grid && isRevised ? compareGrids(reproduced.text, today.text) : [],
    notInQuote: findNotInQuote([reproduced, today]),
  };
}

/** The figures of answers whose quotes do not say their number: each once, by its event and the words. */
function findNotInQuote(answers: readonly ManifestClaim[]): FigureQuote[] {
  const wrong = answers
    .flatMap(({ quotes = [] }) => quotes)
    .filter(({ value, quote }) => value !== null && !hasNumber(quote, value));
  return [...new Map(wrong.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether a claim is about the vintage itself, and so says nothing that could become outdated. */
export const isOfVintage = ({ kind, ['field']: field }: ClaimQuery): boolean =>
  kind === 'round' && (field === 'asOf' || field === 'position');

/** The cells in which two tables differ; where rows or columns were added or taken away, what is missing is empty. */
function compareGrids(before: string, after: string): CellChange[] {
  const [a, b] = [before, after].map((text) => text.split('\n').map((row) => row.split('\t')));
  return Array.from({ length: Math.max(a!.length, b!.length) }, (_, row) => {
    const [left, right] = [a![row] ?? [], b![row] ?? []];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, column) => ({
      row,
      column,
      from: left[column] ?? '',
      to: right[column] ?? '',
    })).filter(({ from, to }) => from !== to);
  }).flat();
}

/** The events behind what is said today that the vintage did not know: new statements, and what emptied cells. */
function findRevising(before: ManifestClaim, after: ManifestClaim, then: Facts, now: Facts): RevisingEvent[] {
  const known = new Set([...before.events, ...then.marks.map(({ position }) => position)]);
  const cells = new Set([...before.cells, ...after.cells]);
  const positions = new Set(after.events.filter((position) => !known.has(position)));
  const vanished = before.cells.filter((cell) => !after.cells.includes(cell));
  const gone = new Set(vanished.map((cell) => cell.split('~')[1]));
  for (const mark of now.marks)
    if (!known.has(mark.position) && gone.has(mark.respondent)) positions.add(mark.position);
  // An answer on who replied rests on marks only, and a new mark may belong to a respondent that does not count
  // any more.
  if (cells.size === 0 && before.query.kind !== 'round')
    for (const { position } of now.marks) if (!known.has(position)) positions.add(position);
  return [...positions].sort((a, b) => a - b).map((position) => describe(position, now));
}

function describe(position: number, { marks }: Facts): RevisingEvent {
  const mark = marks.find((each) => each.position === position);
  if (!mark) return { position };
  const { respondent, kind, receivedOn, reference, reason } = mark;
  return {
    position,
    respondent,
    kind,
    receivedOn,
    ...(reference === null ? {} : { reference }),
    ...(reason === null ? {} : { reason }),
  };
}
