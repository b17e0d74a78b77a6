/** Reads the text of a document in a process of its own, which ends when it takes too long or too much memory. */
import type { DocumentText } from '@rapporteur/domain';
import { fileURLToPath } from 'node:url';
import { isPicture, type Media } from '../media-type.js';
import { runProcess, type Problem, type ProcessLimits } from '../run-process.js';
import type { ScanLanguage } from '../scan/languages.js';
import type { ScanLimits } from '../scan/scan-pages.js';
import { makeTurns } from '../turns.js';
import type { PageWords, ReadText } from './assemble.js';
import type { OwnText } from './extract-text.js';

export interface ExtractionRequest {
  readonly path: string;
  readonly kind: Media;
  /** In which pages that are pictures are read; found out when not given. */
  readonly language?: ScanLanguage | undefined;
}

/** What the process is asked: with `scan` pages that are pictures are read, too. */
export type ProcessRequest = ExtractionRequest & { readonly scan?: ScanLimits };

/** The text of a document, or why there is none. */
export type Extracted = { readonly text: DocumentText; readonly words?: readonly PageWords[] } | Problem;

/** The path is the same from the sources and from the build. */
const program = fileURLToPath(new URL('../../extract-process.mjs', import.meta.url));

export interface ExtractionLimits extends ProcessLimits {
  /** Of reading pages that are pictures; its `ms` counts for the pages, the process has `spareMs` more. */
  readonly scan: ScanLimits;
}

/** A page takes an OCR some seconds. */
export const extractionLimits: ExtractionLimits = {
  ...{ ms: 60_000, heapMegabytes: 768, residentMegabytes: 1536 },
  scan: { pages: 100, ms: 180_000, pageMs: 60_000 },
};
/** For what comes before the pages and after the last of them. */
const spareMs = 60_000;

/** Two at a time take no more memory than that of two; scans have a turn of their own, since no letter should wait for them. */
const readInTurn = makeTurns(2);
const scanInTurn = makeTurns(1);

/** Errors: none of the document's; what is wrong with it is part of the answer. */
export async function extractInProcess(
  request: ExtractionRequest,
  limits: ExtractionLimits = extractionLimits,
): Promise<Extracted> {
  if (isPicture(request.kind)) return scan(request, limits);
  const own = await readInTurn(() => runProcess<OwnText>(program, request, limits, 'Reading its text'));
  if ('problem' in own) return own;
  if (own.pictures.length === 0) return own.read!;
  const scanned = await scan(request, limits);
  if ('text' in scanned || !own.read) return scanned;
  // The pages that have a text are kept, whatever became of the others.
  const unread = own.pictures.map((page) => ({ page, ...scanned.problem }));
  return { ...own.read, text: { ...own.read.text, scan: { language: null, pages: [], unread } } };
}

function scan(request: ExtractionRequest, limits: ExtractionLimits): Promise<ReadText | Problem> {
  const asked: ProcessRequest = { ...request, scan: limits.scan };
  const all = { ...limits, ms: limits.scan.ms + Math.min(limits.ms, spareMs) };
  return scanInTurn(() => runProcess<ReadText>(program, asked, all, 'Reading its pictures'));
}
