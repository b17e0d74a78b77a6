/** Changes XML so that it stays XML: elements are taken out, doubled, moved and renamed, attributes and texts are odd. */
import type { Random } from './random.js';

type Pieces = string[];

const split = (xml: string): Pieces => xml.match(/<[^>]*>|[^<]+/g) ?? [];
const isOpen = (piece: string) => /^<[^/!?]/.test(piece) && !piece.endsWith('/>');
const isClose = (piece: string) => piece.startsWith('</');
const isTag = (piece: string) => /^<[^/!?]/.test(piece);

/** The element that begins at a piece: from there to before where it ends. */
function elementAt(pieces: Pieces, start: number): [start: number, end: number] {
  let depth = 0;
  for (let at = start; at < pieces.length; at += 1) {
    if (isOpen(pieces[at]!)) depth += 1;
    else if (isClose(pieces[at]!)) depth -= 1;
    if (depth <= 0) return [start, at + 1];
  }
  return [start, pieces.length];
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What is put into a tag: an attribute of another value, one more, or one less. */
function mutateTag(tag: string, random: Random, values: readonly string[]): string {
  const attributes = [...tag.matchAll(/\s([\w:]+)="([^"]*)"/g)];
  const value = escape(random.of(values));
  if (attributes.length > 0 && !random.once(4)) {
    const [whole, name] = random.of(attributes);
    return tag.replace(whole, random.once(5) ? '' : ` ${name}="${value}"`);
  }
  const name = random.of(['r', 't', 's', 'spans', 'ht', 'x', 'name', 'Id', 'Target', 'numFmtId', 'r:id']);
  return tag.includes(` ${name}="`) ? tag : tag.replace(/\/?>$/, (end) => ` ${name}="${value}"${end}`);
}

function mutateOnce(
  pieces: Pieces,
  random: Random,
  values: readonly string[],
  names: readonly string[],
): Pieces {
  const tags = [...pieces.keys()].filter((i) => isTag(pieces[i]!));
  if (tags.length === 0) return pieces;
  const [start, end] = elementAt(pieces, random.of(tags));
  const element = pieces.slice(start, end);
  const put = (...by: readonly Pieces[]) => [pieces.slice(0, start), ...by, pieces.slice(end)].flat();
  switch (random.below(9)) {
    case 0:
      return put();
    case 1:
      return put(...Array<Pieces>(random.once(20) ? 300 : 2 + random.below(4)).fill(element));
    case 2: {
      const rest = put();
      const place = random.below(rest.length + 1);
      // Within the root element: outside of it the text would not be one XML document any more.
      return place === 0 || place >= rest.length
        ? pieces
        : [rest.slice(0, place), element, rest.slice(place)].flat();
    }
    case 3: {
      const name = random.of(names);
      return put([`<${name}>`], element, [`</${name}>`]);
    }
    case 4:
      return put([mutateTag(element[0]!, random, values)], element.slice(1));
    case 5: {
      const name = random.of(names);
      const [first, last] = [element[0]!.replace(/^<[\w:]+/, `<${name}`), element.at(-1)!];
      return element.length === 1
        ? put([first])
        : put([first], element.slice(1, -1), [isClose(last) ? `</${name}>` : last]);
    }
    case 6:
      return put([element[0]!, `<![CDATA[${random.of(values).replaceAll(']]>', '')}]]>`], element.slice(1));
    default: {
      const texts = [...pieces.keys()].filter((i) => !pieces[i]!.startsWith('<'));
      if (texts.length === 0) return pieces;
      const at = random.of(texts);
      return pieces.map((piece, i) => (i === at ? escape(random.of(values)) : piece));
    }
  }
}

/** Whether XML can hold a text: one that it cannot hold would only be refused for that. */
const storable = (text: string) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text);

/**
 * In: XML, chance, what may stand in attributes and texts, and the names of elements that it knows.
 * Out: other XML, 256 kB at most of it.
 */
export function mutateXml(
  xml: string,
  random: Random,
  values: readonly string[],
  names: readonly string[],
): string {
  const usable = values.filter(storable);
  let pieces = split(xml);
  for (let left = 1 + random.below(random.once(3) ? 12 : 3); left > 0; left -= 1) {
    const next = mutateOnce(pieces, random, usable, names);
    if (next.length < 20_000) pieces = next;
  }
  return pieces.join('').length < 256 * 1024 ? pieces.join('') : xml;
}
