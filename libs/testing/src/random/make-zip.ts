/** ZIPs and workbooks as bytes, good ones and such as no program writes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a ZIP. */
export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the directory says of the size, where it lies. */
  readonly claimed?: number;
  /** Bytes of a comment in the directory. */
  readonly comment?: number;
}

/** A ZIP of deflated parts: local headers, central directory, end record (PKWARE APPNOTE 4.3). */
export function toZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed, comment = 0 } of parts) {
    const bytes = Buffer.from(content);
    const deflated = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(deflated.length, 14);
    fields.writeUInt32LE(claimed ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), deflated]);
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(comment, 0);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002\u0014\u0000'),
        fields,
        tail,
        Buffer.from(name),
        Buffer.alloc(comment),
      ]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, central, Buffer.from('PK\u0005\u0006'), end]);
}

const relation = (id: string, target: string) => `<Relationship Id="${id}" Target="${target}"/>`;

/** The parts of a workbook beside its sheets: two sheets, "First" and "Second". In: the XML of shared texts and of styles. */
export const workbook = (texts = '', styles = ''): Part[] => [
  {
    name: 'xl/workbook.xml',
    content:
      '<workbook xmlns:r="r"><sheets><sheet name="First" r:id="rId1"/><sheet name="Second" r:id="rId2"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships>${relation('rId1', 'worksheets/sheet1.xml')}${relation('rId2', '/xl/worksheets/sheet2.xml')}</Relationships>`,
  },
  { name: 'xl/sharedStrings.xml', content: `<sst>${texts}</sst>` },
  ...(styles ? [{ name: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>` }] : []),
];

/** The part of a sheet. In: the XML of its rows. */
export const sheet = (rows: string, n = 1): Part => ({
  name: `xl/worksheets/sheet${n}.xml`,
  content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});

/** The parts of an .ods. In: the XML of its sheets. */
export const ods = (tables: string): Part[] => [
  {
    name: 'content.xml',
    content: `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:draw="d"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  },
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
];
