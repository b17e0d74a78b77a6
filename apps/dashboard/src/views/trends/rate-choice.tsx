/** The switch between numbers and rates, and what is to be known of the rates: population, source, and what has none. */
import { useMemo } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';
import { countNoRates } from '../../charts/rates.js';
import { quoteIn } from '../../parts/evidence/quoted.js';
import { perPeople, type Settings } from './trend-settings.js';
import type { RatedTrends } from './use-rates.js';

export function RateChoice({ per }: Pick<Settings, 'per'>) {
  const page = usePage();
  const words = page.texts.charts.rates;
  const way = (value: number | undefined, name: string) => (
    <a
      href={page.link({ per: value === undefined ? undefined : String(value) })}
      aria-current={per === value ? 'true' : undefined}
    >
      {name}
    </a>
  );
  return (
    <p class="switch" role="group" aria-label={words.shownAs}>
      <span aria-hidden="true">{words.shownAs}</span> {way(undefined, words.number)}{' '}
      {way(perPeople, words.per(page.number(perPeople)))}
    </p>
  );
}

/** Which population the rates rest on, and how many figures have no rate, with why. */
export function RateNotes({ trends, rates }: RatedTrends) {
  const page = usePage();
  const words = page.texts.charts.rates;
  const without = useMemo(() => countNoRates(trends.series, page), [trends, page]);
  if (!rates) return null;
  const { source, licence, round } = rates.populationSource;
  const rounds = new Set(rates.items.flatMap(({ population }) => population?.round ?? []));
  const own = [...rounds].filter((one) => one !== round).sort();
  const none = without.reduce((sum, [, count]) => sum + count, 0);
  return (
    <div class="key">
      <p>
        {(rounds.has(round) || own.length === 0) &&
          quoteIn((name) => words.population(name, licence, round), source)}{' '}
        {own.length > 0 && words.ownPopulation(page.list(own))}
      </p>
      {rates.isCut && <p class="state">{words.incomplete(page.number(rates.items.length))}</p>}
      {none > 0 && (
        <details open={trends.series.length === without.length}>
          <summary>{words.withoutRate(none, page.number(none))}</summary>
          <ul>
            {without.map(([why, count]) => (
              <li key={why}>{words.noneCount(page.number(count), why)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
