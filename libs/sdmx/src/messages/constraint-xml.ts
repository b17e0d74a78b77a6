/** Which codes there are figures for, in SDMX-ML 2.1 and 3.0. */
import type { Constraint } from '../model.js';
import { urnOf } from '../model.js';
import { element, escapeXml } from './xml.js';

/** The counts, as pysdmx reads them. */
export const metricsOf = ({ series, observations }: Constraint) =>
  [
    { id: 'series_count', type: 'sdmx_metrics', title: String(series) },
    { id: 'obs_count', type: 'sdmx_metrics', title: String(observations) },
  ] as const;

/** It says what there is, not what is allowed. */
export const constraintType = (generation: 2 | 3): Record<string, string> =>
  generation === 3 ? { role: 'Actual' } : { type: 'Actual' };

/** In: the constraint, the generation, the attributes of its element, and its names as XML. */
export function constraintXml(
  constraint: Constraint,
  generation: 2 | 3,
  attributes: Readonly<Record<string, string | undefined>>,
  names: string,
): string {
  const { flow, values, time } = constraint;
  const reference =
    generation === 3
      ? `<str:Dataflow>${escapeXml(urnOf('dataflow', flow, 3))}</str:Dataflow>`
      : `<str:Dataflow>${element('Ref', { id: flow.id, version: flow.version, agencyID: flow.agency, package: 'datastructure', class: 'Dataflow' })}</str:Dataflow>`;
  const [prefix, keyValue] = generation === 3 ? ['str', 'str:KeyValue'] : ['com', 'com:KeyValue'];
  const keys = [...values]
    .map(([id, codes]) =>
      element(
        keyValue,
        { id },
        codes.map((code) => `<${prefix}:Value>${escapeXml(code)}</${prefix}:Value>`).join(''),
      ),
    )
    .join('');
  const range =
    time &&
    `<${prefix}:TimeRange><${prefix}:StartPeriod isInclusive="true">${time.from}T00:00:00</${prefix}:StartPeriod><${prefix}:EndPeriod isInclusive="true">${time.to}T23:59:59</${prefix}:EndPeriod></${prefix}:TimeRange>`;
  const times = range ? element(keyValue, { id: 'TIME_PERIOD' }, range) : '';
  return element(
    generation === 3 ? 'str:DataConstraint' : 'str:ContentConstraint',
    { ...attributes, ...constraintType(generation) },
    `${names}<str:ConstraintAttachment>${reference}</str:ConstraintAttachment><str:CubeRegion include="true">${keys}${times}</str:CubeRegion>`,
  );
}
