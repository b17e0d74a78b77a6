/** A chart as a page that other pages show in a frame: the picture, and a link to where its figures stand. It runs nothing. */
import { escapeXml } from '@rapporteur/sdmx';
import type { Drawn } from './draw-trend.js';

/** The height of the line below the picture, in pixels. */
export const followHeight = 26;

/** The picture takes the width of its frame; where that is too low for it, the height. */
const style = `
body { margin: 0; background: #fff; color: #222; font: 12px/18px system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif; }
svg { display: block; width: 100%; height: auto; max-height: calc(100vh - ${followHeight}px); }
p { margin: 0; padding: 4px 12px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
a { color: #1a5fa8; }
`;

/** The parameters that a chart and the page's view of trends share, in the order that the page gives them. */
export const sharedParameters = [
  'collection',
  'respondent',
  'indicator',
  'breakdown',
  'from',
  'to',
  'asOf',
  'at',
  'lang',
] as const;

/** Where a program that was given the address of the page finds how to put it into another (oEmbed). */
export const oembedOf = (address: string): string =>
  `${new URL(address).origin}/v1/oembed?url=${encodeURIComponent(address)}`;

/** The view of the same figures. In: the address of the chart, with its position. */
function toView(address: string): string {
  const { searchParams } = new URL(address, 'http://localhost');
  const view = new URLSearchParams({ page: 'trends' });
  // What is left open is another thing there than here.
  const defaults = { collection: 'all', breakdown: '_T' } as Readonly<Record<string, string>>;
  for (const name of sharedParameters) {
    const value = searchParams.get(name) ?? defaults[name];
    if (value !== undefined) view.set(name, value);
  }
  return `/?${view}`;
}

/** In: a picture, and the address of the chart with its position. Out: HTML. */
export function toChartPage({ svg, title, language, follow }: Drawn, address: string): string {
  const offer = address.startsWith('/')
    ? ''
    : `<link rel="alternate" type="application/json+oembed" href="${escapeXml(oembedOf(address))}">`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
${offer}<style>${style}</style>
</head>
<body>
<main>
${svg}
<p><a href="${escapeXml(toView(address))}" target="_blank" rel="noopener">${escapeXml(follow)}</a></p>
</main>
</body>
</html>
`;
}
