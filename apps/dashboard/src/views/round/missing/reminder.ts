/** Who has not replied to a round: their list, and the draft of a reminder to them. */
import type { RoundRespondent, WholeRound } from '@rapporteur/contract';
import { locales } from '../../../page/locales.js';
import type { PageLanguage } from '../../../page/address.js';
import type { Texts } from '../../../page/texts/en/en.js';

/** Those who were asked or are listed and of whom no reply stands: none came, or it was withdrawn. */
export const missingOf = ({ respondents }: Pick<WholeRound, 'respondents'>): RoundRespondent[] =>
  respondents.filter(({ status }) => status !== 'standing');

/** Whether the round says whom it expects: without a list nobody is known to be missing. */
export const isExpecting = ({ counts }: Pick<WholeRound, 'counts'>): boolean =>
  counts.asked !== null || counts.listed !== null;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** In: who is missing. Out: a CSV whose columns are those of the file of the round. */
export function toMissingCsv(missing: readonly RoundRespondent[]): string {
  const say = (is: boolean | null) => (is === null ? '' : String(is));
  const rows = missing.map(({ respondent, asked, listed, status }) =>
    [respondent.code, quoted(respondent.name), say(asked), say(listed), status].join(','),
  );
  return ['respondent,respondent_name,asked,listed,status', ...rows, ''].join('\r\n');
}

export interface Reminder {
  readonly subject: string;
  readonly body: string;
}

type Called = Pick<WholeRound, 'id' | 'title' | 'symbol' | 'noteVerbaleOn' | 'replyBy'>;

/**
 * The draft of a reminder. In: the round and whom it goes to, with their names in its language; the words of that
 * language; the day it is written on. Out: subject and text; what the round does not say is left out.
 */
export function writeReminder(
  round: Called,
  to: readonly RoundRespondent[],
  { language, texts, day }: { readonly language: PageLanguage; readonly texts: Texts; readonly day: string },
): Reminder {
  const { letter } = texts.missing;
  const days = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  const show = (date: string) =>
    // In Russian the abbreviation of "year" would end in a second full stop.
    days.format(new Date(`${date}T00:00:00Z`)).replace(/г\.$/, 'года');
  const { noteVerbaleOn, replyBy } = round;
  const named = (round.title ?? round.id) + (round.symbol ? ` (${round.symbol})` : '');
  const names = to.map(({ respondent, status }) =>
    status === 'withdrawn' ? `– ${letter.withdrawn(respondent.name)}` : `– ${respondent.name}`,
  );
  const called = noteVerbaleOn ? letter.calledOn(named, show(noteVerbaleOn)) : letter.called(named);
  const body = [
    [called, replyBy && letter.askedBy(show(replyBy))].filter(Boolean).join(letter.space),
    [letter.notReceived(show(day)), ...names].join('\n'),
    letter.whatIsMissing,
    letter.please,
    letter.sender,
  ].join('\n\n');
  return { subject: letter.subject(named), body };
}

/** Mail programs take no longer addresses (characters). */
const addressAtMost = 2000;

/** The address that opens a mail. Where it would be too long, the text is left out, and `isWhole` is false. */
export function toMailAddress({ subject, body }: Reminder): {
  readonly address: string;
  readonly isWhole: boolean;
} {
  const bare = `mailto:?subject=${encodeURIComponent(subject)}`;
  const whole = `${bare}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const isWhole = whole.length <= addressAtMost;
  return { address: isWhole ? whole : bare, isWhole };
}
