/** Each of the five commands, parsed from a request body by the schema and rules of its own. */
import type {
  CorrectReply,
  OpenRound,
  ReplaceReply,
  ReplyContent,
  RoundKey,
  SubmitReply,
  WithdrawReply,
} from './command.js';
import type { Resolved, RoundOpened } from '../events/events.js';
import { forOneRequest, parseBody, type Checking, type Parsed, type Registry } from './parse.js';
import {
  checkFindings,
  checkObservations,
  checkReceipt,
  checkRespondent,
  checkRespondents,
} from './rules.js';
import { readPlainReply } from './plain-reply.js';
import { readReceivedOn, toFindingKey, toObservation, toObservationKey } from './stored-form.js';
import type { Search } from './problem.js';
import { finish, type Steps } from './steps.js';
import {
  correctionInputSchema,
  replacementInputSchema,
  replyInputSchema,
  roundInputSchema,
  withdrawalInputSchema,
  type ObservationInput,
  type ReceivedOnInput,
  type FindingInput,
  type ListedInput,
} from '../events/input-schemas.js';

const resolve = (checking: Checking, written: string) => checking.resolve(written) as Resolved;

/** Somebody of a list, as it writes the name; `close` where that is no name of theirs, though they are meant. */
function resolveListed(checking: Checking, listed: ListedInput): Resolved {
  if (typeof listed === 'string') return resolve(checking, listed);
  const { code } = resolve(checking, listed.respondent);
  const written = checking.resolve(listed.asWritten);
  return { code, asWritten: listed.asWritten, match: 'code' in written ? written.match : 'close' };
}

/** In: body of POST /rounds. Out: OpenRound, or every problem. */
export const parseRound = (...given: Parameters<typeof parseRoundInSteps>) =>
  finish(parseRoundInSteps(...given));

/** The same in steps. */
export function* parseRoundInSteps(body: unknown, registry: Registry): Steps<Parsed<OpenRound>> {
  const checking = forOneRequest(registry);
  const parsed = yield* parseBody(roundInputSchema, body, (raw) => checkRoundNames(raw, checking));
  if (!parsed.ok) return parsed;
  const { listed, asked, title, ...input } = parsed.value;
  const data: RoundOpened = {
    collection: input.collection,
    round: input.round,
    title: title ?? {},
    mandate: input.mandate ?? null,
    symbol: input.symbol ?? null,
    noteVerbaleOn: input.noteVerbaleOn ?? null,
    replyBy: input.replyBy ?? null,
    cutOff: input.cutOff ?? null,
    complete: input.complete,
    compiledBy: input.compiledBy === undefined ? null : resolve(checking, input.compiledBy).code,
    asked: asked?.map((name) => resolve(checking, name)) ?? null,
    listed: listed
      ? {
          paragraph: listed.paragraph,
          respondents: listed.respondents.map((name) => resolveListed(checking, name)),
        }
      : null,
  };
  return { ok: true, value: { type: 'OpenRound', data } };
}

function* checkRoundNames(raw: Record<string, unknown>, checking: Checking): Search {
  const listed = raw['listed'] as { respondents?: unknown } | null | undefined;
  yield* checkRespondent(checking, raw['compiledBy'], ['compiledBy']);
  yield* checkRespondents(checking, raw['asked'], ['asked']);
  yield* checkRespondents(checking, listed?.respondents, ['listed', 'respondents']);
}

function* checkReply(raw: Record<string, unknown>, checking: Checking): Search {
  yield* checkRespondent(checking, raw['respondent'], ['respondent']);
  yield* checkContent(raw, checking);
}

function* checkContent(raw: Record<string, unknown>, checking: Checking): Search {
  yield* checkReceipt(checking, raw);
  yield* checkObservations(checking, raw['observations'], ['observations'], raw);
  yield* checkFindings(checking, raw['findings'], ['findings']);
}

function toContent(input: {
  language?: string | undefined;
  observations: ObservationInput[];
  findings: FindingInput[];
}): ReplyContent {
  return {
    language: input.language ?? null,
    observations: input.observations.map(toObservation),
    findings: input.findings,
  };
}

function toReceipt(input: { receivedOn: ReceivedOnInput }) {
  const { day, precision } = readReceivedOn(input.receivedOn);
  return { receivedOn: day, receivedPrecision: precision } as const;
}

/** In: body of POST …/replies. Out: SubmitReply, or every problem. */
export const parseReply = (...given: Parameters<typeof parseReplyInSteps>) =>
  finish(parseReplyInSteps(...given));

/** The same in steps. */
export function* parseReplyInSteps(
  body: unknown,
  round: RoundKey,
  registry: Registry,
): Steps<Parsed<SubmitReply>> {
  const plain = readPlainReply(body, round, registry);
  return plain ? { ok: true, value: plain } : yield* parseAnyReplyInSteps(body, round, registry);
}

