/** Parsed input in the form that events keep: canonical periods, qualifiers said, cells by their identifiers. */
import { findingId, observationId } from '../figures/cell.js';
import type { FindingKey, Observation, ObservationKey } from '../events/events.js';
import type { FindingInput, ObservationInput, ReceivedOnInput } from '../events/input-schemas.js';

/** The day a reply was received, and how well it is known. */
export function readReceivedOn(input: ReceivedOnInput): { day: string; precision: 'on' | 'on-or-before' } {
  return typeof input === 'string'
    ? { day: input, precision: 'on' }
    : { day: input.onOrBefore, precision: 'on-or-before' };
}

/** An observation in its stored form: canonical period, qualifier said, empty breakdown said. */
export function toObservation(input: ObservationInput): Observation {
  const observation: Partial<Record<keyof ObservationInput, unknown>> = {};
  // Not by rest and spread, which take four times as long: every figure of every reply comes here.
  for (const field in input)
    if (field !== 'breakdown' && field !== 'qualifier')
      observation[field as keyof ObservationInput] = input[field as keyof ObservationInput];
  observation.period = String(input.period);
  observation.breakdown = input.breakdown ?? {};
  observation.qualifier = input.qualifier ?? 'exact';
  return observation as Observation;
}

export const toObservationKey = (
  input: Pick<ObservationInput, 'indicator' | 'breakdown' | 'period'>,
): ObservationKey => ({
  indicator: input.indicator,
  breakdown: input.breakdown ?? {},
  period: String(input.period),
});

export const toFindingKey = ({ topic, detail, paragraph, footnote, row }: FindingInput): FindingKey =>
  JSON.parse(JSON.stringify({ topic, detail, paragraph, footnote, row })) as FindingKey;

/** The cell ids of figures and findings within one reply. */
export const idsWithin = (collection: string, round: string, respondent: string) => ({
  observation: (o: ObservationKey) => observationId({ collection, respondent, ...o }),
  finding: (f: FindingKey) => findingId({ collection, round, respondent, ...f }),
});
