/** Where two collections give different figures for the same thing: side by side, never merged, each a link. */
import type { Discrepancy, List } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { Filter, fitsSeen, namesIn, SeenFilter, SeenTick } from '../../parts/checks.js';
import { Citation } from '../../parts/citation.js';
import { figureText, periodText, seriesText } from '../../parts/figure-words.js';
import { endsOf, usePage, type Page } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';
import { useGrowing } from '../../parts/use-growing.js';
import { useSeen } from '../../parts/use-seen.js';

const atMost = 1000;

export function DiscrepanciesView() {
  const page = usePage();
  const { texts, params } = page;
  const query = { respondent: params.about, indicator: params.kind };
  const asked = useAnswer<List<Discrepancy>>(
    page.ask('/v1/discrepancies', { ...query, limit: String(atMost) }),
  );
  return (
    <StateOf asked={asked}>
      {({ items, next, position }) => (
        <>
          {next && <p class="state">{texts.checks.onlyFirst(page.number(items.length))}</p>}
          <Compared items={items} />
          <Citation
            what={texts.pages.discrepancies}
            position={position}
            data={page.ask('/v1/discrepancies', { ...query, at: String(position) })}
          />
        </>
      )}
    </StateOf>
  );
}

/** What is compared, and what is said of it: other figures are to be looked at anew. */
const keyOf = ({ figures }: Discrepancy) =>
  figures.map(({ id, value, qualifier }) => `${id} ${qualifier} ${value}`).join(' | ');

function differenceText(difference: Discrepancy['difference'], page: Page): string {
  const signed = (value: number | null) =>
    value === null ? '…' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${page.number(Math.abs(value))}`;
  if (difference === null) return '';
  if (typeof difference === 'number') return signed(difference);
  return `${signed(difference.low)} – ${signed(difference.high)}`;
}

function Compared({ items }: { items: readonly Discrepancy[] }) {
  const page = usePage();
  const { texts, params, compare } = page;
  const { checks } = texts;
  const { seen, mark } = useSeen('discrepancies');
  const collections = [
    ...new Set(items.flatMap(({ figures }) => figures.map((one) => one.collection))),
  ].sort();
  const fitting = items
    .filter((item) => fitsSeen(params.seen, seen.has(keyOf(item))))
    .sort((a, b) => compare(a.respondent.name, b.respondent.name));
  const shown = fitting.slice(0, useGrowing(items, 60));
  const isFiltered = Boolean(params.about ?? params.kind ?? params.seen);
  if (items.length === 0 && !isFiltered) return <p class="state">{checks.noDiscrepancies}</p>;
  return (
    <>
      <section class="choice" aria-label={texts.choose}>
        <Filter
          label={texts.respondent}
          name="about"
          none={checks.allRespondents}
          options={namesIn(
            items.map(({ respondent }) => respondent),
            compare,
          )}
        />
        <Filter
          label={texts.indicator}
          name="kind"
          none={checks.allIndicators}
          options={namesIn(
            items.map(({ indicator }) => indicator),
            compare,
          )}
        />
        <SeenFilter />
      </section>
      <p class="key">
        <span role="status">{checks.count(page.number(fitting.length), page.number(items.length))}</span>
        {texts.stop}
        {checks.seenNote}
      </p>
      {fitting.length === 0 ? (
        <p class="state">{checks.noneOfChoice}</p>
      ) : (
        <div class="scroll" role="region" tabIndex={0} aria-label={texts.pages.discrepancies}>
          <table class="checks read-down">
            <caption class="unseen">{texts.pages.discrepancies}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.respondent}</th>
                <th scope="col">{checks.what}</th>
                <th scope="col">{texts.period}</th>
                {collections.map((collection) => (
                  <th scope="col" class="number" key={collection}>
                    {collection}
                  </th>
                ))}
                <th scope="col" class="number">
                  {checks.difference}
                </th>
                <th scope="col">{checks.seen}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((item) => (
                <tr key={keyOf(item)}>
                  <th scope="row">{item.respondent.name}</th>
                  <td class="words">{seriesText(item, page)}</td>
                  <td data-name={texts.period}>
                    {periodText({ period: item.period, ...endsOf(item.period) }, page)}
                  </td>
                  {collections.map((collection) => (
                    <td class="number" data-name={collection} key={collection}>
                      {item.figures
                        .filter((one) => one.collection === collection)
                        .map((one, i) => (
                          <span key={`${one.event} ${one.value} ${one.row}`}>
                            {i > 0 && ' | '}
                            <a href={page.link({ figure: one.id })}>{figureText(one, page)}</a>
                          </span>
                        ))}
                    </td>
                  ))}
                  <td class="number" data-name={checks.difference}>
                    {differenceText(item.difference, page)}
                  </td>
                  <td class="tick" data-name={checks.seen}>
                    <SeenTick
                      isSeen={seen.has(keyOf(item))}
                      what={`${item.respondent.name}, ${seriesText(item, page)}, ${item.period}`}
                      onTick={(is) => mark(keyOf(item), is)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
