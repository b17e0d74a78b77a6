/** The process that reads the text of one document: asked by a message, it answers by one and ends. */
import { isStorable } from '@rapporteur/domain';
import type { Problem } from '../run-process.js';
import { UnreadableDocument } from '../unreadable-document.js';
import type { ReadText } from './assemble.js';
import { extractText, type OwnText } from './extract-text.js';
import type { ProcessRequest } from './extract-in-process.js';

process.once('message', ({ path, kind, language, scan }: ProcessRequest) => {
  // An OCR takes some time to load.
  const reading: Promise<OwnText | ReadText> = scan
    ? import('./scan-text.js').then(({ scanText }) => scanText(path, kind, language, scan))
    : extractText(path, kind);
  reading.then(
    (read) =>
      answer(
        isStorable(('pictures' in read ? read.read?.text.text : read.text.text) ?? '')
          ? read
          : { problem: { code: 'damaged', message: 'The text holds characters that no text has.' } },
      ),
    (error: Error) =>
      answer({
        problem: {
          code: error instanceof UnreadableDocument ? error.code : 'damaged',
          message: error.message.slice(0, 500),
        },
      }),
  );
});

const answer = (answered: OwnText | ReadText | Problem) => process.send!(answered, () => process.exit(0));
