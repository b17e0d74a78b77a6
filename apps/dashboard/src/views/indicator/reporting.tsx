/**
 * Who reports an indicator to a collection: a row a series, with its direction, its latest figure, the change, years and breaks.
 * Each heading that has a button sorts the rows; the address keeps the order.
 */
import type { Series } from '@rapporteur/contract';
import { goTo, type SortKey } from '../../page/address.js';
import { usePage, type Page } from '../../page/page-context.js';
import { differenceText, directionText, seriesText } from '../../parts/figure-words.js';
import { Latest, StateName, YearsLink } from './series-cells.js';
import { latestChange, readOrder, sortSeries, writeOrder, type Order } from './sort-series.js';

interface Props {
  readonly collection: string;
  readonly series: readonly Series[];
}

export function Reporting({ collection, series }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.ofIndicator;
  const order = readOrder(page.params.order);
  const sorted = sortSeries(series, order, page.compare);
  const name = page.collection(collection);
  const hasBreaks = series.some(({ years }) => years.some((figure) => figure.break));
  return (
    <section>
      <h3>
        <span lang={page.language}>{name}</span> ({texts.overview.states(series.length)})
      </h3>
      <div class="scroll" role="region" tabIndex={0} aria-label={name}>
        <table class="figures sorted">
          <caption class="unseen">{`${name}${texts.stop}${words.sortedBy}`}</caption>
          <thead>
            <tr>
              <SortHead of="name" name={texts.respondent} order={order} />
              {/* What is asked for first: further columns may be out of view. */}
              <SortHead of="direction" name={texts.direction} order={order} />
              <SortHead of="p" name="p" order={order} />
              <SortHead of="latest" name={words.latest} order={order} />
              <SortHead of="change" name={words.change} order={order} />
              <th scope="col">{words.years}</th>
              {hasBreaks && <th scope="col">{words.breaks}</th>}
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <Row
                key={`${one.respondent.code} ${seriesText(one, page)}`}
                series={one}
                hasBreaks={hasBreaks}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface HeadProps {
  readonly of: SortKey;
  readonly name: string;
  readonly order: Order;
}

/** A heading that sorts: by its column, and by the same the other way round where that is the order already. */
function SortHead({ of, name, order }: HeadProps) {
  const page = usePage();
  const isOrder = order.key === of;
  const next = { key: of, isDown: isOrder && !order.isDown };
  const state = isOrder ? (order.isDown ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" aria-sort={state} class={of === 'name' || of === 'direction' ? undefined : 'number'}>
      <button type="button" onClick={() => goTo(page.link({ order: writeOrder(next) }), 'replace')}>
        {name}
        <span aria-hidden="true">{isOrder ? (order.isDown ? ' ▼' : ' ▲') : ' ↕'}</span>
      </button>
    </th>
  );
}

/** The p of the direction, or the least and the greatest that ranges leave; nothing where there is none. */
function probabilityText({ trend: { p, pLow } }: Series, page: Page): string {
  if (p === null) return '';
  // Without the "p" that the heading has.
  const shown = (value: number) => page.probability(value).replace(/^p (= )?/, '');
  return pLow === null || pLow === p ? shown(p) : `${shown(pLow)}–${shown(p)}`;
}

function Row({ series, hasBreaks }: { readonly series: Series; readonly hasBreaks: boolean }) {
  const page = usePage();
  const none = <span class="unseen">{page.texts.noFigure}</span>;
  return (
    <tr>
      <StateName series={series} />
      <td class="words">{directionText(series, page)}</td>
      <td class="number">{probabilityText(series, page) || none}</td>
      <td class="number">
        <Latest series={series} />
      </td>
      <td class="number">{differenceText(latestChange(series) ?? null, page) || none}</td>
      <td class="years">
        <YearsLink series={series} />
      </td>
      {hasBreaks && (
        <td>{page.list(series.years.flatMap((figure) => (figure.break ? [String(figure.year)] : [])))}</td>
      )}
    </tr>
  );
}