/** The same by the schema and the rules alone. */
export function* parseAnyReplyInSteps(
  body: unknown,
  round: RoundKey,
  registry: Registry,
): Steps<Parsed<SubmitReply>> {
  const checking = forOneRequest(registry);
  const parsed = yield* parseBody(replyInputSchema, body, (raw) => checkReply(raw, checking));
  if (!parsed.ok) return parsed;
  const resolved = resolve(checking, parsed.value.respondent);
  const { collection, round: name } = round;
  const key = { type: 'SubmitReply' as const, collection, round: name, respondent: resolved.code, resolved };
  // Not by spreads: most commands are these (docs/performance.md, "Spreads").
  return { ok: true, value: Object.assign(key, toReceipt(parsed.value), toContent(parsed.value)) };
}

/** In: body of POST …/replacement. Out: ReplaceReply, or every problem. */
export const parseReplacement = (...given: Parameters<typeof parseReplacementInSteps>) =>
  finish(parseReplacementInSteps(...given));

/** The same in steps. */
export function* parseReplacementInSteps(
  body: unknown,
  round: RoundKey,
  respondent: string,
  registry: Registry,
): Steps<Parsed<ReplaceReply>> {
  const parsed = yield* parseBody(replacementInputSchema, body, (raw) =>
    checkContent(raw, forOneRequest(registry)),
  );
  if (!parsed.ok) return parsed;
  const { reason, reference = null } = parsed.value;
  const value = { type: 'ReplaceReply' as const, ...round, respondent, reason, reference };
  return { ok: true, value: { ...value, ...toReceipt(parsed.value), ...toContent(parsed.value) } };
}

/** In: body of POST …/withdrawal. Out: WithdrawReply, or every problem. */
export const parseWithdrawal = (...given: Parameters<typeof parseWithdrawalInSteps>) =>
  finish(parseWithdrawalInSteps(...given));

/** The same in steps. */
export function* parseWithdrawalInSteps(
  body: unknown,
  round: RoundKey,
  respondent: string,
  registry: Registry,
): Steps<Parsed<WithdrawReply>> {
  const parsed = yield* parseBody(withdrawalInputSchema, body, (raw) =>
    checkReceipt(forOneRequest(registry), raw),
  );
  if (!parsed.ok) return parsed;
  const { reason, reference = null } = parsed.value;
  return {
    ok: true,
    value: { type: 'WithdrawReply', ...round, respondent, reason, reference, ...toReceipt(parsed.value) },
  };
}

/** In: body of POST …/corrections. Out: CorrectReply, or every problem. */
export const parseCorrection = (...given: Parameters<typeof parseCorrectionInSteps>) =>
  finish(parseCorrectionInSteps(...given));

/** The same in steps. */
export function* parseCorrectionInSteps(
  body: unknown,
  round: RoundKey,
  respondent: string,
  registry: Registry,
): Steps<Parsed<CorrectReply>> {
  const parsed = yield* parseBody(correctionInputSchema, body, (raw) =>
    checkCorrection(raw, forOneRequest(registry)),
  );
  if (!parsed.ok) return parsed;
  const { observations, findings, reason, reference = null } = parsed.value;
  return {
    ok: true,
    value: {
      type: 'CorrectReply',
      ...round,
      respondent,
      reason,
      reference,
      ...toReceipt(parsed.value),
      observations: {
        changed: observations.changed.map(toObservation),
        added: observations.added.map(toObservation),
        retracted: observations.retracted.map(toObservationKey),
      },
      findings: { ...findings, retracted: findings.retracted.map(toFindingKey) },
    },
  };
}

function* checkCorrection(raw: Record<string, unknown>, checking: Checking): Search {
  const observations = (raw['observations'] ?? {}) as Record<string, unknown>;
  const findings = (raw['findings'] ?? {}) as Record<string, unknown>;
  const parts = ['changed', 'added', 'retracted'] as const;
  const given = [observations, findings].flatMap((group) => parts.map((part) => group[part]));
  yield* checkReceipt(checking, raw);
  for (const part of parts)
    yield* checkObservations(checking, observations[part], ['observations', part], raw, part === 'retracted');
  for (const part of parts) yield* checkFindings(checking, findings[part], ['findings', part]);
  if (given.every((list) => list === undefined || (Array.isArray(list) && list.length === 0)))
    yield {
      pointer: '',
      code: 'nothing-corrected',
      message: 'the correction changes, adds and retracts nothing',
      expected:
        'under "observations" or "findings" at least one of "changed", "added" and "retracted", each a list',
    };
}
