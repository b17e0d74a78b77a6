/** How much an import withdraws of what stands: the summary that is shown, and when it must be accepted by its number. */
import { nameOf } from '@rapporteur/names';
import { UnreadableFile } from '../kinds/unreadable-file.js';

/** Figures of one respondent that an import withdraws. */
export interface WithdrawnOf {
  /** Code and English name of the respondent. */
  readonly respondent: string;
  readonly name: string;
  readonly figures: number;
  /** The years of these figures, and periods that are no year, in order. */
  readonly years: readonly string[];
}

/**
 * What an import withdraws, counted for the whole import before any of it is stored: figures that stand on its day of
 * receipt or later, and do not stand once it is stored.
 */
export interface Withdrawals {
  readonly withdrawn: number;
  /** Figures that stand in the collection before the import. */
  readonly standing: number;
  /** The most figures first. */
  readonly respondents: readonly WithdrawnOf[];
  /** Codes of those of whom no figure is left. */
  readonly vanished: readonly string[];
}

export const noWithdrawals: Withdrawals = { withdrawn: 0, standing: 0, respondents: [], vanished: [] };

/** What is counted of one respondent. */
export interface Counted {
  readonly standing: number;
  /** The periods of the figures withdrawn, one for each figure. */
  readonly periods: readonly string[];
  readonly isGone: boolean;
}

/** An import may withdraw this many figures, and this part of what stands, without being asked about it. */
const unasked = { figures: 100, part: 1 / 20 };

/** How many figures an import may withdraw without being asked. */
export const mostUnasked = (standing: number): number =>
  Math.min(unasked.figures, Math.floor(standing * unasked.part));

/** Whether an import is asked about what it withdraws. */
export const mustBeAccepted = ({ withdrawn, standing }: Withdrawals): boolean =>
  withdrawn > mostUnasked(standing);

/** In: what is counted of each respondent, by code. */
export function toWithdrawals(counted: ReadonlyMap<string, Counted>): Withdrawals {
  const respondents = [...counted]
    .filter(([, { periods }]) => periods.length > 0)
    .map(([respondent, { periods }]) => ({
      respondent,
      name: nameOf(respondent, 'en'),
      figures: periods.length,
      years: [...new Set(periods)].sort(),
    }))
    .sort((a, b) => b.figures - a.figures || (a.respondent < b.respondent ? -1 : 1));
  return {
    withdrawn: respondents.reduce((sum, { figures }) => sum + figures, 0),
    standing: [...counted.values()].reduce((sum, { standing }) => sum + standing, 0),
    respondents,
    vanished: [...counted].flatMap(([respondent, { isGone }]) => (isGone ? respondent : [])).sort(),
  };
}

/**
 * In: what an import withdraws, and the number that its sender accepts, if they name one. A number that is named must be
 * the right one, however small it is: it is what the sender was shown.
 * Errors: UnreadableFile `withdraws-much`, with the summary.
 */
export function needAccepted(summary: Withdrawals, accepted: number | undefined): void {
  const { withdrawn } = summary;
  if (withdrawn === 0 || withdrawn === accepted) return;
  if (accepted === undefined && !mustBeAccepted(summary)) return;
  throw withdrawsMuch(summary, accepted, 'Nothing was stored.');
}

const respondentsOf = (n: number) => (n === 1 ? 'respondent' : 'respondents');

/** How many of the respondents a message names. */
const namesTold = 8;

/** In: the summary, the number that was accepted, and what became of the file so far, as a sentence. */
export function withdrawsMuch(
  summary: Withdrawals,
  accepted: number | undefined,
  stored: string,
): UnreadableFile {
  const { withdrawn, standing, respondents, vanished } = summary;
  const count = (n: number) => n.toLocaleString('en');
  const whom = respondents
    .slice(0, namesTold)
    .map(({ name, figures, years }) => `${name} ${count(figures)} (${showYears(years)})`);
  const more = respondents.length - whom.length;
  const gone = vanished.slice(0, namesTold).map((code) => nameOf(code, 'en'));
  const moreGone = vanished.length - gone.length;
  const sentences = [
    `The file would withdraw ${count(withdrawn)} of the ${count(standing)} ${standing === 1 ? 'figure that stands' : 'figures that stand'}: ${whom.join(', ')}${more > 0 ? ` and ${more} ${respondentsOf(more)} more` : ''}.`,
    gone.length > 0
      ? `It has no figure any more of ${gone.join(', ')}${moreGone > 0 ? ` and ${moreGone} ${respondentsOf(moreGone)} more` : ''}.`
      : '',
    accepted === undefined ? '' : `${count(accepted)} ${accepted === 1 ? 'was' : 'were'} accepted.`,
    stored,
    `If all of these are to go, send the file again with acceptWithdrawals=${withdrawn} (--accept-withdrawals ${withdrawn}); if the file is only a part of the publication, with partial=true (--partial).`,
  ];
  return new UnreadableFile('withdraws-much', sentences.filter(Boolean).join(' '), { ...summary });
}

const showYears = (years: readonly string[]) =>
  years.length > 2 ? `${years[0]} to ${years.at(-1)}` : years.join(', ');
