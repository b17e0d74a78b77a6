/** An open question in the list of work: what a State has not answered, and in which round. */
import type { Named } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import type { Question } from './use-work.js';

export type QuestionRow = Omit<Question, 'respondent'> & { readonly respondent: Named };

/** In: what is open in rounds, the names of respondents, the collection that is asked for or all. Out: that of it, with names. */
export function toRows<T extends { readonly round: string; readonly respondent: string }>(
  all: readonly T[],
  names: readonly Named[],
  collection: string | undefined,
): (Omit<T, 'respondent'> & { readonly respondent: Named })[] {
  const byCode = new Map(names.map((one) => [one.code, one]));
  return all
    .filter(({ round }) => collection === undefined || round.startsWith(`${collection}/`))
    .map((one) => ({
      ...one,
      respondent: byCode.get(one.respondent) ?? { code: one.respondent, name: one.respondent },
    }));
}

interface Props {
  readonly question: QuestionRow;
}

export function OpenQuestion({ question, themes }: Props & { readonly themes: ReadonlyMap<string, string> }) {
  const { work } = usePage().texts.checks;
  const { theme } = question;
  return <>{theme === null ? work.noReply : work.notAnswered(themes.get(theme) ?? theme)}</>;
}

/** The round that asked, and the reply that leaves the question open. */
export function QuestionPlaces({ question: { round, events } }: Props) {
  const page = usePage();
  const { texts } = page;
  return (
    <>
      <a href={page.link({ page: 'round', round })} lang="">
        {round}
      </a>
      {events.map((event) => (
        <span key={event}>
          {texts.separator}
          <a href={page.link({ event: String(event) })}>{texts.checks.work.reply}</a>
        </span>
      ))}
    </>
  );
}
