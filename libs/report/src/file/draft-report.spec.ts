/** For any history: every number printed in a draft is in the manifest, and every entry answers to the same again. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import fc from 'fast-check';
import { answerAgain } from '../claims/answer-claim.js';
import { buildReport } from './build-report.js';
import { draftReport } from './draft-report.js';
import { writeInText } from '../document/house-style.js';
import { loadLanguage, reportLanguages, type ReportLanguage } from '../document/language.js';
import { parseReport } from './parse-report.js';
import { factsOf } from '../facts/round-2008-facts.js';
import { claimsOf, textOutsideClaims } from '../document/walk.js';

const languages: ReportLanguage[] = [];
let english: ReportLanguage;
beforeAll(async () => {
  english = await loadLanguage('en');
  for (const code of reportLanguages()) languages.push(await loadLanguage(code));
});

const respondents = ['SV', 'GR', 'NL', 'LAS', 'LV'];
const dayOf = (day: number) => `2008-01-${String(10 + day)}`;

const observation: fc.Arbitrary<Observation> = fc
  .record({
    indicator: fc.constantFrom(
      'persons-prosecuted',
      'persons-arrested',
      'cases-investigated',
      'persons-trained',
      'interagency-meetings',
    ),
    breakdown: fc.constantFrom({}, {}, { sex: 'female' }, { audience: 'police' }),
    period: fc.constantFrom(
      '2001',
      '2002',
      '2003',
      '2004',
      '2005',
      '2006',
      '2003/2006',
      '2002-07/2007-10',
      '../2007-06',
      'undated',
    ),
    value: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2_000_000 })),
    qualifier: fc.constantFrom(
      'exact',
      'exact',
      'exact',
      'at-least',
      'fewer-than',
      'approximately',
      'none-known',
    ),
    paragraph: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
    note: fc.constantFrom(undefined, 'Part of the 65.', 'In 3 regions.'),
    asWritten: fc.constantFrom(undefined, 'more than 7', 'at least 7'),
  })
  .map(({ qualifier, value, ...rest }) => ({
    ...rest,
    qualifier,
    value: qualifier === 'none-known' ? null : value,
  })) as fc.Arbitrary<Observation>;

const finding = fc.record({
  topic: fc.constantFrom(
    'protocol-ratified',
    'hotline',
    'training-audience',
    'legislation-incomplete',
    'overview-training',
  ),
  detail: fc.constantFrom(undefined, 'police', 'judges'),
  paragraph: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  footnote: fc.constantFrom(undefined, 1, 2),
  note: fc.constantFrom(undefined, 'Since 2005.'),
});

const step = fc.record({
  respondent: fc.constantFrom(...respondents),
  day: fc.integer({ min: 0, max: 19 }),
  precision: fc.constantFrom('on' as const, 'on-or-before' as const),
  kind: fc.constantFrom('say' as const, 'say' as const, 'correct' as const, 'withdraw' as const),
  observations: fc.array(observation, { maxLength: 12 }),
  findings: fc.array(finding, { maxLength: 5 }),
});

const particulars = fc.record({
  title: fc.constantFrom<Record<string, string>>(
    { en: 'Round of 2008' },
    {},
    { ru: 'Раунд: "опрос" #1' },
    { en: "- it's {{ a }} [title] :: *x* \\ <b>" },
  ),
  mandate: fc.constantFrom(null, 'resolution 2006/27'),
  replyBy: fc.constantFrom(null, '2008-01-15'),
  cutOff: fc.constantFrom(null, '2008-01-20'),
  compiledBy: fc.constantFrom(null, 'UNODC', 'LV'),
  listed: fc.constantFrom(null, ['SV', 'GR', 'SI']),
  asked: fc.constantFrom(null, ['SV', 'JP']),
});

const resolved = (code: string) => ({ code, asWritten: code, match: 'code' as const });

const history = fc
  .record({
    round: particulars,
    steps: fc.array(step, { maxLength: 8 }),
    asOf: fc.integer({ min: 0, max: 19 }),
  })
  .map(({ round, steps, asOf }) => {
    const opened: DomainEvent = {
      type: 'RoundOpened',
      data: {
        collection: 'c',
        round: '2008',
        symbol: null,
        noteVerbaleOn: null,
        complete: false,
        ...round,
        listed: round.listed && { paragraph: 3, respondents: round.listed.map(resolved) },
        asked: round.asked && round.asked.map(resolved),
      },
    };
    const begun = new Set<string>();
    const replies = steps.map(({ respondent, day, precision, kind, observations, findings }): DomainEvent => {
      const key = {
        collection: 'c',
        round: '2008',
        respondent,
        receivedOn: dayOf(day),
        receivedPrecision: precision,
        late: round.cutOff === null ? null : dayOf(day) > round.cutOff,
      };
      const content = { language: null, complete: false, observations, findings };
      const why = { reason: 'r', reference: 'Corr.1' };
      if (!begun.has(respondent)) {
        begun.add(respondent);
        return { type: 'ReplySubmitted', data: { ...key, resolved: resolved(respondent), ...content } };
      }
      if (kind === 'withdraw') return { type: 'ReplyWithdrawn', data: { ...key, ...why } };
      if (kind === 'say') return { type: 'ReplyReplaced', data: { ...key, ...content, ...why } };
      const changed = { changed: observations, added: [], retracted: [] };
      return {
        type: 'ReplyCorrected',
        data: {
          ...key,
          ...why,
          observations: changed,
          findings: { changed: findings, added: [], retracted: [] },
        },
      };
    });
    return { events: [opened, ...replies], asOf: dayOf(asOf) };
  });

const runs = process.env['FULL'] ? 1000 : 60;

describe('a draft of any history', () => {
  it('prints no number but those of its claims, and every claim answers to the same again at its vintage', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat({ max: 5 }), async ({ events, asOf }, other) => {
        // The checks of wording below are about English.
        for (const language of [english, languages[other]!]) {
          const facts = factsOf(events, asOf);
          const text = await draftReport(facts, language);
          const { cutOff, replyBy } = facts.round.particulars;
          if (cutOff === null) expect(text).not.toMatch(/cut-off|截止日期/);
          if (facts.inconsistencies.length === 0)
            expect(text).not.toMatch(/None of them|均未作取舍|原文有没有/);
          // "Late" is said with its day, and never of a day that is not named.
          expect(text).not.toMatch(/After that date/);
          if (/date requested/.test(text)) expect(text).toContain(':round{field=replyBy}');
          if (/No reply received after|收到的答复未予计入/.test(text))
            expect(text).toContain(':round{field=cutOff}');
          if (replyBy === null) expect(text).not.toMatch(/date requested|是否按期/);
          const reading = parseReport(text);
          if (!reading.ok) throw new Error(`${JSON.stringify(reading.problems)}\n${text}`);
          const { document, manifest } = buildReport(reading.file, { facts, language });
          expect(textOutsideClaims(document)).not.toMatch(/\p{N}/u);
          const { listed } = facts.round.particulars;
          const named = manifest.claims.find(
            ({ query }) => query.kind === 'replies' && query['as'] === 'text',
          );
          const recorded = listed?.respondents.some(({ code }) => facts.respondents.includes(code));
          // Those alone that the source lists, where it lists any of them.
          for (const code of recorded ? facts.respondents : [])
            expect([code, named?.text.includes(writeInText(code, language))]).toEqual([
              code,
              listed!.respondents.some((each) => each.code === code),
            ]);
          expect(manifest.claims.map(({ id, text: given }) => ({ id, text: given }))).toEqual(
            claimsOf(document),
          );
          const again = factsOf(events, manifest.vintage.asOf, manifest.vintage.at);
          for (const entry of manifest.claims)
            expect(answerAgain(entry, { facts: again, language })).toEqual(entry);
        }
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
