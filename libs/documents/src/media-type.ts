/** The media type of a document, by what its bytes say and never by its name. */
import { openOfficeFile } from '@rapporteur/office-file';
import { open } from 'node:fs/promises';

export const media = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  txt: 'text/plain',
  html: 'text/html',
  eml: 'message/rfc822',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
} as const;
export type Media = (typeof media)[keyof typeof media];

/** Whether documents of a kind are pictures, which have no text of their own. */
export const isPicture = (kind: string): boolean => kind.startsWith('image/');

/** How much of a text is looked at. */
const lookedAt = 64 * 1024;

const starts: readonly (readonly [string, Media])[] = [
  ['%PDF-', media.pdf],
  ['{\\rtf', media.rtf],
  ['\x89PNG\r\n\x1a\n', media.png],
  ['\xff\xd8\xff', media.jpeg],
  ['II*\0', media.tiff],
  ['MM\0*', media.tiff],
];

/** In: the path of a file. Out: its media type; undefined where it is of no kind that is kept. Errors: those of the disk. */
export async function findMediaType(path: string): Promise<Media | undefined> {
  const start = await readStart(path);
  const latin = start.toString('latin1');
  const known = starts.find(([begin]) => latin.startsWith(begin));
  if (known) return known[1];
  // Before a PDF some programs write a line of their own.
  if (latin.slice(0, 1024).includes('%PDF-')) return media.pdf;
  if (latin.startsWith('PK')) return findOfficeType(path, latin);
  const text = decodeText(start, true);
  if (text === undefined || text.trim() === '' || text.includes('\0')) return undefined;
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text))
    return media.html;
  if (
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){2,}/.test(text) &&
    /^(?:from|received|mime-version|message-id):/im.test(text)
  )
    return media.eml;
  return media.txt;
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A ZIP that cannot be opened is told by the names in its first bytes, so that a damaged letter is kept too. */
async function findOfficeType(path: string, start: string): Promise<Media | undefined> {
  try {
    const file = await openOfficeFile(path);
    const found = file.has('word/document.xml')
      ? media.docx
      : file.has('content.xml')
        ? media.odt
        : undefined;
    file.close();
    if (found) return found;
  } catch {
    // Told by its start, below.
  }
  if (start.includes('application/vnd.oasis.opendocument.text')) return media.odt;
  return /word\/|\[Content_Types\]\.xml/.test(start) ? media.docx : undefined;
}

/** In: bytes in UTF-8, or UTF-16 with its mark, cut off or not. Out: the text; undefined where they are neither. */
export function decodeText(bytes: Uint8Array, isCut = false): string | undefined {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    // A character may be cut off at the end: with `stream` it is no error.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return undefined;
  }
}
