/** What came on one day changed in an indicator: each figure before and after, with the source of both. */
import type { Indicator, Revisions, DayOfReceipt, List } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { endsOf, usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import { Citation } from '../../parts/citation.js';
import { breakdownText, figureText, periodText } from '../../parts/figure-words.js';
import { roundName } from '../../parts/round-choice.js';
import { sourceText } from '../../parts/source-text.js';
import { StateOf } from '../../parts/state-of.js';
import { useGrowing } from '../../parts/use-growing.js';

interface Props {
  readonly indicator: Indicator;
}

/** Changes that are listed, and how many rows are added to the page at a time. */
const limit = '200';
const rowsAtATime = 60;

export function Changes({ indicator }: Props) {
  const page = usePage();
  const asked = useAnswer<List<DayOfReceipt>>(page.ask('/v1/vintages'));
  return (
    <StateOf asked={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <p class="state">{page.texts.map.changes.none}</p>
        ) : (
          <OfDay indicator={indicator} days={items.map(({ receivedOn }) => receivedOn).reverse()} />
        )
      }
    </StateOf>
  );
}

/** The day before one (ISO). */
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** In: the days on which anything was received, the latest first. */
function OfDay({ indicator, days }: Props & { readonly days: readonly string[] }) {
  const page = usePage();
  const { params, texts } = page;
  const words = texts.map.changes;
  const day = days.find((one) => one === params.later) ?? days[0]!;
  const query = { indicator: indicator.code, collection: params.collection, from: dayBefore(day), to: day };
  const asked = useAnswer<Revisions>(page.askNow('/v1/revisions', { ...query, at: params.at, limit }));
  const caption = words.on(page.day(day));
  return (
    <>
      <section class="choice" aria-label={texts.compare.parts.changes}>
        <Select
          label={words.day}
          value={day}
          options={days.map((one) => [one, page.day(one)] as const)}
          onChange={(later) => goTo(page.link({ later }))}
        />
      </section>
      <StateOf key={day} asked={asked}>
        {(answer) => {
          const at = params.at ?? String(answer.position);
          return (
            <section>
              <h3>{caption}</h3>
              {answer.items.length === 0 ? (
                <p class="state">{words.nothing(page.day(day))}</p>
              ) : (
                <ChangeTable changes={answer} caption={caption} />
              )}
              <Citation
                what={[indicator.name, caption].join(texts.comma)}
                position={answer.position}
                fixed={{ ...params, later: day }}
                data={page.askNow('/v1/revisions', { ...query, at, limit: '1000' })}
              />
            </section>
          );
        }}
      </StateOf>
    </>
  );
}

function ChangeTable({ changes, caption }: { readonly changes: Revisions; readonly caption: string }) {
  const page = usePage();
  const { texts } = page;
  const { map, travel } = texts;
  const { counts, items, next } = changes;
  const hasBefore = items.some(({ before }) => before.length > 0);
  const shown = items.slice(0, useGrowing(items, rowsAtATime));
  return (
    <>
      <p class="count">
        <strong>
          {travel.counts(
            page.number(counts.revised),
            page.number(counts.added),
            page.number(counts.withdrawn),
          )}
        </strong>
        {texts.stop}
        {next && travel.first(page.number(items.length))}
      </p>
      <p class="says">{map.changes.about}</p>
      <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
        <table class="figures">
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.respondent}</th>
              <th scope="col">{texts.charts.breakdown}</th>
              <th scope="col">{texts.period}</th>
              <th scope="col" class="number">
                {travel.before}
              </th>
              <th scope="col" class="number">
                {travel.after}
              </th>
              <th scope="col">{texts.kind}</th>
              {hasBefore && <th scope="col">{map.changes.sourceBefore}</th>}
              <th scope="col">{map.changes.sourceAfter}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <Row key={item.id} item={item} hasBefore={hasBefore} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type Item = Revisions['items'][number];

function Row({ item, hasBefore }: { readonly item: Item; readonly hasBefore: boolean }) {
  const page = usePage();
  const { texts } = page;
  const { id, kind, respondent, breakdown, period, before, after } = item;
  const value = (said: Item['before']) =>
    said.length === 0 ? (
      page.capital(texts.nothing)
    ) : (
      <a href={page.link({ figure: id })}>{said.map((one) => figureText(one, page)).join(' | ')}</a>
    );
  const sources = (said: Item['before']) =>
    said.map((one) => (
      <div key={`${one.event} ${one.value}`}>
        <a href={page.link({ event: String(one.event) })}>{roundName({ id: one.round }, page)}</a>
        {texts.comma +
          [sourceText(one, texts), page.received(one.receivedOn)].filter(Boolean).join(texts.comma)}
      </div>
    ));
  return (
    <tr>
      <th scope="row" lang={page.language}>
        {respondent.name}
      </th>
      <td>{breakdownText(breakdown, page) || page.capital(texts.breakdownTotal)}</td>
      <td class="period">{periodText({ period, ...endsOf(period) }, page)}</td>
      <td class="number">{value(before)}</td>
      <td class="number">{value(after)}</td>
      <td>{page.capital(texts.checks.differences.kinds[kind])}</td>
      {hasBefore && <td class="words">{sources(before)}</td>}
      <td class="words">{sources(after)}</td>
    </tr>
  );
}
