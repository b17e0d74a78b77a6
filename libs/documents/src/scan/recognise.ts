/** Reads the words in the picture of a page (OCR, by Tesseract), within a time for each page. */
import tesseract from 'tesseract.js';
import type { Drawn } from '../pictures/draw-page.js';
import { UnreadableDocument } from '../unreadable-document.js';
import { dataOf, type ScanLanguage } from './languages.js';
import { joinWords, punctuate } from './written.js';

/** Left, top, right and bottom, as parts of the page's width and height. */
export type Box = readonly [number, number, number, number];

export interface ScannedLine {
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly box: Box }[];
  /** The picture shows that a paragraph begins here. */
  readonly begins: boolean;
}

export interface Recognised {
  readonly lines: readonly ScannedLine[];
  /** How sure the OCR is of its words, 0 to 100: the mean, by their length. */
  readonly confidence: number;
}

export interface Recogniser {
  /** Errors: UnreadableDocument where the page takes too long or breaks the OCR; the next page is read all the same. */
  read(picture: Drawn): Promise<Recognised>;
  close(): Promise<void>;
}

/** Lines that the OCR is less sure of are marks, and no words: stamps, signatures, specks. */
const leastConfidence = 30;

/** In: the language, and how long one page may take (ms). */
export async function startRecogniser(language: ScanLanguage, pageMs: number): Promise<Recogniser> {
  const { code, folder } = dataOf(language);
  const start = async () => {
    const started = await tesseract.createWorker(code, tesseract.OEM.LSTM_ONLY, {
      langPath: folder,
      cacheMethod: 'none',
      gzip: true,
      errorHandler: () => undefined,
    });
    // What a picture says of itself is wrong as often as right.
    await started.setParameters({ user_defined_dpi: '200' });
    return started;
  };
  let worker = await start();
  return {
    async read(picture) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        const say = `Reading the page took over ${pageMs / 1000} seconds.`;
        timer = setTimeout(() => reject(new UnreadableDocument('took-too-long', say)), pageMs);
      });
      try {
        const reading = worker.recognize(picture.png, {}, { text: false, blocks: true });
        // Once it is late nobody waits for it any more.
        reading.catch(() => undefined);
        const { data } = await Promise.race([reading, late]);
        return toLines(data.blocks ?? [], picture, language);
      } catch (error) {
        // It may go on for ever, or be broken for good.
        await worker.terminate();
        worker = await start();
        if (error instanceof UnreadableDocument) throw error;
        throw new UnreadableDocument('damaged', `The page cannot be read: ${String(error)}`);
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}

function toLines(
  blocks: readonly tesseract.Block[],
  { width, height }: Drawn,
  language: ScanLanguage,
): Recognised {
  const lines: ScannedLine[] = [];
  let [sure, length] = [0, 0];
  for (const paragraph of blocks.flatMap(({ paragraphs }) => paragraphs))
    for (const [i, line] of paragraph.lines.entries()) {
      const words = line.words.filter(({ text }) => text.trim() !== '');
      if (words.length === 0 || line.confidence < leastConfidence) continue;
      for (const { text, confidence } of words) {
        sure += confidence * text.length;
        length += text.length;
      }
      const said = words.map(({ text, bbox: { x0, y0, x1, y1 } }) => ({
        text: punctuate(text, language),
        box: [x0 / width, y0 / height, x1 / width, y1 / height] as const,
      }));
      lines.push({ text: joinWords(said.map(({ text }) => text)), words: said, begins: i === 0 });
    }
  return { lines, confidence: length === 0 ? 0 : Math.round(sure / length) };
}
