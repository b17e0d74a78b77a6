/** Claims on the round itself: its particulars, the vintage, who replied and when. */
import type { ReplyMark } from '@rapporteur/domain';
import { z } from 'zod';
import type { Facts } from '../facts/facts.js';
import {
  countRespondents,
  inOrder,
  writeDay,
  writeInText,
  writeRespondent,
  writeNumber,
} from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import { answer, inEnglish, noAnswer, textKind, type Context } from './claim-kind.js';

const fields = [
  'title',
  'mandate',
  'symbol',
  'noteVerbaleOn',
  'replyBy',
  'cutOff',
  'asOf',
  'position',
] as const;
const days = ['noteVerbaleOn', 'replyBy', 'cutOff'] as const;

function writeField(field: (typeof fields)[number], { facts, language }: Context): string | null {
  const { particulars } = facts.round;
  if (field === 'asOf') return writeDay(facts.vintage.asOf, language);
  if (field === 'position') return writeNumber(facts.vintage.at, language);
  if (field === 'title') return particulars.title[language.code] ?? particulars.title['en'] ?? null;
  const value = particulars[field];
  const isDay = (days as readonly string[]).includes(field);
  if (value === null || field === 'symbol') return value;
  return isDay ? writeDay(value, language) : writeMandate(value, language);
}

/** `Economic and Social Council resolution 2006/27` in the words of the language; any other text as the round has it. */
function writeMandate(mandate: string, language: ReportLanguage): string {
  const [, organ = '', number = ''] = /^(.+) resolution (\S+)$/.exec(mandate) ?? [];
  const body = language.bodies[organ];
  return body === undefined ? mandate : language.say('mandate.resolution', { body, number });
}

export const round = textKind({
  name: 'round',
  gives: `a particular of the round or the vintage: ${fields.join(', ')}`,
  attributes: z.strictObject({ field: z.enum(fields) }),
  answer({ field }, context) {
    const written = writeField(field, context);
    const basis = { cells: [], events: [context.facts.round.position] };
    const { title } = context.facts.round.particulars;
    if (field === 'title' && written !== null && title[context.language.code] === undefined)
      return { ...answer(written, basis), inlines: [inEnglish(written, context.language)] };
    if (written !== null) return answer(written, basis);
    return noAnswer(
      context,
      'not-known',
      { inText: context.language.say(`field.${field}`), inEnglish: `the round has no ${field}` },
      basis,
    );
  },
});

export const whiches = [
  'all',
  'in-time',
  'after-reply-by',
  'after-cut-off',
  'day-not-known',
  'corrected',
  'withdrawn',
  'listed-only',
  'not-listed',
  'silent',
] as const;
export type Which = (typeof whiches)[number];

/** Among whom a part is looked for: all whose reply is recorded, or only those of them whom the source lists, too. */
export const amongs = ['all', 'listed'] as const;
export type Among = (typeof amongs)[number];

/** Whom the source names among those that replied; null where it has no list. */
const listedIn = ({ round: known }: Facts): ReadonlySet<string> | null =>
  known.particulars.listed?.respondents.length
    ? new Set(known.particulars.listed.respondents.map(({ code }) => code))
    : null;

/** When a reply came, by its first mark, as far as the day of receipt is known. */
function cameWhen(mark: ReplyMark, facts: Facts): Which {
  const { replyBy, cutOff } = facts.round.particulars;
  const { receivedOn, receivedPrecision } = mark;
  if (replyBy !== null && receivedOn <= replyBy) return 'in-time';
  if (receivedPrecision === 'on-or-before') return 'day-not-known';
  if (cutOff !== null && receivedOn > cutOff) return 'after-cut-off';
  return replyBy === null ? 'day-not-known' : 'after-reply-by';
}

/** Who belongs to a part of the respondents; null where it is not known. */
export function respondentsWhere(which: Which, facts: Facts, among: Among = 'all'): readonly string[] | null {
  const found = respondentsOf(which, facts);
  if (among === 'all') return found;
  const listed = listedIn(facts);
  return listed && found && found.filter((code) => listed.has(code));
}

function respondentsOf(which: Which, facts: Facts): readonly string[] | null {
  const { marks, respondents, round: known } = facts;
  const first = new Map<string, ReplyMark>();
  for (const mark of marks) if (!first.has(mark.respondent)) first.set(mark.respondent, mark);
  const changed = (kinds: readonly ReplyMark['kind'][]) => [
    ...new Set(marks.filter(({ kind }) => kinds.includes(kind)).map(({ respondent }) => respondent)),
  ];
  switch (which) {
    case 'all':
      return respondents;
    case 'corrected':
      return changed(['corrected', 'replaced']);
    case 'withdrawn':
      return [...first.keys()].filter((code) => !respondents.includes(code));
    case 'listed-only': {
      const listed = listedIn(facts);
      return listed && [...listed].filter((code) => !respondents.includes(code));
    }
    case 'not-listed': {
      const listed = listedIn(facts);
      return listed && respondents.filter((code) => !listed.has(code));
    }
    case 'silent': {
      const asked = known.particulars.asked?.map(({ code }) => code);
      return asked ? asked.filter((code) => !first.has(code)) : null;
    }
    default:
      return respondents.filter((code) => cameWhen(first.get(code)!, facts) === which);
  }
}

/** Positions of the marks of some respondents' replies, and of the round: what a count of replies rests on. */
export const eventsOf = ({ marks, round: known }: Facts, codes: readonly string[]): number[] => [
  known.position,
  ...marks.filter(({ respondent }) => codes.includes(respondent)).map(({ position }) => position),
];

export const replies = textKind({
  name: 'replies',
  gives:
    'who replied: `as=list`, `as=text` (names as in a sentence) or `as=count`; `which` narrows, and so does `among=listed`',
  attributes: z.strictObject({
    which: z.enum(whiches).default('all'),
    as: z.enum(['list', 'text', 'count']).default('list'),
    among: z.enum(amongs).default('all'),
  }),
  answer({ which, as, among }, context) {
    const { facts, language } = context;
    const codes = respondentsWhere(which, facts, among);
    const events = [...new Set(eventsOf(facts, codes ?? []))].sort((a, b) => a - b);
    if (codes === null)
      return noAnswer(
        context,
        'not-known',
        {
          inText: language.say(`which.${which}`),
          inEnglish: `whom the round asked or lists is not known (${which})`,
        },
        { cells: [], events },
      );
    return answer(writeWho(codes, as, language), { cells: [], events });
  },
});

/** A set of respondents as a list, as a sentence has it, or as a count; "none" for none. */
export function writeWho(
  codes: readonly string[],
  as: 'list' | 'text' | 'count',
  language: Context['language'],
): string {
  if (codes.length === 0) return language.say(as === 'count' ? 'count.none' : 'list.none');
  if (as === 'count') return countRespondents(codes, language);
  const write = as === 'text' ? writeInText : writeRespondent;
  return language.list(inOrder(codes, language).map((code) => write(code, language)));
}
