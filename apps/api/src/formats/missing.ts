/** What an answer lacks: events that could not be applied, and those that nobody can read and that it would touch. */
import { regionMembers } from '@rapporteur/names';
import { countDeadLetters, findSetAside, type SetAside, type Snapshot } from '@rapporteur/projections';

export interface Missing {
  /** Events up to the position that could not be applied. */
  readonly degraded: number;
  /** Events up to the position that are set aside, of what was asked for. */
  readonly setAside: readonly SetAside[];
}

/** What was asked for, by the parameters that name respondents, collections and rounds. */
export interface Asked {
  readonly respondent?: readonly string[] | undefined;
  readonly collection?: string | readonly string[] | undefined;
  readonly region?: string | undefined;
}

export async function findMissing(
  snapshot: Snapshot,
  position: number,
  query: Asked,
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

/** What is about a round as a whole touches all its respondents. */
function isTouched(
  { collection, round, respondent }: SetAside,
  { respondent: respondents, collection: collections, region }: Asked,
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

/** In words, for files that are passed on without their headers; none where nothing is missing. */
export const showMissing = ({ degraded, setAside }: Missing): string[] => [
  ...(degraded > 0 ? [degradedWords(degraded)] : []),
  ...setAside.map(setAsideWords),
];

/** As members of a JSON answer. */
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

/** As headers, which every form of an answer has. */
export const toHeaders = ({ degraded, setAside }: Missing): Record<string, string> => ({
  ...(degraded > 0
    ? { 'rapporteur-degraded': `${degraded} events could not be applied; see /health/ready` }
    : {}),
  ...(setAside.length > 0
    ? { 'rapporteur-set-aside': `events ${setAside.map(({ event }) => event).join(', ')} cannot be read` }
    : {}),
});
