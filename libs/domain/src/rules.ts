/** The rules of the subject that no schema of one field can see: names, codes, the future, doubles, sources. */
import { breakdownKey } from './cell.js';
import type { Registry } from './parse.js';
import { isInFuture, parsePeriod, yearOf } from './period.js';
import { suggestCodes, toPointer, type Problem } from './problem.js';

type Path = readonly (string | number)[];

/** Nothing can have been received after the day on which it is recorded. */
export function checkReceipt(registry: Registry, body: Record<string, unknown>): Problem[] {
  const day = rawDay(body);
  if (!day || day <= registry.today) return [];
  return [
    {
      pointer: '/receivedOn',
      code: 'received-in-future',
      message: `${day} is still to come`,
      expected: `${registry.today} or before`,
    },
  ];
}

function rawDay(body: Record<string, unknown>): string | undefined {
  const raw = body['receivedOn'];
  const day = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)['onOrBefore'] : raw;
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

/** Resolves a name or says who may have been meant. */
export function checkRespondent(registry: Registry, written: unknown, path: Path): Problem[] {
  if (typeof written !== 'string' || written.trim() === '') return [];
  const found = registry.resolve(written);
  if ('code' in found) return [];
  return [
    {
      pointer: toPointer(path),
      code: 'unknown-respondent',
      message: `${JSON.stringify(written.slice(0, 80))} is no respondent that is known`,
      expected: 'an ISO 3166 code, an organisation code, or a name in a UN language',
      suggestions: found.suggestions.map(({ code, name }) => `${code} (${name})`),
    },
  ];
}

function checkCode(kind: string, written: unknown, codes: readonly string[], path: Path): Problem[] {
  if (typeof written !== 'string' || codes.includes(written)) return [];
  return [
    {
      pointer: toPointer(path),
      code: `unknown-${kind}`,
      message: `${JSON.stringify(written.slice(0, 80))} is no ${kind} that is known`,
      expected: `a known ${kind} code`,
      suggestions: suggestCodes(written, codes),
    },
  ];
}

function checkBreakdown(registry: Registry, raw: unknown, path: Path): Problem[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([dimension, code]) => {
    const codes = registry.dimensions[dimension];
    return codes
      ? checkCode(`${dimension}-code`, code, codes, [...path, dimension])
      : checkCode('dimension', dimension, Object.keys(registry.dimensions), [...path, dimension]);
  });
}

const asRecord = (raw: unknown): Record<string, unknown> | undefined =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : undefined;

function checkPlace(raw: Record<string, unknown>, path: Path): Problem[] {
  if (raw['paragraph'] !== undefined || raw['row'] !== undefined) return [];
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
export function checkObservations(
  registry: Registry,
  raw: unknown,
  path: Path,
  body: Record<string, unknown>,
  keysOnly = false,
): Problem[] {
  if (!Array.isArray(raw)) return [];
  const seen = new Map<string, number>();
  return raw.flatMap((item: unknown, index): Problem[] => {
    const given = asRecord(item);
    if (!given) return [];
    const at = [...path, index];
    return [
      ...checkCode('indicator', given['indicator'], registry.indicators, [...at, 'indicator']),
      ...checkBreakdown(registry, given['breakdown'], [...at, 'breakdown']),
      ...checkFuture(given['period'], rawDay(body), at),
      ...(keysOnly ? [] : [...checkQualifier(given, at), ...checkBreak(given, at), ...checkPlace(given, at)]),
      ...checkDouble(seen, given, index, path),
    ];
  });
}

function checkFuture(rawPeriod: unknown, day: string | undefined, at: Path): Problem[] {
  const reading = parsePeriod(rawPeriod);
  if (!day || !reading.ok || !isInFuture(reading.period, day)) return [];
  return [
    {
      pointer: toPointer([...at, 'period']),
      code: 'period-in-future',
      message: `${reading.text} lies after ${day}, when this was received`,
      expected: `a period that had begun and ended by ${day}`,
    },
  ];
}

function checkQualifier({ value, qualifier }: Record<string, unknown>, at: Path): Problem[] {
  if (value === null && qualifier !== 'none-known')
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'value-missing',
        message: 'null is no figure',
        expected: 'a count, or the qualifier none-known with null',
      },
    ];
  if (typeof value === 'number' && qualifier === 'none-known')
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'value-with-none-known',
        message: `${value} is given although nothing is known`,
        expected: 'null with the qualifier none-known',
      },
    ];
  if (value === 0 && qualifier === 'fewer-than')
    return [
      {
        pointer: toPointer([...at, 'value']),
        code: 'fewer-than-zero',
        message: 'no count is fewer than 0',
        expected: '1 or more with fewer-than',
      },
    ];
  return [];
}

/** A series is of years; a break at a span or an undated figure would part nothing, and nobody would be told. */
function checkBreak(given: Record<string, unknown>, at: Path): Problem[] {
  const reading = parsePeriod(given['period']);
  if (given['break'] === undefined || !reading.ok || yearOf(reading.text) !== null) return [];
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
  index: number,
  path: Path,
): Problem[] {
  const reading = parsePeriod(given['period']);
  if (!reading.ok || typeof given['indicator'] !== 'string') return [];
  const breakdown = breakdownKey((asRecord(given['breakdown']) ?? {}) as Record<string, string>);
  const key = `${given['indicator']}~${breakdown}~${reading.text}`;
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, index);
    return [];
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
export function checkFindings(registry: Registry, raw: unknown, path: Path): Problem[] {
  if (!Array.isArray(raw)) return [];
  const seen = new Map<string, number>();
  return raw.flatMap((item: unknown, index): Problem[] => {
    const given = asRecord(item);
    if (!given) return [];
    const at = [...path, index];
    const key = JSON.stringify([
      given['topic'],
      given['detail'],
      given['paragraph'],
      given['footnote'],
      given['row'],
    ]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return [
      ...checkCode('topic', given['topic'], registry.topics, [...at, 'topic']),
      ...checkCode('detail', given['detail'], registry.details, [...at, 'detail']),
      ...checkPlace(given, at),
      ...(first === undefined
        ? []
        : [
            {
              pointer: toPointer(at),
              code: 'duplicate-finding',
              message: `the same topic, detail and place as ${toPointer([...path, first])}`,
              expected: 'one finding a place',
            },
          ]),
    ];
  });
}
