/** The drawer with the source of a number: its reply, place, qualifier, whole history, and event. */
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { goTo } from '../page/address.js';
import type { EventAnswer, HistoryEntry, Life, Source } from '@rapporteur/contract';
import { useAnswer } from '../page/ask.js';
import { figureText, periodText, seriesText } from './figure-words.js';
import { endsOf, usePage, type Page } from '../page/page-context.js';
import { Facts, type Fact } from './facts.js';
import { Passage } from './evidence/passage.js';
import { Quoted } from './evidence/quoted.js';
import { RatioLine } from './ratio-words.js';
import { roundName } from './round-choice.js';
import { StateOf } from './state-of.js';
import { useRespondents, type NameOf } from '../session/role-words.js';
import './drawer.css';

interface Props {
  /** Identifier of the figure. */
  readonly figure: string | undefined;
  /** The identifier of the figure that `figure` is divided by, for a ratio. */
  readonly over: string | undefined;
  /** Position of the event. */
  readonly event: string | undefined;
}

export function Drawer({ figure, over, event }: Props) {
  const page = usePage();
  const { texts } = page;
  const dialog = useRef<HTMLDialogElement>(null);
  const from = useRef(document.activeElement);
  useEffect(() => {
    dialog.current?.showModal();
    return () =>
      (from.current instanceof HTMLElement || from.current instanceof SVGElement) && from.current.focus();
  }, []);
  const title = over ? texts.charts.court.sameYear : figure ? texts.source : texts.showEvent(event ?? '');
  return (
    <dialog ref={dialog} class="drawer" aria-labelledby="drawer-title" onClose={() => goTo(page.link({}))}>
      <div class="drawer-head">
        <h2 id="drawer-title">{title}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </div>
      {figure && over && <RatioSource figure={figure} over={over} />}
      {figure && !over && <FigureSource id={figure} />}
      {!figure && event && <EventSource position={event} />}
    </dialog>
  );
}

/** A ratio leads to two figures. */
function RatioSource({ figure, over }: { figure: string; over: string }) {
  const { court } = usePage().texts.charts;
  return (
    <>
      <RatioLine figure={figure} over={over} />
      <p>{court.sameYearNote}</p>
      <h3>{court.numerator}</h3>
      <FigureSource id={figure} />
      <h3>{court.denominator}</h3>
      <FigureSource id={over} />
    </>
  );
}

function FigureSource({ id }: { id: string }) {
  const page = usePage();
  const { texts } = page;
  const asked = useAnswer<Life>(page.ask(`/v1/observations/${encodeURIComponent(id)}`));
  return (
    <StateOf asked={asked}>
      {({ current, history }) => (
        <>
          {current.length === 0 && <p>{texts.notCurrent}</p>}
          {current.map((one) => (
            <div key={keyOf(one)}>
              <Facts facts={factsOf(one, page)} />
              {one.evidence && <Passage evidence={one.evidence} />}
            </div>
          ))}
          <h3>{texts.history}</h3>
          <ol class="history">
            {history.map((entry) => (
              <li key={entry.event}>
                <Change entry={entry} />
              </li>
            ))}
          </ol>
          {history.length > 0 && <EventSource position={String((current[0] ?? history.at(-1)!).event)} />}
        </>
      )}
    </StateOf>
  );
}

const sourceFacts = (source: Source, { texts }: Page): Fact[] => [
  [texts.paragraph, source.paragraph],
  [texts.footnote, source.footnote],
  [texts.row, source.row],
  [texts.note, source.note, 'quoted'],
  [texts.asWritten, source.asWritten, 'quoted'],
  [texts.charts.break, source.break && texts.yes],
  ...Object.entries(source.words ?? {}).map(([name, said]): Fact => [
    texts.row + texts.colon + name,
    said,
    'quoted',
  ]),
];

type Current = Life['current'][number];

/** A key for each value of one cell: values differ in place or value. */
const keyOf = (one: Current): string => `${one.paragraph} ${'value' in one ? one.value : ''}`;

