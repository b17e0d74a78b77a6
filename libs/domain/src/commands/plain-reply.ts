/**
 * Reads what most replies are without a schema: figures of single years, each with its paragraph. Whatever is not surely right
 * is left to the schema and the rules, which alone say what is wrong; of what is taken here they would make the same command.
 */
import type { RoundKey, SubmitReply } from './command.js';
import type { Observation } from '../events/events.js';
import { faultOfText, isCode, isDay } from '../events/input-schemas.js';
import { breakdownKey, type Breakdown } from '../figures/cell.js';
import { isInFuture, parsePeriod } from '../figures/period.js';
import { isMissing, qualifiers, type Qualifier } from '../figures/qualifier.js';
import type { Registry } from './parse.js';
import { firstDay } from './rules.js';

/** Longer replies are read in steps, so that others are answered between them. */
const plainFigures = 100;

type Fields = Readonly<Record<string, unknown>>;

/** In: a body, its round, and the names and codes. Out: its command; undefined where the schema and the rules must judge. */
export function readPlainReply(body: unknown, round: RoundKey, registry: Registry): SubmitReply | undefined {
  if (!isObject(body)) return undefined;
  for (const name in body)
    if (name !== 'respondent' && name !== 'receivedOn' && name !== 'observations') return undefined;
  const { respondent, receivedOn, observations: figures } = body;
  if (!isPlainText(respondent, 200) || typeof receivedOn !== 'string' || !Array.isArray(figures))
    return undefined;
  if (!isDay(receivedOn) || receivedOn < firstDay || receivedOn > registry.today) return undefined;
  if (figures.length > plainFigures) return undefined;
  const resolved = registry.resolve(respondent);
  if (!('code' in resolved)) return undefined;
  const observations: Observation[] = [];
  const seen = new Set<string>();
  for (const figure of figures) {
    const observation = readPlainFigure(figure, receivedOn, registry);
    if (!observation) return undefined;
    observations.push(observation);
    seen.add(`${observation.indicator}~${breakdownKey(observation.breakdown)}~${observation.period}`);
  }
  if (seen.size < observations.length) return undefined;
  const { collection, round: name } = round;
  return {
    type: 'SubmitReply',
    collection,
    round: name,
    respondent: resolved.code,
    resolved,
    receivedOn,
    receivedPrecision: 'on',
    language: null,
    observations,
    findings: [],
  };
}

/** A figure in its stored form, its members in the order in which `toObservation` puts them. */
function readPlainFigure(figure: unknown, received: string, registry: Registry): Observation | undefined {
  if (!isObject(figure)) return undefined;
  for (const name in figure) if (!plainNames.has(name)) return undefined;
  const {
    indicator,
    breakdown = {},
    period,
    value,
    qualifier = 'exact',
    paragraph,
    note,
    asWritten,
  } = figure;
  if (typeof indicator !== 'string' || !isCode(indicator) || !registry.indicators.includes(indicator))
    return undefined;
  if (!isPlainBreakdown(breakdown, registry.dimensions)) return undefined;
  if (typeof period !== 'string' || !isPlainCount(value, 0) || !isPlainQualifier(qualifier, value))
    return undefined;
  if (!isPlainCount(paragraph, 1) || paragraph > 100_000) return undefined;
  const reading = parsePeriod(period);
  if (!reading.ok || reading.period.kind !== 'year' || isInFuture(reading.period, received)) return undefined;
  const observation: Partial<Record<keyof Observation, unknown>> = { indicator, period, value, paragraph };
  if (note !== undefined) {
    if (!isPlainText(note, 2000)) return undefined;
    observation.note = note;
  }
  if (asWritten !== undefined) {
    if (!isPlainText(asWritten, 200)) return undefined;
    observation.asWritten = asWritten;
  }
  observation.breakdown = breakdown;
  observation.qualifier = qualifier;
  return observation as Observation;
}

const plainNames = new Set([
  'indicator',
  'breakdown',
  'period',
  'value',
  'qualifier',
  'paragraph',
  'note',
  'asWritten',
]);

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A whole number from `least` on; not −0, which JSON would keep as 0. */
const isPlainCount = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && !Object.is(value, -0);

/** A text that is kept as it stands. */
const isPlainText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= longest &&
  value.trim() === value &&
  faultOfText(value) === undefined;

const isPlainQualifier = (qualifier: unknown, value: number): qualifier is Qualifier =>
  (qualifiers as readonly unknown[]).includes(qualifier) &&
  !isMissing(qualifier) &&
  !(qualifier === 'fewer-than' && value === 0);

function isPlainBreakdown(breakdown: unknown, dimensions: Registry['dimensions']): breakdown is Breakdown {
  if (!isObject(breakdown)) return false;
  for (const dimension in breakdown) {
    const code = breakdown[dimension];
    if (typeof code !== 'string' || !isCode(code) || !isCode(dimension)) return false;
    if (!Object.hasOwn(dimensions, dimension) || !dimensions[dimension]!.includes(code)) return false;
  }
  return true;
}
