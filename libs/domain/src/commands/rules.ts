/** The rules of the subject that no schema of one field can see: names, codes, the future, doubles, sources. */
import { breakdownKey } from '../figures/cell.js';
import { checkQualifier } from './check-qualifier.js';
import type { Checking } from './parse.js';
import { isInFuture, parsePeriod, yearOf, type PeriodReading } from '../figures/period.js';
import { quote, saysUnknown, toPointer, type Problem, type Search } from './problem.js';
import { figuresAtMost, findingsAtMost, namesAtMost } from '../events/input-schemas.js';
import { itemsPerStep } from './steps.js';
import type { Path } from './stepwise.js';

/** Nothing is wrong: one list for all, since this is found seven times for every figure. */
const none: readonly Problem[] = [];
/** The day on which the Charter of the United Nations came into force. */
export const firstDay = '1945-10-24';

/** Nothing can have been received after the day on which it is recorded, nor before there were the United Nations. */
export function checkReceipt(checking: Checking, body: Record<string, unknown>): Problem[] {
  const day = rawDay(body);
  if (!day) return [];
  if (day < firstDay)
    return [
      {
        pointer: '/receivedOn',
        code: 'received-too-early',
        message: `${day} is before there were the United Nations`,
        expected: `${firstDay} or later`,
      },
    ];
  if (day <= checking.today) return [];
  return [
    {
      pointer: '/receivedOn',
      code: 'received-in-future',
      message: `${day} is still to come`,
      expected: `${checking.today} or before`,
    },
  ];
}

function rawDay(body: Record<string, unknown>): string | undefined {
  const raw = body['receivedOn'];
  const day = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)['onOrBefore'] : raw;
  return typeof day === 'string' && /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

/** Resolves a name or says who may have been meant. */
export function checkRespondent(checking: Checking, written: unknown, path: Path): Problem[] {
  if (typeof written !== 'string' || written.trim() === '') return [];
  const found = checking.resolve(written);
  if ('code' in found) return [];
  const suggestions = found.suggestions.map(({ code, name }) => `${code} (${name})`);
  return [
    {
      pointer: toPointer(path),
      code: 'unknown-respondent',
      message: saysUnknown(written, found.suggestions),
      expected: 'an ISO 3166 code, an organisation code, or a name in a UN language',
      suggestions,
    },
  ];
}

/** Checks the names of a list; not of a list that is too long, which the schema has reported. */
export function* checkRespondents(checking: Checking, raw: unknown, path: Path): Search {
  if (!Array.isArray(raw) || raw.length > namesAtMost) return;
  for (const [i, name] of raw.entries()) {
    yield;
    yield* typeof name === 'object' && name !== null
      ? checkSpelling(checking, name as Record<string, unknown>, [...path, i])
      : checkRespondent(checking, name, [...path, i]);
  }
}

/** A respondent beside the name that a list gives it: misspelt it may be, but not the name of somebody else. */
function checkSpelling(checking: Checking, given: Record<string, unknown>, path: Path): Problem[] {
  const { respondent, asWritten } = given;
  const problems = checkRespondent(checking, respondent, [...path, 'respondent']);
  if (problems.length > 0 || typeof respondent !== 'string' || typeof asWritten !== 'string') return problems;
  const [meant, written] = [checking.resolve(respondent), checking.resolve(asWritten)];
  if (!('code' in meant) || !('code' in written) || meant.code === written.code) return [];
  return [
    {
      pointer: toPointer([...path, 'asWritten']),
      code: 'name-of-another',
      message: `${quote(asWritten)} is a name of ${written.code}, not of ${meant.code}`,
      expected: `${meant.code} as the list spells it, or ${written.code} as the respondent`,
    },
  ];
}

function checkCode(
  { suggest }: Checking,
  kind: string,
  written: unknown,
  codes: readonly string[],
  path: Path,
): readonly Problem[] {
  if (typeof written !== 'string' || codes.includes(written)) return none;
  return [
    {
      pointer: toPointer(path),
      code: `unknown-${kind}`,
      message: `${quote(written)} is no ${kind} that is known`,
      expected: `a known ${kind} code`,
      suggestions: suggest(written, codes),
    },
  ];
}

function checkBreakdown(checking: Checking, raw: unknown, path: Path): readonly Problem[] {
  const { dimensions } = checking;
  return Object.entries(asRecord(raw) ?? {}).flatMap(([dimension, code]) => {
    const at = [...path, dimension];
    return Object.hasOwn(dimensions, dimension)
      ? checkCode(checking, `${dimension}-code`, code, dimensions[dimension]!, at)
      : checkCode(checking, 'dimension', dimension, Object.keys(dimensions), at);
  });
}

