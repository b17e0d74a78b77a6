/** Reads the pages of a document that are pictures: one after the other, until the time is over; what is not read is told. */
import { cropBand, type Drawn } from '../pictures/draw-page.js';
import type { DocumentScan, UnreadPage } from '@rapporteur/domain';
import { guessLanguage } from '../guess-language.js';
import { UnreadableDocument, type WhyUnreadable } from '../unreadable-document.js';
import type { ScanLanguage } from './languages.js';
import { startRecogniser, type Recognised, type Recogniser, type ScannedLine } from './recognise.js';

export interface ScanLimits {
  /** How many pages of a document are read, and how long that may take in all and for each (ms). */
  readonly pages: number;
  readonly ms: number;
  readonly pageMs: number;
}

/** A page, from 1, that is drawn when it is its turn. Errors of `draw`: UnreadableDocument. */
export interface PageToScan {
  readonly page: number;
  draw(): Promise<Drawn>;
}

export interface ScannedPages {
  /** The lines of each page that was read. */
  readonly lines: ReadonlyMap<number, readonly ScannedLine[]>;
  readonly scan: DocumentScan & {
    readonly unread: readonly (UnreadPage & { readonly code: WhyUnreadable })[];
  };
}

/** In: the pages; the language if it is told; the limits. Errors: none of the pages', which are told in the answer. */
export async function scanPages(
  pages: readonly PageToScan[],
  told: ScanLanguage | undefined,
  limits: ScanLimits,
): Promise<ScannedPages> {
  const end = Date.now() + limits.ms;
  const lines = new Map<number, readonly ScannedLine[]>();
  const read: { page: number; confidence: number }[] = [];
  const unread: (UnreadPage & { code: WhyUnreadable })[] = [];
  let recogniser: Recogniser | undefined;
  let language = told;
  try {
    for (const [i, { page, draw }] of pages.entries()) {
      try {
        if (i >= limits.pages)
          throw new UnreadableDocument('too-large', `Over ${limits.pages} pages are pictures.`);
        if (Date.now() > end)
          throw new UnreadableDocument('took-too-long', `Reading took over ${limits.ms / 1000} seconds.`);
        const picture = await draw();
        if (picture.isBlank) continue;
        language ??= await chooseLanguage(picture, limits.pageMs);
        // Of a page that nothing can be read of the language is not known either: the next page tells it.
        if (!language) throw new UnreadableDocument('no-text', 'No words were found.');
        recogniser ??= await startRecogniser(language, limits.pageMs);
        const found = await recogniser.read(picture);
        if (found.lines.length === 0) throw new UnreadableDocument('no-text', 'No words were found.');
        lines.set(page, found.lines);
        read.push({ page, confidence: found.confidence });
      } catch (error) {
        const { code, message } = toUnreadable(error);
        unread.push({ page, code, message });
      }
    }
  } finally {
    await recogniser?.close();
  }
  return { lines, scan: { language: language ?? null, pages: read, unread } };
}

const toUnreadable = (error: unknown): UnreadableDocument =>
  error instanceof UnreadableDocument
    ? error
    : new UnreadableDocument('damaged', `The page cannot be drawn: ${String(error)}`);

/** From here on the OCR reads the script that it was made for; below the other, it reads marks as if they were letters. */
const [sure, least] = [80, 60];

/**
 * The language of a page that nobody has told: each script is tried on a part of it, or on the whole where that says nothing,
 * and the one that the OCR is surest of counts; among languages in Latin letters frequent words decide. Undefined where
 * nothing can be read.
 */
async function chooseLanguage(picture: Drawn, pageMs: number): Promise<ScanLanguage | undefined> {
  const band = await cropBand(picture);
  return (band.isBlank ? undefined : await tryScripts(band, pageMs)) ?? (await tryScripts(picture, pageMs));
}

async function tryScripts(picture: Drawn, pageMs: number): Promise<ScanLanguage | undefined> {
  let best: { language: ScanLanguage; found: Recognised } | undefined;
  for (const language of ['en', 'ar', 'zh', 'ru'] as const) {
    const recogniser = await startRecogniser(language, pageMs);
    try {
      const found = await recogniser.read(picture);
      if (found.confidence > (best?.found.confidence ?? least)) best = { language, found };
      if (found.confidence >= sure) break;
    } finally {
      await recogniser.close();
    }
  }
  if (best?.language !== 'en') return best?.language;
  const guessed = guessLanguage(best.found.lines.map(({ text }) => text).join(' '));
  return guessed === 'fr' || guessed === 'es' ? guessed : 'en';
}
