/** Trends: choose, see each facet as chart and table, read its direction, cite and download it. */
import { useMemo, useRef } from 'preact/hooks';
import { askedAs, type Params } from '../../page/address.js';
import type { List, Round, Series, Trends } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { ChartKey } from '../../charts/chart-key.js';
import { ChangesBetween } from './changes-between.js';
import { Citation } from '../../parts/citation.js';
import { useSavePicture } from '../../charts/downloads.js';
import { DrawingChoice } from './drawing-choice.js';
import { topOf, type ChartOptions } from '../../charts/axes.js';
import { Multiples } from '../../charts/multiples.js';
import { isDrawable, toDrawing, yearsIn } from '../../charts/glyphs.js';
import { usePage, type Page } from '../../page/page-context.js';
import { FacetView } from '../../charts/facet-view.js';
import { namedByCollection, toFacets, type Facet } from '../../charts/facets.js';
import { rateOf } from '../../charts/rates.js';
import { usualBase } from '../../charts/scale.js';
import { ScaleNotes } from '../../charts/scale-notes.js';
import { StateOf } from '../../parts/state-of.js';
import { RedrawOn } from '../../parts/redraw-on.js';
import { Options } from './options.js';
import { RateChoice, RateNotes } from './rate-choice.js';
import { TrendChoice } from './trend-choice.js';
import { toSettings, type Settings } from './trend-settings.js';
import { useGrowing } from '../../parts/use-growing.js';
import { ratesPath, useRates, type RatedTrends } from './use-rates.js';
import { VintageSlider } from './vintage-slider.js';
import './trends.css';

/** Series in one answer: the API's limit. */
const seriesAtMost = '1000';
/** With more charts than this the charts are small, and share one table. */
const facetsAtMost = 12;

function trendsPath(page: Page, settings: Settings, position?: number): string {
  const { respondent, indicator, collection, breakdown } = settings;
  const { from, to } = page.params;
  const asked = { respondent, indicator, collection, breakdown, from, to, limit: seriesAtMost };
  return position === undefined ? page.ask('/v1/trends', asked) : page.askAt('/v1/trends', position, asked);
}

export function TrendsView() {
  const page = usePage();
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds'));
  return (
    <StateOf asked={rounds}>
      {({ items }) =>
        items.length === 0 ? <p class="state">{page.texts.empty}</p> : <Collections rounds={items} />
      }
    </StateOf>
  );
}

function Collections({ rounds }: { rounds: readonly Round[] }) {
  const page = usePage();
  const collections = [...new Set(rounds.map(({ collection }) => collection))];
  const settings = useMemo(() => toSettings(page.params, rounds), [page, rounds]);
  const { respondent, indicator, collection } = settings;
  const trends = useAnswer<Trends>(trendsPath(page, settings));
  const rated = useRates(trends, settings);
  const facets = useFacets(rated.answer, settings);
  const layout = settings.layout ?? (facets.length > facetsAtMost ? 'multiples' : 'facets');
  const { usual, options } = useOptions(facets, settings, layout === 'multiples');
  const years = yearsIn(facets);
  return (
    <>
      <TrendChoice settings={settings} hasAnswer={trends.answer !== undefined} />
      <Options collections={collections} settings={settings}>
        <VintageSlider rounds={rounds} collection={collection} />
        <RateChoice per={settings.per} />
        {facets.length > 0 && (
          <DrawingChoice
            settings={settings}
            layout={layout}
            usual={usual}
            years={years ? Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i) : []}
          />
        )}
      </Options>
      <ChangesBetween shown={{ respondent, indicator, collection }} />
      <StateOf asked={rated}>
        {(answer) => <Shown rated={answer} {...{ settings, facets, layout, options }} />}
      </StateOf>
    </>
  );
}

const latestOf = ({ years }: Series): number => {
  const last = years.at(-1);
  const rate = last && rateOf(last)?.rate;
  if (rate !== undefined && rate !== null) return typeof rate === 'number' ? rate : (rate.low ?? -1);
  return last?.value ?? Math.max(-1, ...(last?.values?.map(({ value }) => value ?? -1) ?? []));
};
const isClear = ({ direction }: Series) => direction === 'rising' || direction === 'falling';

/** Sorts facets by name, latest figure or direction; facets that can be drawn come first. */
function sortFacets(facets: readonly Facet[], { order }: Settings, page: Page): Facet[] {
  const keyOf = ({ members }: Facet): number => {
    if (order === 'latest') return -Math.max(...members.map(({ series }) => latestOf(series)));
    return order === 'direction' ? -members.filter(({ series }) => isClear(series)).length : 0;
  };
  const rows = facets.map((facet) => ({ facet, key: keyOf(facet), drawable: isDrawable(facet) }));
  rows.sort(
    (a, b) =>
      a.key - b.key ||
      page.compare(a.facet.respondent.name, b.facet.respondent.name) ||
      Number(b.drawable) - Number(a.drawable),
  );
  return rows.map(({ facet }) => facet);
}

