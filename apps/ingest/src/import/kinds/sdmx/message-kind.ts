/** What an XML file is by its first element: a data message of SDMX, or what else, with what to do instead. */
import type { Attributes } from '@rapporteur/office-file';
import { notTaken, quote, UnreadableFile } from '../unreadable-file.js';

const namespaceForm = /^https?:\/\/www\.sdmx\.org\/resources\/sdmxml\/schemas\/v(\d)_(\d)\/message$/i;

const ofData = /^(?:Generic|StructureSpecific)(?:TimeSeries)?Data$/;

/**
 * In: the first element of an XML file. Out: whether it is a message of data, or one that says why there are none. Errors:
 * UnreadableFile, for XML of any other kind.
 */
export function kindOfMessage(name: string, attributes: Attributes, prefix: string): 'message' | 'error' {
  if (name.toLowerCase() === 'html') throw notTaken('a web page');
  const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
  const version = namespaceForm.exec(namespace);
  if (!version) throw notTaken(`XML, but no message of SDMX: its first element is ${quote(name)}`);
  if (version[1] === '1' || `${version[1]}.${version[2]}` === '2.0')
    throw otherMessage(`SDMX-ML ${version[1]}.${version[2]}: 2.1 and 3.0 are read`);
  if (name === 'Error') return 'error';
  if (ofData.test(name)) return 'message';
  if (name === 'Structure') throw otherMessage('an SDMX message of structures, which holds no figures');
  throw otherMessage(`an SDMX message of another kind (${quote(name)}), which holds no figures`);
}

const otherMessage = (what: string) =>
  new UnreadableFile(
    'not-a-spreadsheet',
    `The file is ${what}. Ask the service that it comes from for data as SDMX-ML 2.1, SDMX-ML 3.0 or SDMX-CSV.`,
  );

/** What a service says instead of data, or of them. */
export interface Note {
  readonly code: string;
  readonly severity: string;
  readonly text: string;
}

const toText = ({ code, text }: Note) =>
  `${quote(text.trim(), 500)}${code === '' ? '' : ` (code ${quote(code, 20)})`}`;

/** In: what an error message says. */
export const errorInstead = (notes: readonly Note[]): UnreadableFile =>
  new UnreadableFile(
    'not-a-spreadsheet',
    `The file is an SDMX error message, which holds no figures. It says: ${notes.map(toText).join('; ') || 'nothing'}.`,
  );

/** Codes of SDMX REST by which a service says that its answer was cut. */
const cutCodes = ['110', '413', '510'];

/** In: what stands below the data of a message. Errors: UnreadableFile, where it says that not all of them are there. */
export function refusePart(note: Note): void {
  if (!cutCodes.includes(note.code) && note.severity.toLowerCase() !== 'error') return;
  throw new UnreadableFile(
    'truncated',
    `The message is not whole. Below its data the service says: ${toText(note)}. Ask for less at a time.`,
  );
}
