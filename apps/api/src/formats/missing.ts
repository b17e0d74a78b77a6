/** Tells what an answer lacks: events that could not be applied, and events set aside that concern it. */
import { regionMembers } from '@rapporteur/names';
import { countDeadLetters, findSetAside, type SetAside, type Snapshot } from '@rapporteur/projections';

export interface Missing {
  /** Events up to the position that could not be applied. */
  readonly degraded: number;
  /** The events up to the position that are set aside and concern what was asked for. */
  readonly setAside: readonly SetAside[];
}

/** The parameters of a read that name respondents, collections and rounds. */
export interface ReadSelection {
  readonly respondent?: readonly string[] | undefined;
  readonly collection?: string | readonly string[] | undefined;
  readonly region?: string | undefined;
}

export async function findMissing(
  snapshot: Snapshot,
  position: number,
  query: ReadSelection,
  params: Readonly<Record<string, string>>,
): Promise<Missing> {
  const all = await findSetAside(snapshot, position);
  return {
    degraded: await countDeadLetters(snapshot, position),
    setAside: all.filter((aside) => isTouched(aside, query, params)),
  };
}

const has = (asked: string | readonly string[] | undefined, code: string) =>
  asked === undefined || [asked].flat().includes(code);

/**
 * Whether an event set aside concerns what was asked for. An event about a whole round concerns all its
 * respondents.
 */
function isTouched(
  { collection, round, respondent }: SetAside,
  { respondent: respondents, collection: collections, region }: ReadSelection,
  params: Readonly<Record<string, string>>,
): boolean {
  if (!has(collections, collection)) return false;
  const id = params['id'];
  if (id?.includes('~')) return id.startsWith(`${collection}~${respondent === null ? '' : `${respondent}~`}`);
  const asked = id ?? (params['round'] && `${params['collection']}/${params['round']}`);
  if (asked !== undefined && asked !== `${collection}/${round}`) return false;
  if (respondent === null) return true;
  return has(respondents, respondent) && (region === undefined || regionMembers(region).includes(respondent));
}

const degradedWords = (degraded: number): string =>
  `${degraded} ${degraded === 1 ? 'event' : 'events'} up to this position could not be applied: what they say is missing here`;

const setAsideWords = ({ event, collection, round, respondent, reason }: SetAside): string =>
  `event ${event} (${collection}/${round}${respondent === null ? '' : `, ${respondent}`}) cannot be read and is set aside (${reason}): what it said is missing here`;

/** What is missing in words, for files, which are passed on without their headers. Empty where nothing is missing. */
export const showMissing = ({ degraded, setAside }: Missing): string[] => [
  ...(degraded > 0 ? [degradedWords(degraded)] : []),
  ...setAside.map(setAsideWords),
];

/** What is missing as members of a JSON answer. */
export const toMembers = ({ degraded, setAside }: Missing): Record<string, unknown> => ({
  ...(degraded > 0 ? { degraded } : {}),
  ...(setAside.length > 0
    ? {
        setAside: setAside.map(({ event, collection, round, respondent, reason }) => ({
          event,
          round: `${collection}/${round}`,
          respondent,
          reason,
        })),
      }
    : {}),
});

/** What is missing as headers, which every format of an answer has. */
export const toHeaders = ({ degraded, setAside }: Missing): Record<string, string> => ({
  ...(degraded > 0
    ? {
        'rapporteur-degraded': `${degraded} ${degraded === 1 ? 'event' : 'events'} could not be applied; see /health/ready`,
      }
    : {}),
  ...(setAside.length > 0
    ? { 'rapporteur-set-aside': `events ${setAside.map(({ event }) => event).join(', ')} cannot be read` }
    : {}),
});
