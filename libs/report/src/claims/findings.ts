/** Claims on findings: which States said something, and of what kinds one State spoke. */
import { z } from 'zod';
import { writeDetail, writeRespondent, writeTopic } from '../document/house-style.js';
import * as given from './attributes.js';
import { answer, basisOf, noAnswer, textKind } from './claim-kind.js';
import { writeWho } from './round.js';
import { findingsOn, unknownCode } from './select.js';

export const states = textKind({
  name: 'states',
  gives:
    'the respondents with a finding: `as=list`, `as=text` (names as in a sentence) or `as=count` ("13 States"); `detail` narrows',
  attributes: z.strictObject({
    topic: given.topic,
    detail: given.detail.optional(),
    as: z.enum(['list', 'text', 'count']).default('list'),
  }),
  answer({ topic, detail, as }, context) {
    const unknown = unknownCode(context, { topic });
    if (unknown) return unknown;
    const { facts, language } = context;
    const found = findingsOn(facts, topic, detail);
    const name = writeTopic(topic, language);
    // If no reply is coded with a topic, that does not mean that nobody has what it stands for.
    if (found.length === 0)
      return noAnswer(context, 'no-data', {
        inText: detail === undefined ? name : `${name}, ${writeDetail(detail, language)}`,
        inEnglish: `no finding: ${[topic, detail].filter(Boolean).join(', ')}`,
      });
    const codes = [...new Set(found.map(({ respondent }) => respondent))];
    return answer(writeWho(codes, as, language), basisOf(found));
  },
});

export const details = textKind({
  name: 'details',
  gives: 'the kinds that one respondent named under a topic: `judges, prosecutors and police`',
  attributes: z.strictObject({ respondent: given.respondent, topic: given.topic }),
  answer({ respondent, topic }, context) {
    const unknown = unknownCode(context, { respondent, topic });
    if (unknown) return unknown;
    const { facts, language } = context;
    const found = facts.findings.filter(
      (f) => f.respondent === respondent && f.code === topic && f.source.detail !== undefined,
    );
    if (found.length === 0)
      return noAnswer(context, 'no-data', {
        inText: `${writeRespondent(respondent, language)}, ${writeTopic(topic, language)}`,
        inEnglish: `no detail: ${respondent}, ${topic}`,
      });
    const names = [...new Set(found.map(({ source }) => writeDetail(source.detail!, language)))];
    return answer(language.list(names), basisOf(found));
  },
});
