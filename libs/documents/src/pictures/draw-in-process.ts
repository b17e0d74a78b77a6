/** Draws a page of a document, or counts its pages, in a process of its own, which ends when it takes too long or too much memory. */
import { fileURLToPath } from 'node:url';
import { isPicture, media, type Media } from '../media-type.js';
import { runProcess, type Problem, type ProcessLimits } from '../run-process.js';
import { makeTurns } from '../turns.js';
import type { Drawn } from './draw-page.js';

interface OfDocument {
  readonly path: string;
  readonly kind: Media;
}

export interface PageRequest extends OfDocument {
  /** From 1. */
  readonly page: number;
}

/** What the process is asked: a page, or, where none is named, how many there are. */
export type Asked = OfDocument & Partial<PageRequest>;

export interface Counted {
  readonly pages: number;
}

/** Whether documents of a kind have pages that can be drawn. */
export const hasPages = (kind: string): boolean => kind === media.pdf || isPicture(kind);

/** The path is the same from the sources and from the build. */
const program = fileURLToPath(new URL('../../page-process.mjs', import.meta.url));

export const drawingLimits: ProcessLimits = { ms: 20_000, heapMegabytes: 512, residentMegabytes: 1024 };

const inTurn = makeTurns(2);

/** Errors: none of the document's; what is wrong with it is part of the answer. */
export const drawInProcess = (
  request: PageRequest,
  limits: ProcessLimits = drawingLimits,
): Promise<Drawn | Problem> => inTurn(() => runProcess<Drawn>(program, request, limits, 'Drawing the page'));

/** How many pages a document has that can be drawn. Errors: none of the document's, as above. */
export const countInProcess = (
  request: OfDocument,
  limits: ProcessLimits = drawingLimits,
): Promise<Counted | Problem> =>
  inTurn(() => runProcess<Counted>(program, request, limits, 'Counting the pages'));
