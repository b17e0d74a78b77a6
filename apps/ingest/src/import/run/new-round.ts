/** The round that the first file of a publication opens. */
import type { RoundOpened } from '@rapporteur/domain';

/** Complete unless the file is partial. In: collection, round, title and whether the file is partial. */
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
