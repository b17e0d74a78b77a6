/** Saves charts as they are shown, as SVG and PNG with their source. */
import { useState } from 'preact/hooks';
import type { Params } from '../page/address.js';
import { toFixedAddress } from '../parts/citation.js';
import type { PictureFormat } from '../parts/share/shared.js';
import type { ChartOptions } from './axes.js';
import { drawChart } from './draw-chart.js';
import { seriesText } from '../parts/figure-words.js';
import { unitText } from './rates.js';
import { isDrawable } from './glyphs.js';
import { missingIn, signsText } from './missing-signs.js';
import { looksIn } from './multiples.js';
import { today, usePage, type Page } from '../page/page-context.js';
import { colourOf, dashOf, letterOf, type Facet } from './facets.js';
import { toPicture, toPng, toSvgText } from './picture.js';
import { saveBlob } from '../page/save-file.js';
import { toSettingsText } from './scale-notes.js';

interface PictureProps {
  readonly facet: Facet;
  readonly options: Omit<ChartOptions, 'width'>;
  readonly what: string;
  readonly position: number;
  /** The view's parameters in full. */
  readonly fixed: Params;
}

/** The width in pixels of a single chart in a picture, and of each of many. */
const widths = { one: 760, many: 300 } as const;

/** Draws the charts of some facets for a file, independent of the window. */
function compose(facets: readonly Facet[], props: Omit<PictureProps, 'facet'>, page: Page) {
  const { texts, params, language } = page;
  const { options, what, position, fixed } = props;
  const drawable = facets.filter(isDrawable);
  const isOne = drawable.length === 1;
  const unitOf = ({ unit }: Facet) => unitText(unit, options.per, page);
  const looks = looksIn(drawable);
  const day = params.asOf ?? today();
  const at = params.at ?? String(position);
  const title = looks.length === 1 ? seriesText(looks[0]!.series, page) : isOne ? '' : texts.pages.trends;
  const names = isOne ? [drawable[0]!.respondent.name, unitOf(drawable[0]!)] : [what];
  return toPicture({
    title: [title, ...names].filter((part) => part !== '').join(' – '),
    tiles: drawable.map((facet) => ({
      title: isOne ? '' : `${facet.respondent.name} (${unitOf(facet)})`,
      chart: drawChart(facet, { ...options, width: isOne ? widths.one : widths.many }, page),
    })),
    legend:
      looks.length === 1
        ? []
        : looks.map(({ look, series }) => ({
            text: `${letterOf(look)}  ${seriesText(series, page)}`,
            colour: colourOf(look),
            dash: dashOf(look),
          })),
    notes: [
      toSettingsText(options, page),
      texts.chartKey.split(texts.stop.trim()).slice(0, 3).join(texts.stop.trim()) + texts.stop.trim(),
      signsText(page, missingIn(drawable.flatMap(({ members }) => members.map(({ series }) => series)))),
      texts.charts.pictureSource(what, page.day(day), at),
      location.origin + toFixedAddress(page, position, fixed),
    ].filter((note) => note !== ''),
    isFromRight: language === 'ar',
  });
}

async function savePicture(name: string, format: PictureFormat, svg: SVGSVGElement): Promise<void> {
  if (format === 'png') return saveBlob(`${name}.png`, await toPng(svg));
  saveBlob(`${name}.svg`, new Blob([toSvgText(svg)], { type: 'image/svg+xml' }));
}

/** The work of a download button, and the message when it fails. */
function useSaving() {
  const { texts } = usePage();
  const [fault, setFault] = useState('');
  const run = (work: () => Promise<void>) => () => {
    setFault('');
    work().catch((error: unknown) => setFault(texts.charts.failed(String((error as Error).message))));
  };
  return { run, fault: <span role="status">{fault}</span> };
}

/** The chart of one facet as a file. */
export function DownloadPicture({ facet, ...props }: PictureProps) {
  const page = usePage();
  const { texts } = page;
  const { run, fault } = useSaving();
  const name = facet.respondent.name + texts.comma + (texts.units[facet.unit] ?? facet.unit);
  const button = (format: PictureFormat) => (
    <button
      type="button"
      class="quiet"
      aria-label={texts.charts.downloadOne(format.toUpperCase(), name)}
      onClick={run(async () => savePicture(facet.key, format, compose([facet], props, page)))}
    >
      {texts.charts.downloadAll(format.toUpperCase())}
    </button>
  );
  return (
    <div class="downloads">
      {button('svg')} {button('png')} {fault}
    </div>
  );
}

/** In: the facets of a view. Out: saves their charts as one picture; undefined where none can be drawn. */
export function useSavePicture(
  name: string,
  facets: readonly Facet[],
  props: Omit<PictureProps, 'facet'>,
): ((format: PictureFormat) => Promise<void>) | undefined {
  const page = usePage();
  if (!facets.some(isDrawable)) return undefined;
  const file = `${name}-${page.params.at ?? props.position}`;
  return async (format) => savePicture(file, format, compose(facets, props, page));
}
