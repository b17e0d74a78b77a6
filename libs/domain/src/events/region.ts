/** A region of a page, for what no words of a text are: a stamp, a table that is a picture, a scan that cannot be read. */
import { z } from 'zod';

/** Where a region is on its page, in whole percent of its width and height, from the left and from the top. */
export interface PageRegion {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const part = '(?:100|[1-9]?[0-9])';
const size = '(?:100|[1-9][0-9]?)';
const pattern = new RegExp(`^xywh=percent:(${part}),(${part}),(${size}),(${size})$`);

/**
 * The value of a FragmentSelector (W3C Web Annotation) that conforms to http://www.w3.org/TR/media-frags/, which knows
 * whole numbers alone: `xywh=percent:10,20,30,5`.
 */
export const fragmentSchema = z.string().regex(pattern);

export const toFragment = ({ x, y, width, height }: PageRegion): string =>
  `xywh=percent:${x},${y},${width},${height}`;

/** In: the value of such a selector. Out: its region; undefined where it is none, or not within the page. */
export function parseFragment(fragment: string): PageRegion | undefined {
  const [x, y, width, height] = (pattern.exec(fragment) ?? []).slice(1).map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  const region = { x, y, width, height };
  return isWithinPage(region) ? region : undefined;
}

export const isWithinPage = ({ x, y, width, height }: PageRegion): boolean =>
  x + width <= 100 && y + height <= 100;
