/** Where two collections give different figures for the same thing: side by side, never merged, each a link. */
import type { Discrepancy, List } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { CheckList, type Column } from '../../parts/checks/check-list.js';
import { Filter, namesIn } from '../../parts/filters.js';
import { Citation } from '../../parts/citation.js';
import { differenceText, figureText, periodText, seriesText } from '../../parts/figure-words.js';
import { endsOf, usePage, type Page } from '../../page/page-context.js';
import { StateOf } from '../../parts/state-of.js';

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

/** The key has the figures too, so that an item with changed figures must be looked at again. */
const keyOf = ({ figures }: Discrepancy) =>
  figures.map(({ id, value, qualifier }) => `${id} ${qualifier} ${value}`).join(' | ');

function Compared({ items }: { items: readonly Discrepancy[] }) {
  const page = usePage();
  const { texts, params, compare } = page;
  const { checks } = texts;
  const isFiltered = Boolean(params.about ?? params.kind ?? params.seen);
  if (items.length === 0 && !isFiltered) return <p class="state">{checks.noDiscrepancies}</p>;
  return (
    <CheckList
      view="discrepancies"
      items={items}
      fitting={[...items].sort((a, b) => compare(a.respondent.name, b.respondent.name))}
      keyOf={keyOf}
      nameOf={(item) => [item.respondent.name, seriesText(item, page), item.period].join(page.texts.comma)}
      filters={
        <>
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
        </>
      }
      columns={columnsOf(items, page)}
    />
  );
}

/** The columns: the compared cell, the figures of each collection, and the difference. */
function columnsOf(items: readonly Discrepancy[], page: Page): Column<Discrepancy>[] {
  const { texts } = page;
  const collections = [
    ...new Set(items.flatMap(({ figures }) => figures.map((one) => one.collection))),
  ].sort();
  return [
    { name: texts.checks.what, class: 'words', cell: (item) => seriesText(item, page) },
    {
      name: texts.period,
      isNamed: true,
      cell: ({ period }) => periodText({ period, ...endsOf(period) }, page),
    },
    ...collections.map((collection) => ({
      name: page.collection(collection),
      class: 'number' as const,
      isNamed: true,
      cell: ({ figures }: Discrepancy) =>
        figures
          .filter((one) => one.collection === collection)
          .map((one, i) => (
            <span key={`${one.event} ${one.value} ${one.row}`}>
              {i > 0 && ' | '}
              <a href={page.link({ figure: one.id })}>{figureText(one, page)}</a>
            </span>
          )),
    })),
    {
      name: texts.checks.difference,
      class: 'number',
      isNamed: true,
      cell: ({ difference }) => differenceText(difference, page),
    },
  ];
}
