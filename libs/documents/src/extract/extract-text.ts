/** Reads the text of a document of any kind. It runs in a process of its own: see extract-in-process. */
import { decodeText, media, type Media } from '../media-type.js';
import { UnreadableDocument } from '../unreadable-document.js';
import { assemble, type ReadText } from './assemble.js';
import type { Line } from './line.js';
import { longestText, readSmall } from './read-small.js';

type Reader = (path: string) => Promise<Line[]>;

/** The readers are loaded when they are needed: that of PDF takes some time and memory to load. */
const readers: Partial<Record<Media, () => Promise<Reader>>> = {
  [media.txt]: async () => readTxt,
  [media.docx]: async () => (await import('./read-docx.js')).readDocx,
  [media.odt]: async () => (await import('./read-odt.js')).readOdt,
  [media.html]: async () => (await import('./read-html.js')).readHtml,
  [media.eml]: async () => (await import('./read-eml.js')).readEml,
  [media.rtf]: async () => (await import('./read-rtf.js')).readRtf,
};

/** What was read without an OCR; `pictures`: the pages of a PDF that only an OCR can read. */
export interface OwnText {
  readonly read?: ReadText;
  readonly pictures: readonly number[];
}

export const saysNothing = () =>
  new UnreadableDocument('no-text', 'There is no text in the document, and no picture of one.');

/** In: the path of a document that is no picture, and its media type. Errors: UnreadableDocument; those of the disk. */
export async function extractText(path: string, kind: Media): Promise<OwnText> {
  if (kind === media.pdf) {
    const { lines, pictures } = await (await import('./read-pdf.js')).readPdf(path);
    const read = toText(lines, null);
    if (!read && pictures.length === 0) throw saysNothing();
    return { ...(read ? { read } : {}), pictures };
  }
  const load = readers[kind];
  if (!load) throw new UnreadableDocument('not-supported', `The text of ${kind} is not read yet.`);
  const read = toText(await (await load())(path), null);
  if (!read) throw saysNothing();
  return { read, pictures: [] };
}

/** Undefined where there are no words. Errors: UnreadableDocument for more than is kept. */
export function toText(lines: readonly Line[], language: string | null): ReadText | undefined {
  if (lines.reduce((sum, { text }) => sum + text.length, 0) > longestText)
    throw new UnreadableDocument('too-large', `The document has over ${longestText} characters.`);
  const read = assemble(lines, language);
  return read.text.blocks.length > 0 ? read : undefined;
}

/** A text as lines; a form feed begins a page. */
async function readTxt(path: string): Promise<Line[]> {
  const text = decodeText(await readSmall(path));
  if (text === undefined) throw new UnreadableDocument('damaged', 'The text is neither UTF-8 nor UTF-16.');
  const pages = text.split('\f');
  return pages.flatMap((page, i) =>
    page.split(/\r\n|\n|\r/).map((line) => ({ text: line, page: pages.length > 1 ? i + 1 : undefined })),
  );
}
