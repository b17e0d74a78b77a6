/** Generic data in SDMX-ML 2.1. */
import type { Row } from '../model.js';
import {
  columnsOf,
  startOf,
  toOlderAction,
  type Column,
  type DataWriter,
  type Message,
} from './data-writer.js';
import { headerXml } from './header.js';
import { namespaceOf } from './structure-xml.js';
import { attributesXml, declaration, element, escapeXml } from './xml.js';

const values = (row: Row, columns: readonly Column[]): string => {
  let text = '';
  for (const { id, index } of columns) {
    const value = row[index];
    if (value !== undefined) text += `<gen:Value id="${id}" value="${escapeXml(value)}"/>`;
  }
  return text;
};

const wrapped = (name: string, content: string) => (content === '' ? '' : `<${name}>${content}</${name}>`);

/** The reference to the structure in a head of 2.1: the structure itself, since stock clients follow no flow here. */
export const structureInHeader = (
  { structure, dimensionAtObservation }: Message,
  namespace?: string,
): string =>
  element(
    'mes:Structure',
    { structureID: structure.id, namespace, dimensionAtObservation },
    `<com:Structure>${element('Ref', { agencyID: structure.agency, id: structure.id, version: structure.version })}</com:Structure>`,
  );

export function genericXmlWriter(message: Message): DataWriter {
  const { structure, head } = message;
  const { dimensions, time, measure, ofSeries, ofObservation, isSeries } = columnsOf(message);
  const inKey = [...dimensions, ...(time ? [time] : [])];
  const observation = (row: Row, place: string) => {
    const value = measure && row[measure.index];
    const shown = value === undefined ? '' : `<gen:ObsValue value="${escapeXml(value)}"/>`;
    return `<gen:Obs>${place}${shown}${wrapped('gen:Attributes', values(row, ofObservation))}</gen:Obs>`;
  };
  return {
    begin: () =>
      `${declaration}<mes:GenericData${attributesXml({
        'xmlns:mes': namespaceOf(2, 'message'),
        'xmlns:gen': namespaceOf(2, 'data/generic'),
        'xmlns:com': namespaceOf(2, 'common'),
      })}>${headerXml(head, structureInHeader(message))}`,
    beginSet: ({ action, validFrom, validTo }) =>
      `<mes:DataSet${attributesXml({
        structureRef: structure.id,
        action: toOlderAction(action),
        validFromDate: startOf(validFrom),
        validToDate: startOf(validTo),
      })}>`,
    series(rows) {
      if (!isSeries)
        return rows.map((row) => observation(row, `<gen:ObsKey>${values(row, inKey)}</gen:ObsKey>`)).join('');
      const [first] = rows as readonly [Row];
      let text = `<gen:Series><gen:SeriesKey>${values(first, dimensions)}</gen:SeriesKey>${wrapped('gen:Attributes', values(first, ofSeries))}`;
      for (const row of rows) text += observation(row, `<gen:ObsDimension value="${row[time!.index]}"/>`);
      return `${text}</gen:Series>`;
    },
    endSet: () => '</mes:DataSet>',
    end: () => '</mes:GenericData>',
  };
}
