/** What the addresses of the write side say of themselves: all of it as it stands in the interface description. */
import { describe, expect, it } from '@jest/globals';
import { replyReceiptAnswer, roundReceiptAnswer } from '@rapporteur/contract';
import {
  correctionInputSchema,
  everybodyMay,
  replacementInputSchema,
  replyInputSchema,
  roundInputSchema,
  withdrawalInputSchema,
} from '@rapporteur/domain';
import { z } from 'zod';
import { documents } from './documents.js';

const toSchema = (schema: z.ZodType | undefined) => schema && z.toJSONSchema(schema, { io: 'input' });

describe('the description of the write side', () => {
  it('has the bodies that are read, and the answers that are given, at each address', () => {
    const commands = documents.filter(
      ({ path }) => path.startsWith('/v1/rounds') && !path.endsWith('/documents'),
    );
    const acts = {
      replies: replyInputSchema,
      corrections: correctionInputSchema,
      replacement: replacementInputSchema,
      withdrawal: withdrawalInputSchema,
    };
    const told = commands.map(({ path, body, answer }) => [path, body, answer]);
    expect(told.map(([path]) => path)).toEqual([
      '/v1/rounds',
      ...['replies', 'replies/:respondent/corrections'].flatMap((end) => twice(end)),
      ...['replies/:respondent/replacement', 'replies/:respondent/withdrawal'].flatMap((end) => twice(end)),
    ]);
    for (const [path, body, answer] of told) {
      const act = Object.entries(acts).find(([end]) => (path as string).endsWith(`/${end}`));
      expect([path, body === (act?.[1] ?? roundInputSchema)]).toEqual([path, true]);
      expect([path, answer === (act ? replyReceiptAnswer : roundReceiptAnswer)]).toEqual([path, true]);
    }
  });

  it('names an action that not everybody may do, at every address', () => {
    expect(documents.filter(({ action }) => everybodyMay.includes(action))).toEqual([]);
    const acts = documents.filter(({ method }) => method === 'post').map(({ action }) => action);
    expect(new Set(acts)).toEqual(
      new Set([
        'open-round',
        'keep-draft',
        'submit-reply',
        'correct-reply',
        'replace-reply',
        'withdraw-reply',
        'add-document',
        'attach-evidence',
        'remove-document',
        'import-file',
        'decide-words',
      ]),
    );
  });

  // Its texts are looked at as a whole: node tools/jest.mjs FILE -u takes what was changed on purpose.
  it('says of each address what it is for, and what may be sent along', () => {
    const own = documents.map(({ query, headers, body: _body, answer, lines, ...rest }) => ({
      ...rest,
      query: toSchema(query),
      headers: toSchema(headers),
      ...(lines ? { lines: lines.media } : {}),
      ...(rest.path.startsWith('/v1/imports') ? { answer: toSchema(answer) } : {}),
    }));
    expect(own).toMatchSnapshot();
  });
});

function twice(end: string): string[] {
  return ['/v1/rounds/:collection/:round', '/v1/rounds/:id'].map((start) => `${start}/${end}`);
}
