/** Charts in Word: pictures with words for those who do not see them. */
import type { Chart } from '../../document/document.js';
import { bidi, caption, footer, type CaptionLabels } from './captions.js';
import { element, val } from './elements.js';
import { fullWidth, measure } from './measures.js';
import type { RunContext } from './runs.js';

/** The two pictures of a chart: relations to the vector and to the pixels for programs that draw none. */
export interface Pictures {
  readonly svg: string;
  readonly png: string;
}

const emuPerPixel = 9525;
const uri = {
  picture: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  svg: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}',
  svgNamespace: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
};

function drawing(chart: Chart, pictures: Pictures, id: number, name: string): string {
  // No wider than the text; the pixels of a chart are a 96th of an inch.
  const shrink = Math.min(1, ((fullWidth / 1440) * 96) / chart.width);
  const [cx, cy] = [chart.width, chart.height].map((length) => Math.round(length * shrink * emuPerPixel));
  const blip = element(
    'a:blip',
    { 'r:embed': pictures.png },
    element(
      'a:extLst',
      {},
      element(
        'a:ext',
        { uri: uri.svg },
        element('asvg:svgBlip', { 'xmlns:asvg': uri.svgNamespace, 'r:embed': pictures.svg }),
      ),
    ),
  );
  const picture = element(
    'pic:pic',
    {},
    element(
      'pic:nvPicPr',
      {},
      element('pic:cNvPr', { id, name, descr: chart.alternative }),
      element('pic:cNvPicPr'),
    ),
    element('pic:blipFill', {}, blip, element('a:stretch', {}, '<a:fillRect/>')),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx, cy })),
      element('a:prstGeom', { prst: 'rect' }, '<a:avLst/>'),
    ),
  );
  return element(
    'w:drawing',
    {},
    element(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element('wp:extent', { cx, cy }),
      element('wp:docPr', { id, name, descr: chart.alternative }),
      element('a:graphic', {}, element('a:graphicData', { uri: uri.picture }, picture)),
    ),
  );
}

/** In: a chart with its pictures. Out: caption, picture, source, notes. */
export function chartXml(
  chart: Chart,
  pictures: Pictures,
  labels: CaptionLabels,
  context: RunContext,
): string {
  const left = measure.indent;
  const name = `${labels.chart} ${chart.number}`;
  const picture = element(
    'w:p',
    {},
    element('w:pPr', {}, val('w:pStyle', 'Picture'), bidi(context), element('w:ind', { 'w:left': left })),
    element('w:r', {}, drawing(chart, pictures, chart.number, name)),
  );
  return (
    caption(chart, 'chart', labels.chart, left, context) + picture + footer(chart, labels, left, context)
  );
}
