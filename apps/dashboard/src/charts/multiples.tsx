/**
 * Small multiples: one small chart for each facet with the same years, no more than a window has room for before more are
 * asked for; a legend for all, and one table with the figures of all.
 */
import { useMemo, useState } from 'preact/hooks';
import { askedAs, everything } from '../page/address.js';
import { Chart } from './chart.js';
import type { ChartOptions } from './axes.js';
import { isNarrow as isNarrowNow } from '../parts/choices.js';
import { shownDirection } from '../parts/directions.js';
import { directionText, sayChart } from '../parts/figure-words.js';
import { Legend } from './legend.js';
import { sayRates, unitText } from './rates.js';
import { MissingSigns } from './missing-signs.js';
import { isDrawable } from './glyphs.js';
import { fitsScale } from './scale.js';
import { usePage, type Page } from '../page/page-context.js';
import { letterOf, namedByCollection, type Member, type Facet } from './facets.js';
import { RedrawOn } from '../parts/redraw-on.js';
import { TrendTable } from './trend-table.js';
import { useGrowing } from '../parts/use-growing.js';
import { useFirstOfMore, useScreenful, type Screenful } from './use-screenful.js';

/** The width in pixels at which a small chart is drawn, before it is scaled to the column. */
const smallWidth = 300;

/** A legend of more lines is folded: it would push the first chart out of the first screen. */
const linesAtMost = { wide: 16, narrow: 4 };

/** More letters than these may be broken into two lines. */
const lettersAtMost = 6;

interface Props {
  readonly facets: readonly Facet[];
  readonly options: Omit<ChartOptions, 'width'>;
}

/** One member for each look, in their order. */
export function looksIn(facets: readonly Facet[]): Member[] {
  const looks = new Map<number, Member>();
  for (const { members } of facets) for (const member of members) looks.set(member.look, member);
  return [...looks.values()].sort((a, b) => a.look - b.look);
}

/** How many series rise, fall, do neither, or have no direction. */
function overviewText(facets: readonly Facet[], page: Page): string {
  const words = page.texts.charts;
  const series = facets.flatMap(({ members }) => members.map((member) => member.series));
  const count = (...those: readonly string[]) =>
    series.filter((one) => those.includes(shownDirection(one))).length;
  const respondents = new Set(facets.map(({ respondent }) => respondent.code)).size;
  return [
    words.overview(respondents, series.length) + page.texts.stop,
    words.overviewDirections(
      count('rising'),
      count('falling'),
      count('no-significant-trend'),
      count('ranges-decide', 'insufficient-data'),
    ),
  ].join('');
}

export function Multiples({ facets, options }: Props) {
  const page = usePage();
  const { texts } = page;
  const drawable = useMemo(
    () =>
      facets.filter(
        (facet) =>
          isDrawable(facet) &&
          fitsScale(
            facet.members.map(({ series }) => series),
            options,
          ),
      ),
    [facets, options],
  );
  const members = useMemo(() => facets.flatMap((facet) => facet.members), [facets]);
  const looks = useMemo(() => looksIn(facets), [facets]);
  const screenful = useScreenful(drawable.length);
  const asked = useMemo(() => drawable.slice(0, screenful.shown), [drawable, screenful.shown]);
  // What is asked for last is added to what is there, in parts; in print all are there at once.
  const grown = useGrowing(asked, 12, askedAs(page.params));
  const shown = screenful.isPrinted ? asked.length : grown;
  const { grid, remember } = useFirstOfMore(shown);
  const isOne = looks.length === 1;
  const collectionOf = namedByCollection(facets, page.collection);
  const { per } = options;
  const [isNarrow] = useState(isNarrowNow);
  const overview = per === undefined && <p class="says">{overviewText(facets, page)}</p>;
  return (
    <>
      {!isNarrow && overview}
      <Legend members={looks} isFolded={looks.length > (isNarrow ? linesAtMost.narrow : linesAtMost.wide)} />
      <MissingSigns series={members.map(({ series }) => series)} />
      <div class="multiples" ref={grid}>
        {asked.slice(0, shown).map((facet) => (
          <RedrawOn key={facet.key} values={[facet, options, isOne, collectionOf(facet)]}>
            {() => <Small {...{ facet, options, isOne }} collection={collectionOf(facet)} />}
          </RedrawOn>
        ))}
      </div>
      {isNarrow && overview}
      {shown < asked.length && <p role="status">{texts.charts.drawing(shown, asked.length)}</p>}
      {shown >= asked.length && (
        <>
          <More screenful={screenful} all={drawable.length} onMore={remember} />
          <h2>{texts.charts.table}</h2>
          <TrendTable
            members={members}
            caption={texts.charts.table}
            isMixed={areOfSeveral(members)}
            per={per}
          />
        </>
      )}
    </>
  );
}

interface MoreProps {
  readonly screenful: Screenful;
  /** How many charts there are. */
  readonly all: number;
  readonly onMore: () => void;
}

/** How many charts are shown of how many, and the way to more of them and to all. */
function More({ screenful: { shown, next, showMore }, all, onMore }: MoreProps) {
  const page = usePage();
  const { charts } = page.texts;
  if (next === 0) return null;
  return (
    <p class="more-charts">
      <span>{charts.someShown(page.number(shown), page.number(all))}</span>{' '}
      <button
        type="button"
        onClick={() => {
          onMore();
          showMore();
        }}
      >
        {charts.showMore(next)}
      </button>{' '}
      {shown + next < all && (
        <a href={page.link({ charts: everything })} onClick={onMore}>
          {charts.showAll(all)}
        </a>
      )}
    </p>
  );
}

const areOfSeveral = (members: readonly Member[]) =>
  new Set(members.map(({ series }) => series.respondent.code)).size > 1;

/** No two charts have the same label. */
export const labelOf = (label: string, collection: string | undefined, { texts }: Page): string =>
  collection === undefined ? label : label + texts.comma + collection;

interface SmallProps {
  readonly facet: Facet;
  readonly options: Omit<ChartOptions, 'width'>;
  /** Whether all charts show the same single series, so that no chart needs its name. */
  readonly isOne: boolean;
  /** The name of its collection, where the charts are of several. */
  readonly collection: string | undefined;
}

function Small({ facet, options, isOne, collection }: SmallProps) {
  const page = usePage();
  const { texts } = page;
  const { name } = facet.respondent;
  const { per } = options;
  const unit = unitText(facet.unit, per, page);
  const series = facet.members.map((member) => member.series);
  const letters = facet.members
    .map(({ look }) => letterOf(look))
    .join(facet.members.length > lettersAtMost ? ' ' : '\u00a0');
  return (
    <figure class="small" data-facet={facet.key}>
      <h2 tabIndex={-1}>
        <span lang={page.language}>{name}</span> <small>{isOne ? unit : `${unit} ${letters}`}</small>
        {collection && (
          <small class="of-collection" lang={page.language}>
            {collection}
          </small>
        )}
      </h2>
      <Chart
        facet={facet}
        label={labelOf(texts.chartOf(name, unit), collection, page)}
        options={options}
        width={smallWidth}
      />
      <figcaption>
        <span class="unseen">{per === undefined ? sayChart(series, page) : sayRates(series, per, page)}</span>
        {per === undefined && series.length === 1 && directionText(series[0]!, page)}
      </figcaption>
    </figure>
  );
}
