/** What a tile shows, in words and as a sign. */
import { missing } from 'virtual:dimension-names';
import type { Series } from '@rapporteur/contract';
import { directionName, directions } from '../../../parts/directions.js';
import { directionText, figureText, missingText } from '../../../parts/figure-words.js';
import type { Page } from '../../../page/page-context.js';
import { latestOf, steps, type Content, type Look } from './tiles.js';

/** Signs, so that no look is told from another by its colour alone. */
const signs: Readonly<Record<string, string>> = {
  rising: '▲',
  falling: '▼',
  'no-significant-trend': '▬',
  'ranges-decide': '◇',
  'insufficient-data': '·',
  range: '↔',
  conflicting: '✳',
  'other-periods': '…',
  'no-data': '',
};

const codeIn = (look: Look) => look.replace('missing-', '');

/** The sign of a look; for the step of a figure none, since the figure itself stands there. */
export const signOf = (look: Look): string => signs[look] ?? missing[codeIn(look)]?.sign ?? '';

/** A look as the legend names it. */
export function lookText(look: Look, page: Page): string {
  const { charts, map } = page.texts;
  const direction = directions.find((one) => one === look);
  if (direction) return directionName(direction, page.texts);
  if (look.startsWith('step-')) {
    const at = Number(look.slice('step-'.length));
    const [low, next] = [steps[at]!, steps[at + 1]];
    if (next === undefined) return charts.court.from(page.number(low));
    return next - low === 1
      ? page.number(low)
      : charts.court.between(page.number(low), page.number(next - 1));
  }
  if (look === 'range') return map.range;
  if (look === 'conflicting') return charts.conflicting;
  if (look === 'other-periods') return map.otherPeriods;
  return look === 'no-data' ? map.noData : missingText(codeIn(look), page);
}

/** What stands on a tile: its sign, or the figure. */
export function tileText(series: Series | undefined, look: Look, content: Content, page: Page): string {
  const figure = series && latestOf(series);
  const isNumber = content === 'latest' && figure && !figure.values && figure.value !== null;
  return isNumber ? figureText(figure, page) : signOf(look);
}

/** A tile for a reader who hears it: "Peru: Falling: n = 7, p < 0.001", "Peru: 4 (2021)". */
export function tileName(
  name: string,
  series: Series | undefined,
  look: Look,
  content: Content,
  page: Page,
): string {
  const { colon, inYear, map } = page.texts;
  const figure = series && latestOf(series);
  if (!series) return name + colon + map.noData;
  if (content === 'direction') return name + colon + directionText(series, page);
  return name + colon + (figure ? inYear(figureText(figure, page), figure.year) : lookText(look, page));
}
