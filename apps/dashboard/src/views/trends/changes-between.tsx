/** The changes between two days: the day to compare with, and the shown day. */
import type { Revisions } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { figureText, periodText, seriesText } from '../../parts/figure-words.js';
import { endsOf, today, usePage, type Page } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';

const atMost = 200;
/** With more changes than this the list is folded, or it would push the charts out of the first screen. */
const openAtMost = 5;

type Shown = Readonly<Record<string, string | undefined>>;

/**
 * In: the query of the shown figures. The days come from the address: from `since` to `asOf`; without `since`
 * from `asOf` to today, folded; without both there is nothing to compare.
 */
export function ChangesBetween({ shown }: { shown: Shown }) {
  const { since, asOf } = usePage().params;
  const [from, to] = since ? [since, asOf ?? today()] : [asOf, today()];
  // The key makes a new element for each pair of days, so that an answer is never shown under the names of
  // other days.
  return <Between key={`${from} ${to}`} shown={shown} from={from} to={to} />;
}

interface Props {
  readonly shown: Shown;
  readonly from: string | undefined;
  readonly to: string;
}

function Between({ shown, from, to }: Props) {
  const page = usePage();
  const { params, texts } = page;
  const { since } = params;
  const query = from && from < to ? { ...shown, from, to, at: params.at } : undefined;
  const asked = useAnswer<Revisions>(
    query && page.askNow('/v1/revisions', { ...query, limit: String(atMost) }),
  );
  if (!query || !from) return null;
  const isShort = asked.answer !== undefined && asked.answer.items.length <= openAtMost;
  const counts = asked.answer && asked.answer.items.length > 0 && countsOf(asked.answer, page);
  return (
    <details class="changes" open={since !== undefined && isShort}>
      <summary>
        {texts.travel.changed(page.day(from), page.day(to))}
        {counts && texts.colon + counts}
      </summary>
      <StateOf asked={asked}>
        {(answer) =>
          answer.items.length === 0 ? (
            <p>{texts.travel.nothing(page.day(from), page.day(to))}</p>
          ) : (
            <>
              <p>
                {answer.next && texts.travel.first(page.number(answer.items.length))}{' '}
                <a
                  href={page.askNow('/v1/revisions', {
                    ...query,
                    limit: '1000',
                    at: String(answer.position),
                  })}
                >
                  {texts.travel.data}
                </a>
              </p>
              <ChangesTable changes={answer} caption={texts.travel.changed(page.day(from), page.day(to))} />
            </>
          )
        }
      </StateOf>
    </details>
  );
}

const countsOf = ({ counts: { revised, added, withdrawn } }: Revisions, { texts, number }: Page) =>
  texts.travel.counts(number(revised), number(added), number(withdrawn));

function ChangesTable({ changes, caption }: { changes: Revisions; caption: string }) {
  const page = usePage();
  const { texts } = page;
  const say = (said: Revisions['items'][number]['before']) =>
    said.map((one) => figureText(one, page)).join(' | ') || texts.nothing;
  const isMixed = new Set(changes.items.map(({ respondent }) => respondent.code)).size > 1;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {isMixed && <th scope="col">{texts.respondent}</th>}
            <th scope="col">{texts.checks.what}</th>
            <th scope="col">{texts.period}</th>
            <th scope="col" class="number">
              {texts.travel.before}
            </th>
            <th scope="col" class="number">
              {texts.travel.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.items.map((item) => (
            <tr key={item.id}>
              {isMixed && <th scope="row">{item.respondent.name}</th>}
              {isMixed ? (
                <td class="words">{seriesText(item, page)}</td>
              ) : (
                <th scope="row">{seriesText(item, page)}</th>
              )}
              <td class="period">{periodText({ period: item.period, ...endsOf(item.period) }, page)}</td>
              <td class="number">{say(item.before)}</td>
              <td class="number">
                <a href={page.link({ asOf: undefined, at: undefined, figure: item.id })}>{say(item.after)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