/** The facts about a figure or finding: what it says, who says it, and where. */
function factsOf(one: Current, page: Page): Fact[] {
  const { texts } = page;
  const said: Fact[] =
    'indicator' in one
      ? [
          [texts.indicator, seriesText(one, page)],
          [texts.period, periodText({ period: one.period, ...endsOf(one.period) }, page)],
          [texts.value, figureText(one, page)],
          [texts.qualifier, texts.qualifiers[one.qualifier ?? 'exact']],
        ]
      : [[texts.topic, [one.topic.name, one.detail?.name].filter(Boolean).join(texts.comma)]];
  return [
    [texts.respondent, one.respondent.name],
    ...said,
    [texts.reply, roundName({ id: one.round }, page)],
    [texts.receivedOn, page.received(one.receivedOn)],
    ...sourceFacts(one, page),
  ];
}

function Change({ entry }: { entry: HistoryEntry }) {
  const page = usePage();
  const { texts } = page;
  const show = (said: HistoryEntry['before']) =>
    said.map((one) => figureText(one, page)).join(' | ') || texts.nothing;
  return (
    <>
      <strong>{texts.changedTo(show(entry.before), show(entry.after))}</strong>
      <br />
      {texts.receivedOn + texts.colon + page.received(entry.receivedOn) + texts.stop}
      {texts.recorded + texts.colon + page.day(entry.recordedAt.slice(0, 10)) + texts.comma}
      {texts.recordedBy} <Quoted>{entry.recordedBy}</Quoted>
      {texts.stop}
      {peopleOf(entry, entry.reviewer, page).map(([name, who]) => (
        <Fragment key={name}>
          {name + texts.colon}
          <Quoted>{who!}</Quoted>
          {texts.stop}
        </Fragment>
      ))}
      {texts.reason + texts.colon}
      {entry.reason ? <Quoted>{entry.reason}</Quoted> : texts.noReason}
      {texts.stop}
      <a href={page.link({ event: String(entry.event) })}>{texts.showEvent(String(entry.event))}</a>
    </>
  );
}

/** Who coded it from a letter, and who had a second look at it. */
const peopleOf = (
  { coders }: { readonly coders?: readonly string[] | undefined },
  reviewer: string | undefined,
  { texts, list }: Page,
) =>
  [
    [texts.workbench.drafts.codedBy, coders && list(coders), 'quoted'],
    [texts.workbench.drafts.reviewedBy, reviewer, 'quoted'],
  ].filter(([, who]) => who !== undefined) as [string, string, 'quoted'][];

/** `reply/unodc-glotip/2023/SV` as the round that it is of; another stream as it is. */
function roundOf(stream: string, page: Page): string {
  const [kind, collection, round] = stream.split('/');
  return kind === 'reply' ? roundName({ id: `${collection}/${round}` }, page) : stream;
}

/** "El Salvador replied". In: the event, and names of respondents by their codes. */
function whatHappened({ type, stream }: EventAnswer, nameOf: NameOf, page: Page): string {
  const [kind, collection, round, respondent] = stream.split('/');
  const who =
    kind === 'reply' && respondent ? nameOf(respondent) : roundName({ id: `${collection}/${round}` }, page);
  return page.texts.arrived(type, who).replace(/[\s:：.。]+$/, '');
}

function EventSource({ position }: { position: string }) {
  const page = usePage();
  const { texts } = page;
  const asked = useAnswer<EventAnswer>(page.ask(`/v1/events/${position}`));
  const { nameOf } = useRespondents(asked.answer !== undefined);
  return (
    <StateOf asked={asked}>
      {(event) => (
        <>
          <h3>
            {texts.showEvent(String(event.event)) + texts.colon}
            <bdi>{whatHappened(event, nameOf, page)}</bdi>
          </h3>
          <Facts
            facts={[
              [texts.reply, roundOf(event.stream, page)],
              [
                texts.recorded,
                page.instant(event.meta.recordedAt) +
                  texts.comma +
                  `${texts.recordedBy} ${event.meta.recordedBy}`,
              ],
              ...peopleOf(event.meta, event.meta.reviewer?.name, page),
              [texts.onBehalfOf, event.meta.onBehalfOf && nameOf(event.meta.onBehalfOf)],
            ]}
          />
          <details>
            <summary>
              {texts.rawEvent} (<bdi lang="en">{event.type}</bdi>)
            </summary>
            <pre dir="ltr" tabIndex={0}>
              {JSON.stringify(event.data, null, 2)}
            </pre>
          </details>
        </>
      )}
    </StateOf>
  );
}
