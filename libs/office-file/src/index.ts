/** Files of office programs: .xlsx and .docx, ZIPs of XML that are read within limits, and .csv for them. */
export * from './office-file.js';
export * from './unreadable-office-file.js';
export { makeXmlParser, type Attributes, type Handlers, type XmlParser } from './xml-parser.js';
export * from './write-csv.js';
export * from './tell.js';
