/** A ranking in words and tables: how many reported, who is ranked, whose figure is a range, who has nothing to rank. */
import type { Indicator, Series } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';
import { Citation } from '../../parts/citation.js';
import { endOf, rank, type Entry } from './rank.js';
import { RankTable, type Measure } from './rank-table.js';
import { StateName } from './series-cells.js';
import { FigureLink } from '../../charts/trend-table.js';

interface Props {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly collection: string;
  readonly year: number;
  readonly position: number;
  /** What is ranked, in words. */
  readonly title: string;
  /** What each State has that has a figure of the year, sorted by name. */
  readonly entries: readonly Entry[];
  /** The series that have no figure of the year. */
  readonly missing: readonly Series[];
  /** The address of what is ranked as data. */
  readonly data: string;
}

export function RankedStates(props: Props) {
  const { indicator, measure, collection, year, position, title, entries, missing, data } = props;
  const page = usePage();
  const { texts, number, params } = page;
  const words = texts.compare.ranking;
  const ranked = rank(entries);
  const { places, ranges, without } = ranked;
  const caption = [title, page.collection(collection), String(year)].join(texts.comma);
  const shared = { indicator, measure, title, end: endOf(ranked) };
  return (
    <section class="ranking">
      <h3>{caption}</h3>
      <p class="count">
        <strong>
          {words.reported(number(entries.length), number(entries.length + missing.length), year)}
        </strong>{' '}
        {words.counts(number(places.length), number(ranges.length), number(without.length))}
      </p>
      <p class="says">
        {words.caution} {typeof measure === 'object' && texts.charts.court.sameYearNote}
      </p>
      {places.length === 0 && <p class="state">{words.noneRanked}</p>}
      {places.length > 0 && (
        <RankTable
          {...shared}
          caption={caption}
          entries={places.map(({ entry }) => entry)}
          ranks={places.map((place) => place.rank)}
        />
      )}
      {ranges.length > 0 && (
        <details open={places.length === 0}>
          <summary>{words.ranges(ranges.length)}</summary>
          <RankTable {...shared} caption={words.ranges(ranges.length)} entries={ranges} />
        </details>
      )}
      {without.length > 0 && (
        <details>
          <summary>{words.without(without.length)}</summary>
          <Without entries={without} caption={words.without(without.length)} />
        </details>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{words.missing(missing.length, year)}</summary>
          <p lang={page.language}>
            {page.list(missing.map(({ respondent }) => respondent.name).sort(page.compare))}
          </p>
        </details>
      )}
      <Citation
        what={texts.compare.parts.ranking + texts.colon + caption}
        position={position}
        fixed={{ ...params, collection, year: String(year) }}
        data={data}
      />
    </section>
  );
}

/** Who has a figure, but nothing to rank, and why. */
function Without({ entries, caption }: { readonly entries: readonly Entry[]; readonly caption: string }) {
  const { texts } = usePage();
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
      <table class="figures">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.respondent}</th>
            <th scope="col" class="number">
              {texts.value}
            </th>
            <th scope="col">{texts.compare.ranking.why}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.figure.id}>
              <StateName series={entry} />
              <td class="number">
                <FigureLink figure={entry.figure} />
              </td>
              <td class="words">{entry.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
