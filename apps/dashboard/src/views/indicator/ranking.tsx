/** States ranked by the figures of one year: by number, per 100,000 people, or in relation to another indicator. */
import type { Indicator, Rates, Series, Trends } from '@rapporteur/contract';
import { ratios as kinds } from 'virtual:dimension-names';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import { StateOf } from '../../parts/state-of.js';
import { chooseCollection, CollectionSelect } from './one-collection.js';
import { countYears, figuresOf, rankNumbers, rankRates, rankRatios } from './rank.js';
import { RankedStates } from './ranked-states.js';
import type { Measure } from './rank-table.js';
import { useAllSeries } from './use-all-series.js';

interface Props {
  readonly indicator: Indicator;
  readonly all: readonly Indicator[];
}

const perPeople = '100000';

export function Ranking({ indicator, all }: Props) {
  const page = usePage();
  const asked = useAllSeries({ indicator: indicator.code, breakdown: '_T' });
  return (
    <StateOf asked={asked}>
      {({ series, leftOut }) =>
        series.some(({ years }) => years.length > 0) ? (
          <>
            <OfCollection {...{ indicator, all, series }} />
            {leftOut.length > 0 && <p class="says">{page.texts.compare.leftOut(page.list(leftOut))}</p>}
          </>
        ) : (
          <p class="state">{page.texts.ofIndicator.nobody}</p>
        )
      }
    </StateOf>
  );
}

/** The indicators that the figures can be divided by, each with the code of the ratio. */
const ratiosOf = (indicator: Indicator) =>
  kinds
    .filter(({ numerator }) => numerator === indicator.code)
    .flatMap(({ code, denominators }) => denominators.map((over) => ({ code, over })));

/** One collection and year, chosen in the address or else those with the most figures: two are never mixed. */
function OfCollection({ indicator, all, series }: Props & { readonly series: readonly Series[] }) {
  const page = usePage();
  const { texts, params } = page;
  const words = texts.compare.ranking;
  const choice = chooseCollection(series, params);
  const { collection, series: own } = choice;
  const years = countYears(own);
  const fullest = [...years].sort(([, a], [, b]) => b - a)[0]?.[0];
  const year = years.find(([one]) => String(one) === params.year)?.[0] ?? fullest;
  const others = ratiosOf(indicator).flatMap(({ code, over }, _, { length }) => {
    const other = all.find((one) => one.code === over);
    const name = texts.charts.court.ratios[code] ?? code;
    return other ? [{ other, name: length > 1 ? words.ratio(name, other.name) : name }] : [];
  });
  const over = others.find(({ other }) => other.code === params.by);
  const measure: Measure = over?.other ?? (params.by === 'rate' ? 'rate' : 'number');
  return (
    <>
      <section class="choice" aria-label={texts.compare.parts.ranking}>
        <CollectionSelect chosen={choice} resets={{ year: undefined }} />
        <Select
          label={words.by}
          value={typeof measure === 'object' ? measure.code : measure}
          options={[
            ['number', texts.charts.rates.number],
            ['rate', texts.charts.rates.per(page.number(Number(perPeople)))],
            ...others.map(({ other, name }) => [other.code, name] as const),
          ]}
          onChange={(by) => goTo(page.link({ by: by === 'number' ? undefined : by }))}
        />
        <Select
          label={words.year}
          value={String(year)}
          options={years.map(([one, n]) => [String(one), words.ofYear(one, page.number(n))] as const)}
          onChange={(one) => goTo(page.link({ year: one }))}
        />
      </section>
      {year === undefined ? (
        <p class="state">{texts.nothingMatches}</p>
      ) : (
        <OfYear
          key={`${collection} ${year} ${params.by}`}
          {...{ indicator, measure, collection, year, series: own }}
          title={over?.name}
        />
      )}
    </>
  );
}

interface YearProps {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly collection: string;
  readonly year: number;
  /** Of the collection. */
  readonly series: readonly Series[];
  /** The name of the ratio. */
  readonly title: string | undefined;
}

function OfYear({ indicator, measure, collection, year, series, title }: YearProps) {
  const page = usePage();
  const { rates } = page.texts.charts;
  const over = typeof measure === 'object' ? measure : undefined;
  const path = measure === 'rate' ? '/v1/rates' : '/v1/trends';
  const query = {
    indicator: over ? `${indicator.code},${over.code}` : indicator.code,
    ...{ collection, breakdown: '_T', from: String(year), to: String(year) },
    ...(measure === 'rate' ? { per: perPeople } : {}),
    limit: '1000',
  };
  const asked = useAnswer<Partial<Pick<Rates, 'items'> & Pick<Trends, 'ratios'>> & { position: number }>(
    page.ask(path, query),
  );
  const figures = figuresOf(series, year).sort((a, b) => page.compare(a.respondent.name, b.respondent.name));
  return (
    <StateOf asked={asked}>
      {({ items = [], ratios = [], position }) => (
        <RankedStates
          {...{ indicator, measure, collection, year, position }}
          title={
            title ??
            (measure === 'rate' ? rates.unit(indicator.name, page.number(Number(perPeople))) : indicator.name)
          }
          entries={
            measure === 'rate'
              ? rankRates(figures, items, page)
              : over
                ? rankRatios(figures, ratios, { name: over.name, year }, page)
                : rankNumbers(figures, page)
          }
          missing={series.filter(
            (one) => !figures.some(({ respondent }) => respondent.code === one.respondent.code),
          )}
          data={page.askAt(path, position, query)}
        />
      )}
    </StateOf>
  );
}
