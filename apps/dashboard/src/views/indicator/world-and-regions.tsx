/** The world and each region: how many of its States report, since when, and how many rise, fall or do neither. */
import type { Indicator, List, Region, Respondent, Series } from '@rapporteur/contract';
import { withoutOwn } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';
import { Citation } from '../../parts/citation.js';
import { directionName, given } from '../../parts/directions.js';
import { StateOf } from '../../parts/state-of.js';
import { chooseCollection, CollectionSelect, type OneCollection } from './one-collection.js';
import { going, regionsOf, type RegionRow } from './regions.js';
import { useAllSeries } from './use-all-series.js';

export function WorldAndRegions({ indicator }: { readonly indicator: Indicator }) {
  const page = usePage();
  const { texts, params } = page;
  const query = { indicator: indicator.code, breakdown: '_T' };
  const asked = useAllSeries(query);
  return (
    <StateOf asked={asked}>
      {({ series, leftOut, position }) => {
        if (series.length === 0) return <p class="state">{texts.ofIndicator.nobody}</p>;
        const choice = chooseCollection(series, params);
        return (
          <>
            <section class="choice" aria-label={texts.compare.parts.regions}>
              <CollectionSelect chosen={choice} />
            </section>
            <Regions {...{ indicator, choice }} />
            {leftOut.length > 0 && <p class="says">{texts.compare.leftOut(page.list(leftOut))}</p>}
            <Citation
              what={[indicator.name, texts.compare.parts.regions, page.collection(choice.collection)].join(
                texts.comma,
              )}
              position={position}
              fixed={{ ...params, collection: choice.collection }}
              data={page.askAt('/v1/trends', position, { ...query, collection: choice.collection })}
            />
          </>
        );
      }}
    </StateOf>
  );
}

interface Props {
  readonly indicator: Indicator;
  readonly choice: OneCollection;
}

function Regions({ indicator, choice: { collection, series } }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.aboutIndicator;
  const regions = useAnswer<List<Region>>(page.askNow('/v1/regions', { limit: '1000' }));
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' })).answer;
  const aggregates = new Set(respondents?.items.flatMap((one) => (one.aggregate ? [one.code] : [])));
  const name = page.collection(collection);
  const heads = [
    words.report,
    words.since,
    ...given.map((one) => directionName(one, texts)),
    words.noDirection,
  ];
  return (
    <StateOf asked={regions}>
      {({ items }) => (
        <section>
          <h3 lang={page.language}>{name}</h3>
          <p class="says">{words.rows}</p>
          <div class="scroll" role="region" tabIndex={0} aria-label={name}>
            <table class="figures regions">
              <caption class="unseen">{name}</caption>
              <thead>
                <tr>
                  <th scope="col">{texts.overview.kinds.region}</th>
                  {heads.map((head) => (
                    <th key={head} scope="col" class="number">
                      {page.capital(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {regionsOf(items, series, aggregates, page.compare).map((row) => (
                  <Row key={row.region.code} {...{ indicator, collection, row }} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </StateOf>
  );
}

interface RowProps {
  readonly indicator: Indicator;
  readonly collection: string;
  readonly row: RegionRow;
}

function Row({ indicator, collection, row }: RowProps) {
  const page = usePage();
  const { texts } = page;
  const { region, depth, of, reported, since } = row;
  const same = { indicator: indicator.code, collection };
  /** A count, as a link to the charts of those who are counted. */
  const count = (those: readonly Series[], text = page.number(those.length)) => {
    if (those.length === 0) return text;
    const respondent = those.map((one) => one.respondent.code).join(',');
    return (
      <a href={page.link({ ...withoutOwn, ...same, page: 'trends', respondent, breakdown: '_T' })}>{text}</a>
    );
  };
  const k = page.number(reported.length);
  return (
    <tr>
      <th scope="row" class={`depth-${depth}`}>
        <a href={page.link({ ...withoutOwn, ...same, part: 'together', respondent: region.code })}>
          <span lang={page.language}>{page.capital(region.name)}</span>
        </a>
      </th>
      <td class="number">
        <bdi>{count(reported, texts.aboutIndicator.ofReporting(k, page.number(of)))}</bdi>
      </td>
      <td class="number">{since ?? texts.noFigure}</td>
      {given.map((one) => (
        <td key={one} class="number">
          {count(going(row, one))}
        </td>
      ))}
      <td class="number">{count(going(row, 'ranges-decide', 'insufficient-data'))}</td>
    </tr>
  );
}
