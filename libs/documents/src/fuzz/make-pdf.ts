/** PDFs as bytes, good ones and such as no program writes. */

type Piece = string | Buffer;
const toBytes = (piece: Piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece);

/** A stream object: its dictionary without the length, and its bytes. */
export const stream = (dictionary: string, bytes: Piece): Buffer =>
  Buffer.concat([
    toBytes(`<<${dictionary}/Length ${toBytes(bytes).length}>>stream\n`),
    toBytes(bytes),
    toBytes('\nendstream'),
  ]);

/** In: the objects, the first of which is the catalog; more of the trailer. Out: the file with its table of places. */
export function toPdf(objects: readonly Piece[], more = ''): Buffer {
  const pieces = [toBytes('%PDF-1.4\n')];
  let length = pieces[0]!.length;
  const places = objects.map((object, i) => {
    const place = length;
    const bytes = Buffer.concat([toBytes(`${i + 1} 0 obj`), toBytes(object), toBytes('endobj\n')]);
    pieces.push(bytes);
    length += bytes.length;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R${more}>>\nstartxref\n${length}\n%%EOF`;
  return Buffer.concat([...pieces, toBytes(table + trailer)]);
}

export interface PdfOptions {
  /** More of the catalog: what is to be done when it is opened. */
  readonly catalog?: string;
  readonly font?: string;
  /** The content of the first page instead of its lines. */
  readonly content?: Buffer;
  /** Further objects; the first has the number 3 + twice the pages. */
  readonly objects?: readonly Piece[];
  readonly trailer?: string;
  /** How many pages it says that it has. */
  readonly count?: number;
}

/** A PDF of a page for each list of lines, in a font that every reader has. */
export function makePdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Buffer {
  const kids = pages.map((_, i) => `${3 + i * 2} 0 R`).join(' ');
  const font = options.font ?? '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
  const shared = `/MediaBox[0 0 600 800]/Resources<</Font<</F ${font}>>>>`;
  const drawn = pages.map((lines, i) =>
    i === 0 && options.content
      ? options.content
      : stream('', lines.map((line, y) => `BT /F 12 Tf 50 ${750 - y * 16} Td (${line}) Tj ET`).join('\n')),
  );
  return toPdf(
    [
      `<</Type/Catalog/Pages 2 0 R${options.catalog ?? ''}>>`,
      `<</Type/Pages/Kids[${kids}]/Count ${options.count ?? pages.length}${shared}>>`,
      ...drawn.flatMap((content, i) => [`<</Type/Page/Parent 2 0 R/Contents ${4 + i * 2} 0 R>>`, content]),
      ...(options.objects ?? []),
    ],
    options.trailer,
  );
}
