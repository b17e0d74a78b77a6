/**
 * Charts as one picture that can be used alone: title, charts, legend, and below them source, position, date,
 * address.
 */

export interface Tile {
  readonly title: string;
  readonly chart: SVGSVGElement;
}

export interface Picture {
  readonly title: string;
  readonly tiles: readonly Tile[];
  /** One line for each series: letter and name. */
  readonly legend: readonly { readonly text: string; readonly colour: string; readonly dash: string }[];
  /** Notes on scale, source, position, day, address. */
  readonly notes: readonly string[];
  readonly isFromRight: boolean;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 16;
const lineHeight = 18;
const font = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';

function add(
  parent: Element,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text = '',
) {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  parent.append(element);
  return element;
}

/** Breaks a text into lines that fit. In scripts without spaces a line may break anywhere. */
function wrap(text: string, width: number, size: number): string[] {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `${size}px ${font}`;
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[\s/&?])|(?<=[\u3000-\u9fff\uff00-\uffef])/u)) {
    if (line !== '' && context.measureText(line + piece).width > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()].filter((one) => one !== '');
}

/** Writes lines of text, beginning at a height. Out: the height below them. */
function write(svg: Element, lines: readonly string[], top: number, size: number, more: object = {}): number {
  lines.forEach((line, i) => {
    add(svg, 'text', { x: margin, y: top + size + i * lineHeight, 'font-size': size, ...more }, line);
  });
  return top + lines.length * lineHeight + 4;
}

/** Puts a chart into the picture in its own size, without its links, which would not work in a file. */
function place(svg: Element, { title, chart }: Tile, x: number, top: number, height: number): void {
  add(svg, 'text', { x, y: top + 13, 'font-size': 13, 'font-weight': 600 }, title);
  const copy = chart.cloneNode(true) as SVGSVGElement;
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const [name, value] of Object.entries({ x, y: top + 20, overflow: 'visible' }))
    copy.setAttribute(name, String(value));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('class');
  copy.removeAttribute('role');
  copy.setAttribute('fill', 'currentColor');
  copy.setAttribute('text-anchor', 'middle');
  svg.append(copy);
}

/** In: a picture. Out: a new SVG element, sized in pixels, which still uses the variables of the style sheet. */
export function toPicture({ title, tiles, legend, notes, isFromRight }: Picture): SVGSVGElement {
  const sizes = tiles.map(({ chart }) => ({
    width: Number(chart.getAttribute('width')),
    height: Number(chart.getAttribute('height')),
  }));
  const [tileWidth, tileHeight] = [
    Math.max(...sizes.map((size) => size.width)),
    Math.max(...sizes.map((size) => size.height)) + 34,
  ];
  const columns = Math.min(tiles.length, Math.max(1, Math.floor(1300 / tileWidth)));
  const width = Math.max(640, columns * (tileWidth + margin)) + margin;
  const svg = document.createElementNS(namespace, 'svg');
  const direction = isFromRight ? { direction: 'ltr' } : {};
  let top = write(svg, wrap(title, width - 2 * margin, 18), margin, 18, { 'font-weight': 700, ...direction });
  for (const { text, colour, dash } of legend) {
    const y = top + 8;
    add(svg, 'line', {
      x1: margin,
      x2: margin + 26,
      y1: y,
      y2: y,
      stroke: colour,
      'stroke-width': 2,
      'stroke-dasharray': dash,
    });
    add(svg, 'text', { x: margin + 34, y: y + 5, 'font-size': 13 }, text);
    top += lineHeight;
  }
  top += margin / 2;
  tiles.forEach((tile, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    place(svg, tile, margin + column * (tileWidth + margin), top + row * tileHeight, sizes[i]!.height);
  });
  top += Math.ceil(tiles.length / columns) * tileHeight + margin / 2;
  for (const note of notes) top = write(svg, wrap(note, width - 2 * margin, 12), top, 12, direction);
  const height = top + margin;
  for (const [name, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': font,
  }))
    svg.setAttribute(name, String(value));
  const paper = document.createElementNS(namespace, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: 'var(--ground)' }))
    paper.setAttribute(name, String(value));
  svg.prepend(paper);
  svg.setAttribute('color', 'var(--ink)');
  svg.setAttribute('fill', 'currentColor');
  return svg;
}

/** The text of an SVG file, with the style sheet's variables replaced by its colours for paper. */
export function toSvgText(svg: SVGSVGElement): string {
  const paper = document.createElement('div');
  paper.className = 'paper';
  document.body.append(paper);
  const style = getComputedStyle(paper);
  const colourOf = (name: string) => {
    const value = style.getPropertyValue(name).trim();
    return /^light-dark\((.*?),/.exec(value)?.[1] ?? value;
  };
  const text = new XMLSerializer()
    .serializeToString(svg)
    .replace(/var\((--[\w-]+)\)/g, (whole, name: string) => colourOf(name) || whole);
  paper.remove();
  return text;
}

/** The picture as PNG, at twice its size in pixels. Errors: the browser cannot draw it. */
export async function toPng(svg: SVGSVGElement): Promise<Blob> {
  const text = toSvgText(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  // A browser limits the size of a canvas, so very tall pictures have a lower resolution.
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const density = Math.min(2, 16_000 / height);
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no PNG was made'))), 'image/png'),
  );
}
