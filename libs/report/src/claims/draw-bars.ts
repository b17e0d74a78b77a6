/** Draws bars as a picture of its own: no script, no outside reference, no font but the reader's. */

export interface Bar {
  readonly label: string;
  /** Height that is certain, and the height up to which a censored figure may reach; in the unit of the figures. */
  readonly certain: number;
  readonly admitted: number;
  /** Stands above the bar. */
  readonly figure: string;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly direction: 'ltr' | 'rtl';
}

const margin = { top: 24, right: 12, bottom: 32, left: 56 };
const ink = '#1a1a1a';
const fill = '#1f5fa8';

/** Steps of 1, 2 or 5 times a power of ten, five or six of them, from zero to the top. */
export function ticksTo(most: number): number[] {
  const raw = Math.max(most, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw)!,
  );
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, i) => i * step);
}

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const fixed = (n: number) => String(Math.round(n * 100) / 100);

/** In: bars in the order of time, and the size in CSS pixels. Out: a whole `<svg>`. Numbers alone are drawn, no words. */
export function drawBars(bars: readonly Bar[], { width, height, direction }: Frame): string {
  const ticks = ticksTo(Math.max(...bars.map(({ admitted, certain }) => Math.max(admitted, certain))));
  const top = ticks.at(-1)!;
  const y = (value: number) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const room = (width - margin.left - margin.right) / bars.length;
  const thick = Math.min(60, room * 0.7);
  const every = Math.ceil(bars.length / 12);
  const label = (x: number, at: number, text: string, anchor = 'middle') =>
    `<text x="${fixed(x)}" y="${fixed(at)}" font-size="12" fill="${ink}" text-anchor="${anchor}">${escape(text)}</text>`;
  const grid = ticks.map(
    (tick) =>
      `<line x1="${margin.left}" x2="${width - margin.right}" y1="${fixed(y(tick))}" y2="${fixed(y(tick))}" stroke="${tick === 0 ? ink : '#d0d0d0'}"/>` +
      label(margin.left - 6, y(tick) + 4, String(tick), 'end'),
  );
  const drawn = bars.map(({ label: name, certain, admitted, figure }, i) => {
    const middle = margin.left + room * (i + 0.5);
    const box = (from: number, to: number, paint: string) =>
      to > from
        ? `<rect x="${fixed(middle - thick / 2)}" y="${fixed(y(to))}" width="${fixed(thick)}" height="${fixed(y(from) - y(to))}" ${paint}/>`
        : '';
    return [
      box(0, certain, `fill="${fill}"`),
      box(certain, admitted, `fill="url(#hatch)" stroke="${fill}"`),
      bars.length <= 12 ? label(middle, y(Math.max(certain, admitted)) - 6, figure) : '',
      i % every === 0 ? label(middle, height - margin.bottom + 18, name) : '',
    ].join('');
  });
  const hatch = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" stroke="${fill}"/></pattern></defs>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" direction="${direction}" font-family="sans-serif">${hatch}${grid.join('')}${drawn.join('')}</svg>`;
}
