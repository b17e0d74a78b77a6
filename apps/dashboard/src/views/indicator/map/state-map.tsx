/** A map without borders: a tile for each State in its region, with the direction of its series or its latest figure. */
import { useState } from 'preact/hooks';
import type { Indicator, List, Region, Respondent, Series } from '@rapporteur/contract';
import { goTo } from '../../../page/address.js';
import { useAnswer } from '../../../page/ask.js';
import { usePage } from '../../../page/page-context.js';
import { isNarrow as isNarrowNow, Select } from '../../../parts/choices.js';
import { Citation } from '../../../parts/citation.js';
import { StateOf } from '../../../parts/state-of.js';
import { chooseCollection, CollectionSelect } from '../one-collection.js';
import { useAllSeries } from '../use-all-series.js';
import { MapLegend } from './map-legend.js';
import { MapList } from './map-list.js';
import { MapTiles } from './map-tiles.js';
import { contents, layOut } from './tiles.js';
import './map.css';

interface Props {
  readonly indicator: Indicator;
}

export function StateMap({ indicator }: Props) {
  const page = usePage();
  const query = { indicator: indicator.code, breakdown: '_T' };
  const asked = useAllSeries(query);
  const regions = useAnswer<List<Region>>(page.askNow('/v1/regions', { limit: '1000' }));
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' }));
  return (
    <StateOf asked={asked}>
      {({ series, leftOut, position }) => {
        if (series.length === 0) return <p class="state">{page.texts.ofIndicator.nobody}</p>;
        const [all, everybody] = [regions.answer?.items, respondents.answer?.items];
        if (!all || !everybody) return <StateOf asked={regions}>{() => null}</StateOf>;
        return (
          <>
            <OfCollection {...{ indicator, position, query, series }} regions={all} respondents={everybody} />
            {leftOut.length > 0 && <p class="says">{page.texts.compare.leftOut(page.list(leftOut))}</p>}
          </>
        );
      }}
    </StateOf>
  );
}

interface OfCollectionProps extends Props {
  readonly query: Readonly<Record<string, string>>;
  readonly series: readonly Series[];
  readonly position: number;
  readonly regions: readonly Region[];
  readonly respondents: readonly Respondent[];
}

function OfCollection({ indicator, query, position, regions, respondents, ...of }: OfCollectionProps) {
  const page = usePage();
  const { texts, params } = page;
  const chosen = chooseCollection(of.series, params);
  const { collection, series } = chosen;
  const [isNarrow] = useState(isNarrowNow);
  const content = contents.find((one) => one === params.by) ?? 'direction';
  const sorted = [...respondents].sort((a, b) => page.compare(a.name, b.name));
  const { continents, outside } = layOut(regions, sorted, series);
  const tiles = [...continents.flatMap(({ parts }) => parts.flatMap((part) => part.tiles)), ...outside];
  const caption = [indicator.name, page.collection(collection)].join(texts.comma);
  const counts = (
    <>
      <p class="count">{texts.map.reported(page.number(series.length), page.number(tiles.length))}</p>
      <MapLegend {...{ tiles, content }} />
    </>
  );
  return (
    <section class="state-map">
      <section class="choice" aria-label={texts.compare.parts.map}>
        <CollectionSelect chosen={chosen} />
        <Select
          label={texts.map.content}
          value={content}
          options={[
            ['direction', texts.direction],
            ['latest', texts.ofIndicator.latest],
          ]}
          onChange={(by) => goTo(page.link({ by: by === 'direction' ? undefined : by }))}
        />
      </section>
      <h3 lang={page.language}>{caption}</h3>
      {!isNarrow && counts}
      <MapTiles {...{ continents, outside, content, caption }} />
      {isNarrow && counts}
      <p class="says">
        {texts.map.about} {content === 'latest' && texts.map.years} {texts.map.keys}
      </p>
      <MapList {...{ continents, outside }} />
      <Citation
        what={texts.compare.parts.map + texts.colon + caption}
        position={position}
        fixed={{ ...params, collection }}
        data={page.askAt('/v1/trends', position, { ...query, collection, limit: '1000' })}
      />
    </section>
  );
}
