/** SDMX-CSV 1.0, 2.0 and 2.1. */
import { shortName, type Row } from '../model.js';
import {
  columnsOf,
  type Action,
  type Column,
  type DataWriter,
  type Message,
  type SetHead,
} from './data-writer.js';

export type CsvVersion = '1.0' | '2.0' | '2.1';

const quotable = /[",\r\n]/;
/** How a text begins that a spreadsheet program would run; as in every other CSV of the service, an apostrophe stands before it. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const cell = (text: string) => (quotable.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** Only 2.1 has a code for `Merge`. */
const actionCode = (action: Action, version: CsvVersion): string =>
  ({ Replace: 'R', Merge: version === '2.1' ? 'M' : 'A', Delete: 'D' })[action];

export interface CsvOptions {
  readonly version: CsvVersion;
  /** Columns of our own for how long a data set stood: SDMX-CSV has none. */
  readonly withValidity: boolean;
  /** Codes with their names: `SV: El Salvador`. */
  readonly withNames: boolean;
}

/** In: the message and the form. A value that is not there is NaN in 2.0: the specification has no empty cells for it. */
export function csvWriter(message: Message, { version, withValidity, withNames }: CsvOptions): DataWriter {
  const { flow, structure, nameOf } = message;
  const texts = new Set(structure.attributes.filter(({ text }) => text === 'String').map(({ id }) => id));
  const { dimensions, time, measure, ofSeries, ofObservation } = columnsOf(message);
  const isOld = version === '1.0';
  const lines: readonly Column[] = [
    ...dimensions,
    ...(time ? [time] : []),
    ...(measure ? [measure] : []),
    ...ofSeries,
    ...ofObservation,
  ];
  const name = cell(shortName(flow));
  const show = (row: Row, { id, index }: Column): string => {
    const value = row[index];
    // A cell that a stock client reads as a number must hold one, or NaN.
    if (value === undefined) return !isOld && index === measure?.index ? 'NaN' : '';
    if (texts.has(id) && formula.test(value)) return cell(`'${value}`);
    if (!withNames) return cell(value);
    const label = nameOf(id, value);
    return cell(label === value ? value : `${value}: ${label}`);
  };
  let head = '';
  let tail = '';
  return {
    begin: () =>
      `${[...(isOld ? ['DATAFLOW'] : ['STRUCTURE', 'STRUCTURE_ID', 'ACTION']), ...lines.map(({ id }) => id), ...(withValidity ? ['VALID_FROM', 'VALID_TO'] : [])].join(',')}\r\n`,
    beginSet({ action, validFrom, validTo }: SetHead) {
      head = isOld ? name : `dataflow,${name},${actionCode(action, version)}`;
      tail = withValidity ? `,${validFrom ?? ''},${validTo ?? ''}\r\n` : '\r\n';
      return '';
    },
    series(rows) {
      let text = '';
      for (const row of rows) {
        text += head;
        for (const column of lines) text += `,${show(row, column)}`;
        text += tail;
      }
      return text;
    },
    endSet: () => '',
    end: () => '',
  };
}