/**
 * The common options of all charts. The object stays the same while its values do, or every chart would be
 * drawn again.
 */
function useOptions(facets: readonly Facet[], settings: Settings, isSmall: boolean) {
  const page = usePage();
  const { scale, isSameAxis, per } = settings;
  const usual = useMemo(
    () => usualBase(facets.flatMap(({ members }) => members.map(({ series }) => series))),
    [facets],
  );
  const base = settings.base ?? usual;
  const text = useMemo(() => {
    const shared: Omit<ChartOptions, 'width'> = { scale, base, per, isSmall, height: isSmall ? 150 : 240 };
    const top = (facet: Facet) => topOf(toDrawing(facet, shared, page));
    return JSON.stringify({
      ...shared,
      ...(isSmall ? { years: yearsIn(facets) } : {}),
      ...(isSameAxis ? { top: facets.reduce((most, facet) => Math.max(most, top(facet)), 0) } : {}),
    });
  }, [facets, scale, base, per, isSmall, isSameAxis, page]);
  return { usual, options: useMemo(() => JSON.parse(text) as Omit<ChartOptions, 'width'>, [text]) };
}

/** Keeps the objects of unchanged facets, so that only changed charts are drawn again. */
function useSteady(facets: readonly Facet[]): readonly Facet[] {
  const before = useRef(new Map<string, { readonly text: string; readonly facet: Facet }>());
  return useMemo(() => {
    const kept = facets.map((facet) => {
      const text = JSON.stringify(facet);
      const known = before.current.get(facet.key);
      return known?.text === text ? known : { text, facet };
    });
    before.current = new Map(kept.map((one) => [one.facet.key, one]));
    return kept.map(({ facet }) => facet);
  }, [facets]);
}

/** The charts of an answer, sorted; none before there is one. */
function useFacets(rated: RatedTrends | undefined, settings: Settings): readonly Facet[] {
  const page = usePage();
  const answer = rated?.trends;
  const sorted = useMemo(
    () => (answer ? sortFacets(toFacets(answer.series), settings, page) : []),
    [answer, settings.order, page.language],
  );
  return useSteady(sorted);
}

interface ShownProps {
  readonly rated: RatedTrends;
  readonly settings: Settings;
  readonly facets: readonly Facet[];
  readonly layout: 'facets' | 'multiples';
  readonly options: Omit<ChartOptions, 'width'>;
}

/** The charts first; below them what is to be known of their scale, and what one needs to cite and download them. */
function Shown({ rated, settings, facets, layout, options }: ShownProps) {
  const answer = rated.trends;
  const page = usePage();
  const { texts } = page;
  const what = settings.collection ? page.collection(settings.collection) : texts.allCollections;
  const cited = { what, position: answer.position, fixed: settings.fixed };
  const name = settings.per === undefined ? 'trends' : 'rates';
  const savePicture = useSavePicture(name, facets, { ...cited, options });
  if (facets.length === 0) return <p class="state">{texts.nothingMatches}</p>;
  const data = (settings.per === undefined ? trendsPath : ratesPath)(page, settings, answer.position);
  return (
    <>
      {answer.next && <p class="state">{texts.charts.truncated(answer.series.length)}</p>}
      {layout === 'multiples' ? (
        <Multiples facets={facets} options={options} />
      ) : (
        <Facets facets={facets} options={options} {...cited} />
      )}
      <ScaleNotes facets={facets} options={options} />
      <RateNotes {...rated} />
      <ChartKey />
      <Citation {...cited} data={data} savePicture={savePicture} />
    </>
  );
}

interface FacetsProps {
  readonly facets: readonly Facet[];
  readonly options: Omit<ChartOptions, 'width'>;
  readonly what: string;
  readonly position: number;
  readonly fixed: Params;
}

function Facets({ facets, ...rest }: FacetsProps) {
  const { params, collection } = usePage();
  const collectionOf = namedByCollection(facets, collection);
  // If only a respondent was added, the list is not shown from its beginning again.
  const isShort = facets.length <= facetsAtMost;
  const shown = useGrowing(facets, 6, askedAs(isShort ? { ...params, respondent: undefined } : params));
  return (
    <>
      {facets.slice(0, shown).map((facet) => (
        <RedrawOn
          key={facet.key}
          values={[facet, rest.options, rest.position, rest.fixed, collectionOf(facet)]}
        >
          {() => <FacetView facet={facet} collection={collectionOf(facet)} {...rest} />}
        </RedrawOn>
      ))}
    </>
  );
}
