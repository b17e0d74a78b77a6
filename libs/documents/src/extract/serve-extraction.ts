/** The process that reads the text of one document: asked by a message, it answers by one and ends. */
import { isStorable } from '@rapporteur/domain';
import { extractText } from './extract-text.js';
import { UnreadableDocument } from './unreadable-document.js';
import type { Extracted, ExtractionRequest } from './extract-in-process.js';

process.once('message', ({ path, kind }: ExtractionRequest) => {
  extractText(path, kind).then(
    (text) =>
      answer(
        isStorable(text.text)
          ? { text }
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

const answer = (extracted: Extracted) => process.send!(extracted, () => process.exit(0));
