/** Drawing a region on a page, by keys and by the mouse: in whole percent, never beyond the page. Pure. */
import type { PageRegion } from '@rapporteur/contract';

/** A point on a page, as parts of its width and height: 0 to 1 on the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the first key puts in the middle of the page. */
export const firstRegion: PageRegion = { x: 35, y: 45, width: 30, height: 10 };

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const isArrow = (key: string): boolean => Object.hasOwn(steps, key);

const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** In: a region, an arrow key, and whether it changes the size. Out: the region one percent further, as far as the page goes. */
export function moveByKey({ x, y, width, height }: PageRegion, key: string, isSized: boolean): PageRegion {
  const [across, down] = steps[key] ?? [0, 0];
  return isSized
    ? { x, y, width: within(width + across, 1, 100 - x), height: within(height + down, 1, 100 - y) }
    : { x: within(x + across, 0, 100 - width), y: within(y + down, 0, 100 - height), width, height };
}

/** The least region with two points in it; what lies beyond the page is left out. */
export function regionBetween(a: Point, b: Point): PageRegion {
  const [x, width] = between(a.x, b.x);
  const [y, height] = between(a.y, b.y);
  return { x, y, width, height };
}

function between(a: number, b: number): [number, number] {
  const low = within(Math.floor(Math.min(a, b) * 100), 0, 99);
  return [low, within(Math.ceil(Math.max(a, b) * 100), low + 1, 100) - low];
}

export const isIn = ({ x, y, width, height }: PageRegion, point: Point): boolean =>
  x <= point.x * 100 && point.x * 100 <= x + width && y <= point.y * 100 && point.y * 100 <= y + height;
