/** Structure-specific data in SDMX-ML 2.1 and 3.0: each component is an attribute. */
import { urnOf, type Row } from '../model.js';
import {
  columnsOf,
  startOf,
  toOlderAction,
  type Column,
  type DataWriter,
  type Message,
} from './data-writer.js';
import { structureInHeader } from './generic-xml.js';
import { headerXml } from './header.js';
import { namespaceOf, type Generation } from './structure-xml.js';
import { attributesXml, declaration, element, escapeXml } from './xml.js';

/** The namespace of a structure's own schema. */
export const ownNamespace = (
  { structure, flow, dimensionAtObservation }: Message,
  generation: Generation,
): string =>
  generation === 2
    ? `${urnOf('datastructure', structure)}:ObsLevelDim:${dimensionAtObservation}`
    : `${urnOf('dataflow', flow)}:ObsLevelDim:${dimensionAtObservation}`;

const values = (row: Row, columns: readonly Column[]): string => {
  let text = '';
  for (const { id, index } of columns) {
    const value = row[index];
    if (value !== undefined) text += ` ${id}="${escapeXml(value)}"`;
  }
  return text;
};

export function specificXmlWriter(message: Message, generation: Generation): DataWriter {
  const { flow, structure, head, dimensionAtObservation } = message;
  const columns = columnsOf(message);
  const { dimensions, time, measure, ofSeries, ofObservation, isSeries } = columns;
  const namespace = ownNamespace(message, generation);
  const inSeries = [...dimensions, ...ofSeries];
  const inObservation = [...(time ? [time] : []), ...(measure ? [measure] : []), ...ofObservation];
  const inHeader =
    generation === 2
      ? structureInHeader(message, namespace)
      : element(
          'mes:Structure',
          { structureID: structure.id, namespace, dimensionAtObservation },
          `<com:StructureUsage>${urnOf('dataflow', flow, 3)}</com:StructureUsage>`,
        );
  return {
    begin: () =>
      `${declaration}<mes:StructureSpecificData${attributesXml({
        'xmlns:mes': namespaceOf(generation, 'message'),
        'xmlns:ss': namespaceOf(generation, 'data/structurespecific'),
        'xmlns:com': namespaceOf(generation, 'common'),
        'xmlns:ns1': namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      })}>${headerXml(head, inHeader)}`,
    beginSet: ({ action, validFrom, validTo }) =>
      `<mes:DataSet${attributesXml({
        'xsi:type': 'ns1:DataSetType',
        'ss:dataScope': generation === 2 ? 'DataStructure' : undefined,
        'ss:structureRef': structure.id,
        'ss:action': toOlderAction(action),
        'ss:validFromDate': startOf(validFrom),
        'ss:validToDate': startOf(validTo),
      })}>`,
    series(rows) {
      if (!isSeries)
        return rows.map((row) => `<Obs${values(row, inSeries)}${values(row, inObservation)}/>`).join('');
      let text = `<Series${values(rows[0]!, inSeries)}>`;
      for (const row of rows) text += `<Obs${values(row, inObservation)}/>`;
      return `${text}</Series>`;
    },
    endSet: () => '</mes:DataSet>',
    end: () => '</mes:StructureSpecificData>',
  };
}
