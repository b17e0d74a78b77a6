/** States in the order of a value, or ranges without an order: value, interval, both drawn, and the figures behind them. */
import type { Indicator } from '@rapporteur/contract';
import { FigureLink } from '../../charts/trend-table.js';
import { intervalText, rateNumber, rateValueText } from '../../charts/rates.js';
import { usePage, type Page } from '../../page/page-context.js';
import { figureText } from '../../parts/figure-words.js';
import { ratioText } from '../../parts/ratio-words.js';
import { Extent } from './extent.js';
import type { Entry } from './rank.js';
import { StateName } from './series-cells.js';

/** What is ranked: the figures, their rates, or their ratios to the figures of another indicator. */
export type Measure = 'number' | 'rate' | Indicator;

interface Props {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly entries: readonly Entry[];
  /** The rank of each entry; absent where they have none. */
  readonly ranks?: readonly number[];
  /** The upper end of the scale. */
  readonly end: number;
  /** What is ranked, in words. */
  readonly title: string;
  readonly caption: string;
}

function valueText(measure: Measure, { value, figure }: Entry, page: Page): string {
  if (measure === 'number') return figureText(figure, page);
  return measure === 'rate' ? rateValueText({ rate: value }, page) : ratioText({ value }, page);
}

/** The names of the columns behind the drawing: of the figures that a rate or ratio is made of. */
const behind = (indicator: Indicator, measure: Measure, page: Page): string[] => {
  if (measure === 'number') return [];
  return [indicator.name, measure === 'rate' ? page.texts.compare.ranking.population : measure.name];
};

export function RankTable({ indicator, measure, entries, ranks, end, title, caption }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.compare.ranking;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table class="figures ranks">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {ranks && (
              <th scope="col" class="number">
                {words.rank}
              </th>
            )}
            <th scope="col">{texts.respondent}</th>
            <th scope="col" class="number">
              {title}
            </th>
            {measure !== 'number' && (
              <th scope="col" class="number">
                {words.interval}
              </th>
            )}
            <th scope="col" class="drawn">
              {words.drawn(rateNumber(end, page))}
            </th>
            {behind(indicator, measure, page).map((head) => (
              <th key={head} scope="col" class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, i) => (
            <Row key={entry.figure.id} {...{ measure, entry, end }} rank={ranks?.[i]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly measure: Measure;
  readonly entry: Entry;
  readonly rank: number | undefined;
  readonly end: number;
}

function Row({ measure, entry, rank, end }: RowProps) {
  const page = usePage();
  const { figure, over, population } = entry;
  return (
    <tr>
      {rank !== undefined && <td class="number">{page.number(rank)}</td>}
      <StateName series={entry} />
      <td class="number">
        <a href={page.link({ figure: figure.id, over: over?.id })}>{valueText(measure, entry, page)}</a>
      </td>
      {measure !== 'number' && <td class="number">{intervalText(entry, page)}</td>}
      <td class="drawn">
        <Extent value={entry.value} interval={entry.interval} end={end} />
      </td>
      {measure !== 'number' && (
        <>
          <td class="number">
            <FigureLink figure={figure} />
          </td>
          <td class="number">
            {over && <a href={page.link({ figure: over.id })}>{figureText(over, page)}</a>}
            {population && page.number(population.value)}
          </td>
        </>
      )}
    </tr>
  );
}
