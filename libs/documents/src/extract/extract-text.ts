/** Reads the text of a document of any kind. It runs in a process of its own: see extract-in-process. */
import type { DocumentText } from '@rapporteur/domain';
import { decodeText, media, type Media } from '../media-type.js';
import { assembleText, type Line } from './assemble.js';
import { longestText, readSmall } from './read-small.js';
import { UnreadableDocument } from './unreadable-document.js';

type Reader = (path: string) => Promise<Line[]>;

/** The readers are loaded when they are needed: that of PDF takes some time and memory to load. */
const readers: Partial<Record<Media, () => Promise<Reader>>> = {
  [media.txt]: async () => readTxt,
  [media.pdf]: async () => (await import('./read-pdf.js')).readPdf,
  [media.docx]: async () => (await import('./read-docx.js')).readDocx,
  [media.odt]: async () => (await import('./read-odt.js')).readOdt,
  [media.html]: async () => (await import('./read-html.js')).readHtml,
  [media.eml]: async () => (await import('./read-eml.js')).readEml,
  [media.rtf]: async () => (await import('./read-rtf.js')).readRtf,
};

/** In: the path of a document, and its media type. Out: its text. Errors: UnreadableDocument; those of the disk. */
export async function extractText(path: string, kind: Media): Promise<DocumentText> {
  if (kind.startsWith('image/'))
    throw new UnreadableDocument('picture', 'A picture: its text is not read, since there is no OCR yet.');
  const load = readers[kind];
  if (!load) throw new UnreadableDocument('not-supported', `The text of ${kind} is not read yet.`);
  const lines = await (await load())(path);
  if (lines.reduce((sum, { text }) => sum + text.length, 0) > longestText)
    throw new UnreadableDocument('too-large', `The document has over ${longestText} characters.`);
  const text = assembleText(lines, null);
  if (text.blocks.length === 0)
    throw new UnreadableDocument(
      'no-text',
      'There is no text in the document: it may be a scan, and there is no OCR yet.',
    );
  return text;
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
