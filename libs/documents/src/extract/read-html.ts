/** The text of an HTML page, in the blocks that it has. Nothing in it is run, and nothing that it names is fetched. */
import { Parser } from 'htmlparser2';
import { decodeText } from '../media-type.js';
import type { Line } from './line.js';
import { readSmall } from './read-small.js';
import { collectRows } from './table-rows.js';
import { UnreadableDocument } from '../unreadable-document.js';

const blocks = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
);
const skipped = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'del',
]);

/** Errors: UnreadableDocument; those of the disk. */
export async function readHtml(path: string): Promise<Line[]> {
  const bytes = await readSmall(path);
  const charset = /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1];
  const text = decodeText(bytes) ?? decodeAs(bytes, charset);
  if (text === undefined)
    throw new UnreadableDocument('damaged', 'The page is in no encoding that is known.');
  return linesOfHtml(text);
}

function decodeAs(bytes: Uint8Array, charset: string | undefined): string | undefined {
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** In: HTML. Out: its blocks and rows as lines, with the numbers that ordered lists give. */
export function linesOfHtml(html: string): Line[] {
  const rows = collectRows();
  let [text, skipping, asTyped] = ['', 0, 0];
  let number: number | undefined;
  const lists: { next: number; isOrdered: boolean }[] = [];
  const end = () => {
    if (asTyped > 0) for (const line of text.split('\n')) rows.add({ text: line });
    else if (text.trim() !== '') {
      rows.add({ text, ends: true, ...(number === undefined ? {} : { number }) });
      number = undefined;
    }
    text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (skipped.has(name)) skipping += 1;
      if (blocks.has(name)) end();
      if (name === 'br' && skipping === 0) text += '\n';
      if (name === 'pre') asTyped += 1;
      else if (name === 'table') rows.openTable();
      else if (name === 'tr') rows.openRow();
      else if (name === 'td' || name === 'th')
        rows.openCell(Number(attributes['colspan']), Number(attributes['rowspan']));
      if (name === 'ol' || name === 'ul')
        lists.push({ next: Number(attributes['start']) || 1, isOrdered: name === 'ol' });
      const list = lists.at(-1);
      if (name !== 'li' || lists.length !== 1 || !list?.isOrdered) return;
      number = Number(attributes['value']) || list.next;
      list.next = number + 1;
    },
    ontext(said) {
      // As a browser shows them: the blanks of the source are one, but where they are kept as they are.
      if (skipping === 0) text += asTyped > 0 ? said : said.replace(/[ \t\r\n\f]+/g, ' ');
    },
    onclosetag(name) {
      if (skipped.has(name)) skipping -= 1;
      if (blocks.has(name)) end();
      if (name === 'pre') asTyped -= 1;
      else if (name === 'ol' || name === 'ul') lists.pop();
      else if (name === 'table') rows.closeTable();
    },
  });
  parser.end(html);
  end();
  return rows.end();
}
