/** Streams the rows of an .ods file: nothing of it is kept in memory but the part that is being read. */
import type { OfficeFile } from '@rapporteur/office-file';
import { OdsReader } from './ods-reader.js';
import type { Row, Spreadsheet } from './rows.js';
import { UnreadableFile } from './unreadable-file.js';

const [content, manifest] = ['content.xml', 'META-INF/manifest.xml'];

/** In: an opened ZIP with a content.xml. Out: its sheets. Errors: UnreadableFile; those of the office file. */
export async function openOds(file: OfficeFile): Promise<Spreadsheet> {
  await refuseLocked(file);
  const list = new OdsReader();
  await file.readPart(content, list);
  if (list.sheets.length === 0)
    throw new UnreadableFile('not-a-spreadsheet', 'The file is an OpenDocument, but no spreadsheet.');
  const names = toDistinct(list.sheets);
  return {
    sheets: names,
    rows: (sheet) => readRows(file, new OdsReader(names.indexOf(sheet))),
    close: async () => file.close(),
  };
}

/** With a password only the manifest can be read. */
async function refuseLocked(file: OfficeFile): Promise<void> {
  let isLocked = false;
  await file.readPart(manifest, { open: (name) => void (isLocked ||= name === 'encryption-data') });
  if (isLocked)
    throw new UnreadableFile(
      'not-a-spreadsheet',
      'The file is protected by a password. Save it as .ods, .xlsx or .csv without one.',
    );
}

/** A damaged file may have two sheets of one name; neither is lost. */
const toDistinct = (names: readonly string[]): string[] =>
  names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`));

async function* readRows(file: OfficeFile, reader: OdsReader): AsyncGenerator<Row[]> {
  const chunks = file.parsePart(content, reader);
  while (!reader.isThrough && !(await chunks.next()).done) yield* reader.take();
  await chunks.return(undefined);
  yield* reader.take();
}
