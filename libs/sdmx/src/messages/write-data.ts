/** The writer of each form of data. */
import type { DataFormat } from '../query/media.js';
import { csvWriter, type CsvVersion } from './csv.js';
import { jsonWriter } from './data-json.js';
import type { DataWriter, Message } from './data-writer.js';
import { genericXmlWriter } from './generic-xml.js';
import { specificXmlWriter } from './specific-xml.js';

export interface WriteOptions {
  readonly withValidity: boolean;
  readonly withNames: boolean;
}

export function makeDataWriter(format: DataFormat, message: Message, options: WriteOptions): DataWriter {
  switch (format) {
    case 'generic-2.1':
      return genericXmlWriter(message);
    case 'specific-2.1':
      return specificXmlWriter(message, 2);
    case 'xml-3.0':
      return specificXmlWriter(message, 3);
    case 'json-1.0':
      return jsonWriter(message, '1.0');
    case 'json-2.0':
      return jsonWriter(message, '2.0');
    default:
      return csvWriter(message, { version: format.slice(4) as CsvVersion, ...options });
  }
}
