/** The events that arrived while the page was open, in words; and notices that the page may lack some. */
import type { ArrivalMessage, EventChanges } from '@rapporteur/contract';
import { useAnswer } from '../page/ask.js';
import { figureText, periodText, seriesText } from './figure-words.js';
import { unreadIn, type PageName } from '../page/address.js';
import { clearArrivals, useLive } from '../page/live.js';
import './news.css';
import { roundName } from './round-choice.js';
import { endsOf, today, usePage, type Page } from '../page/page-context.js';

const changesShown = 3;

export function News() {
  const page = usePage();
  const { texts, params } = page;
  const isPast = Boolean(params.asOf ?? params.at);
  const arrivals = useLive((live) => live.arrivals);
  const count = useLive((live) => live.count);
  return (
    <div class="news" hidden={arrivals.length === 0}>
      <div role="log" aria-live="polite" aria-label={texts.news}>
        <ul>
          {isPast && count > 0 && (
            <li>
              {texts.newsInPast(count, params.asOf ? page.day(params.asOf) : texts.position(params.at ?? ''))}{' '}
              <a href={page.link({ asOf: undefined, at: undefined })}>{texts.showNow}</a>
            </li>
          )}
          {!isPast &&
            arrivals.map(({ key, few, count: many }) =>
              few.length === 0 ? (
                <li key={key}>{texts.manyArrived(many)}</li>
              ) : (
                few.map((one) => <OneArrival key={one.event} arrival={one} />)
              ),
            )}
        </ul>
      </div>
      <button type="button" class="quiet" onClick={clearArrivals}>
        {texts.clearNews}
      </button>
    </div>
  );
}

/** "El Salvador corrected 2007: 6 → 8 (Persons prosecuted)", each pair of figures a link to its source. */
function OneArrival({ arrival }: { arrival: ArrivalMessage }) {
  const page = usePage();
  const { texts } = page;
  const path = page.askNow(`/v1/events/${arrival.event}/changes`, { limit: String(changesShown) });
  const { answer } = useAnswer<EventChanges>(path);
  if (!answer) return null;
  const all = answer.counts.revised + answer.counts.added + answer.counts.withdrawn;
  const more = all - answer.items.length;
  const findings = answer.findings.added + answer.findings.withdrawn;
  const rest = [
    more > 0 ? texts.moreFigures(more) : '',
    findings > 0 ? texts.findingsChanged(findings) : '',
    all + findings === 0 && answer.respondent ? texts.changedNothing : '',
  ].filter((part) => part !== '');
  const { receivedOn } = answer;
  const isToday = receivedOn === today();
  return (
    <li>
      <strong>
        {texts.arrived(answer.type, answer.respondent?.name ?? roundName({ id: answer.round }, page))}
      </strong>{' '}
      {answer.items.map((item, i) => (
        <span key={item.id}>
          {i > 0 && texts.separator}
          <a href={page.link({ figure: item.id })}>
            {periodText({ period: item.period, ...endsOf(item.period) }, page)}
            {texts.colon}
            {sayChange(item, page)}
          </a>{' '}
          ({seriesText(item, page)})
        </span>
      ))}
      {rest.length > 0 && `${answer.items.length > 0 ? texts.separator : ''}${rest.join(texts.separator)}`}
      {receivedOn && !isToday && <small> {texts.receivedThen(page.received(receivedOn))}</small>}{' '}
      <small>
        <a href={page.link({ event: String(answer.event) })}>{texts.showEvent(String(answer.event))}</a>
      </small>
    </li>
  );
}

function sayChange({ before, after }: EventChanges['items'][number], page: Page): string {
  const say = (said: typeof before) =>
    said.map((one) => figureText(one, page)).join(' | ') || page.texts.nothing;
  return page.texts.changedTo(say(before), say(after));
}

/** Of so much in an address the page says that it does not read it: the rest is no slip of a person's. */
const unreadTold = 5;
const unreadLength = 60;

/** What the address says that the page does not read; empty where it reads all of it. */
function sayUnread(page: Page): string {
  const unread = unreadIn(location.search);
  const told = unread.slice(0, unreadTold).map((one) => {
    const text = one.length > unreadLength ? `${one.slice(0, unreadLength)}…` : one;
    // Set apart from the direction of the words around it.
    return `\u2068${text}\u2069`;
  });
  return told.join(page.texts.separator) + (unread.length > unreadTold ? '…' : '');
}

/**
 * Notices that the page may not show what is looked for: the address says what it does not read, the stream is lost, or
 * the tables lack events.
 */
export function Notices({ name }: { name: PageName }) {
  const page = usePage();
  const { texts, params } = page;
  const when = params.asOf ? page.day(params.asOf) : params.at && texts.position(params.at);
  // The view of trends says so beside its slider, and the form of a reply is always about today.
  const isPast = when !== undefined && !['trends', 'submit'].includes(name);
  const isLost = useLive(({ connection }) => connection === 'lost');
  const deadLetters = useLive((live) => live.deadLetters);
  const position = useLive((live) => live.position);
  const unread = sayUnread(page);
  return (
    <div class="notices" role="status">
      {unread && <p class="state">{texts.unread(unread)}</p>}
      {isLost && (
        <p class="state">
          {position === undefined ? texts.noLiveYet : texts.liveLost(texts.position(String(position)))}
        </p>
      )}
      {isPast && (
        <p class="state">
          {texts.travel.shownAsOf(when)}{' '}
          <a href={page.link({ asOf: undefined, at: undefined, since: undefined })}>{texts.showNow}</a>
        </p>
      )}
      {deadLetters > 0 && <p class="state">{texts.degraded(deadLetters)}</p>}
    </div>
  );
}
