/** The round of a file: whether it may be imported into it, and what the first file of a publication opens. */
import { askReceipt, type RoundOpened } from '@rapporteur/domain';
import type { ImportedRound } from './import-records.js';
import type { ImportRequest } from './importing.js';
import { UnreadableFile } from '../kinds/unreadable-file.js';

/** Refuses a file that was received before the file which the round already holds. */
export function checkOrder(
  { round, receivedOn, collection }: ImportRequest,
  earlier: readonly ImportedRound[],
): void {
  const same = earlier.find((r) => r.round === round);
  if (same && same.last > receivedOn)
    throw new UnreadableFile(
      'bad-request',
      `${collection}/${round} holds a file received on ${same.last}, after ${receivedOn}. Import the older publication as a round of its own.`,
    );
}

/** Refuses a day of receipt that is unlikely, unless the sender has confirmed it. */
export function checkReceipt(request: ImportRequest, round: RoundOpened): void {
  const question = request.confirmed?.includes('received-before-round')
    ? undefined
    : askReceipt(request, round);
  if (question) throw new UnreadableFile('bad-date', `${question.message}. Expected: ${question.expected}.`);
}

/** The round that the first file opens: complete unless the file is partial. In: collection, round, title and whether the file is partial. */
export const newRound = ({
  collection,
  round,
  title,
  partial,
}: Pick<RoundOpened, 'collection' | 'round' | 'title'> & {
  readonly partial?: boolean | undefined;
}): RoundOpened => ({
  collection,
  round,
  title,
  mandate: null,
  symbol: null,
  noteVerbaleOn: null,
  replyBy: null,
  cutOff: null,
  complete: !partial,
  compiledBy: null,
  asked: null,
  listed: null,
});
