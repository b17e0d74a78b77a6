/** The exact intervals of rates: thin upright lines behind their marks. */
import * as Plot from '@observablehq/plot';
import { colourOf } from './facets.js';
import type { Glyph } from './glyphs.js';

/** In: the glyphs of years, and the upper end of the axis, at which an open interval ends. */
export const drawIntervals = (glyphs: readonly Glyph[], top: number) =>
  Plot.link(
    glyphs.filter(({ interval }) => interval !== undefined),
    {
      x1: 'x',
      x2: 'x',
      y1: ({ interval }: Glyph) => interval!.low,
      y2: ({ interval }: Glyph) => Math.min(interval!.high, top),
      stroke: ({ look }: Glyph) => colourOf(look),
      strokeWidth: 1.25,
      strokeOpacity: 0.9,
    },
  );