/** The objects of a list with their indexes; none of a list that is too long, which the schema has reported. */
function* recordsOf(raw: unknown, atMost: number): Generator<[number, Record<string, unknown>]> {
  if (!Array.isArray(raw) || raw.length > atMost) return;
  for (let index = 0; index < raw.length; index += 1) {
    const given = asRecord(raw[index]);
    if (given) yield [index, given];
  }
}

const asRecord = (raw: unknown): Record<string, unknown> | undefined =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;

function checkPlace(raw: Record<string, unknown>, path: Path): readonly Problem[] {
  if (raw['paragraph'] !== undefined || raw['row'] !== undefined) return none;
  return [
    {
      pointer: toPointer(path),
      code: 'no-source',
      message: 'says neither paragraph nor row',
      expected: '"paragraph" (or "row" of an imported file)',
    },
  ];
}

/** The rules of figures that no schema of one field can see: codes, qualifier with value, the future, doubles. */
export function* checkObservations(
  checking: Checking,
  raw: unknown,
  path: Path,
  body: Record<string, unknown>,
  keysOnly = false,
): Search {
  const received = rawDay(body);
  const seen = new Map<string, number>();
  for (const [index, given] of recordsOf(raw, figuresAtMost)) {
    if (index % itemsPerStep === 0) yield;
    const at = [...path, index];
    const reading = parsePeriod(given['period']);
    const found = [
      checkCode(checking, 'indicator', given['indicator'], checking.indicators, [...at, 'indicator']),
      checkBreakdown(checking, given['breakdown'], [...at, 'breakdown']),
      checkFuture(reading, received, checking.today, at),
      ...(keysOnly ? [] : [checkQualifier(given, at), checkBreak(given, reading, at), checkPlace(given, at)]),
      checkDouble(seen, given, reading, index, path),
    ];
    for (const problems of found) if (problems.length > 0) yield* problems;
  }
}

/** A period that had not ended when it was received; or, where that day is not known or is to come, today. */
function checkFuture(
  reading: PeriodReading,
  received: string | undefined,
  today: string,
  at: Path,
): readonly Problem[] {
  const isKnown = received !== undefined && received <= today;
  const day = isKnown ? received : today;
  if (!reading.ok || !isInFuture(reading.period, day)) return none;
  return [
    {
      pointer: toPointer([...at, 'period']),
      code: 'period-in-future',
      message: `${reading.text} lies after ${day}, ${isKnown ? 'when this was received' : 'today'}`,
      expected: `a period that had begun and ended by ${day}`,
    },
  ];
}

/**
 * A break must stand at a year: at a span or an undated figure it would divide no series, and nobody would
 * notice.
 */
function checkBreak(given: Record<string, unknown>, reading: PeriodReading, at: Path): readonly Problem[] {
  if (given['break'] === undefined || !reading.ok || yearOf(reading.text) !== null) return none;
  return [
    {
      pointer: toPointer([...at, 'break']),
      code: 'break-without-year',
      message: `${reading.text} is no year, and only series of years are parted`,
      expected: 'the first year that is counted in the new way',
    },
  ];
}

function checkDouble(
  seen: Map<string, number>,
  given: Record<string, unknown>,
  reading: PeriodReading,
  index: number,
  path: Path,
): readonly Problem[] {
  if (!reading.ok || typeof given['indicator'] !== 'string') return none;
  const breakdown = breakdownKey((asRecord(given['breakdown']) ?? {}) as Record<string, string>);
  const key = `${given['indicator']}~${breakdown}~${reading.text}`;
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, index);
    return none;
  }
  return [
    {
      pointer: toPointer([...path, index]),
      code: 'duplicate-figure',
      message: `the same indicator, breakdown and period as ${toPointer([...path, first])}`,
      expected: 'one figure a cell in a reply',
    },
  ];
}

/** The rules of findings: known topic and detail, a place, no doubles. */
export function* checkFindings(checking: Checking, raw: unknown, path: Path): Search {
  const seen = new Map<string, number>();
  for (const [index, given] of recordsOf(raw, findingsAtMost)) {
    const at = [...path, index];
    yield* checkCode(checking, 'topic', given['topic'], checking.topics, [...at, 'topic']);
    yield* checkCode(checking, 'detail', given['detail'], checking.details, [...at, 'detail']);
    yield* checkPlace(given, at);
    const { topic, detail, paragraph, footnote, row } = given;
    const key = [topic, detail, paragraph, footnote, row].map(quote).join('\n');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else
      yield {
        pointer: toPointer(at),
        code: 'duplicate-finding',
        message: `the same topic, detail and place as ${toPointer([...path, first])}`,
        expected: 'one finding a place',
      };
  }
}
