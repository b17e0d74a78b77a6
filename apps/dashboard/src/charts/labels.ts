/** The texts in a chart that say which series a line or a bar is, placed so that no two touch. */
import * as Plot from '@observablehq/plot';
import { finiteHigh, isDot, isRange, type ChartOptions } from './axes.js';
import type { Facet } from './facets.js';
import type { Drawing, Glyph } from './glyphs.js';
import { boxOf, placeLabels, type Box, type Wanted } from './place-labels.js';

/** The room around the plot, in pixels: at the end of lines at least this. */
export const marginsOf = (isSmall: boolean) => ({
  marginLeft: isSmall ? 40 : 56,
  marginRight: isSmall ? 14 : 28,
  marginTop: isSmall ? 14 : 22,
  marginBottom: isSmall ? 20 : 28,
});
export const fontSizeOf = (isSmall: boolean): number => (isSmall ? 11 : 12);

interface Setting extends Pick<ChartOptions, 'height' | 'scale' | 'isSmall'> {
  readonly width: number;
  readonly domain: readonly number[];
  /** The first and the last. */
  readonly years: readonly [number, number];
  /** The room right of the plot, as `roomAtEnd` says it. */
  readonly marginRight: number;
}

type ToPixels = (x: number, y: number) => { readonly x: number; readonly y: number };

function pixelsOf(setting: Setting): ToPixels {
  const { width, height, scale, domain, years, isSmall = false, marginRight } = setting;
  const { marginLeft, marginTop, marginBottom } = marginsOf(isSmall);
  const [from = 0, to = 1] = domain;
  const [first, last] = years;
  const part = (value: number) =>
    scale === 'log' ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return (x, y) => ({
    x: marginLeft + ((x - first + 0.6) / (last - first + 1.2)) * (width - marginLeft - marginRight),
    y: height - marginBottom - part(y) * (height - marginTop - marginBottom),
  });
}

/** A wanted text with the values that it stands at. */
interface Label extends Wanted {
  readonly at: readonly [x: number, y: number];
  readonly isBold: boolean;
}

/** Two letters at the end of lines in one place are joined into one text. In pixels: when they are. */
const joinedWithin = 13;

/** The letters at the ends of lines, by which series are told apart without colour. */
function endLetters({ yearly }: Drawing, toPixels: ToPixels): Label[] {
  const last = new Map<number, Glyph>();
  for (const glyph of yearly) if (isDot(glyph)) last.set(glyph.look, glyph);
  const sorted = [...last.values()].sort((a, b) => a.x - b.x || finiteHigh(a) - finiteHigh(b));
  const labels: Label[] = [];
  for (const glyph of sorted) {
    const before = labels.at(-1);
    const place = toPixels(glyph.x, finiteHigh(glyph));
    if (before?.at[0] === glyph.x && before.y - place.y <= joinedWithin)
      labels[labels.length - 1] = { ...before, text: `${before.text} ${glyph.letter}` };
    else
      labels.push({
        ...{ text: glyph.letter, ...place, dx: 10, dy: 0, anchor: 'start', isNeeded: true, isBold: true },
        at: [glyph.x, finiteHigh(glyph)],
      });
  }
  return labels;
}

/** The texts at ranges, the latest first: what they say in a chart of one series, else the letter of the series. */
function rangeTexts({ yearly }: Drawing, toPixels: ToPixels, isAlone: boolean): Label[] {
  const named = new Set(
    isAlone ? yearly.map(({ look }) => look) : yearly.filter(isDot).map(({ look }) => look),
  );
  return yearly
    .filter(isRange)
    .sort((a, b) => b.x - a.x)
    .map((glyph): Label => {
      const isNeeded = !named.has(glyph.look);
      named.add(glyph.look);
      return {
        ...toPixels(glyph.x, finiteHigh(glyph)),
        ...(isAlone
          ? { text: glyph.label, dx: 8, dy: 0, anchor: 'start' }
          : { text: glyph.letter, dx: 0, dy: -7, anchor: 'middle' }),
        ...{ isNeeded, isBold: false, at: [glyph.x, finiteHigh(glyph)] },
      };
    });
}

/** The room of the texts that have a place of their own: totals of several years, and signs for no number. */
function takenRoom({ yearly, spans }: Drawing, setting: Setting, toPixels: ToPixels): Box[] {
  const fontSize = fontSizeOf(setting.isSmall ?? false);
  const bottom = setting.height - marginsOf(setting.isSmall ?? false).marginBottom;
  const middle = ({ x, x2 }: Glyph) => (x + x2) / 2;
  const isMissing = ({ kind }: Glyph) => kind === 'missing';
  const signs = [...yearly, ...spans]
    .filter(isMissing)
    .map((glyph) => ({ text: glyph.sign ?? '', x: toPixels(middle(glyph), 1).x, y: bottom, dx: 0, dy: -8 }));
  const totals = spans
    .filter((glyph) => !isMissing(glyph))
    .map((glyph) => ({
      text: `${glyph.letter} ${glyph.label}`,
      ...toPixels(middle(glyph), glyph.low),
      dx: 0,
      dy: -10,
    }));
  return [
    ...signs.map((sign) => boxOf({ ...sign, anchor: 'middle' }, 16)),
    ...totals.map((total) => boxOf({ ...total, anchor: 'middle' }, fontSize)),
  ];
}

/** The texts at the ends of lines and at ranges, where they would stand. */
function wantedLabels(drawing: Drawing, { members }: Facet, isSmall: boolean, toPixels: ToPixels): Label[] {
  const isAlone = members.length === 1;
  return [
    ...(isAlone ? [] : endLetters(drawing, toPixels)),
    ...(isSmall ? [] : rangeTexts(drawing, toPixels, isAlone)),
  ];
}

/** In: what a chart shows, and how it is drawn. Out: the room right of its plot in which its texts end, in pixels. */
export function roomAtEnd(drawing: Drawing, facet: Facet, asked: Omit<Setting, 'marginRight'>): number {
  const { isSmall = false, width, years } = asked;
  const { marginRight } = marginsOf(isSmall);
  const labels = wantedLabels(drawing, facet, isSmall, pixelsOf({ ...asked, marginRight }));
  const beyond = Math.max(0, ...labels.map((label) => boxOf(label, fontSizeOf(isSmall)).right - width));
  // The plot ends 0.6 of a year after its last one, so that a text at this one moves by less than the margin.
  return Math.min(width / 2, marginRight + beyond / (1 - 0.6 / (years[1] - years[0] + 1.2)));
}

/** In: what a chart shows, and how it is drawn. Out: its texts, as marks. */
export function labelMarks(drawing: Drawing, facet: Facet, setting: Setting) {
  const { height, isSmall = false } = setting;
  const toPixels = pixelsOf(setting);
  const wanted = wantedLabels(drawing, facet, isSmall, toPixels);
  const frame = { top: 0, bottom: height - marginsOf(isSmall).marginBottom };
  const placed = placeLabels(wanted, takenRoom(drawing, setting, toPixels), frame, fontSizeOf(isSmall));
  return placed.map(({ at: [x, y], text, dx, dy, anchor, isBold }) =>
    Plot.text([{ x, y, text }], {
      ...{ x: 'x', y: 'y', text: 'text', dx, dy, textAnchor: anchor },
      ...{ fill: 'currentColor', stroke: 'var(--ground)' },
      ...(isBold ? { fontWeight: 'bold' } : {}),
    }),
  );
}
