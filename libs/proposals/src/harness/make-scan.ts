/** Letters as other programs write and scan them: LibreOffice sets the letter as PDF, poppler makes pictures of its pages. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp, { type OutputInfo, type Sharp } from 'sharp';

/** What it takes: the packages of Debian and their commands. */
export const programs = {
  'libreoffice-writer-nogui': ['soffice', '--version'],
  'poppler-utils': ['pdftoppm', '-v'],
} as const;

const fonts: Readonly<Record<string, string>> = { ar: 'Noto Naskh Arabic', zh: 'Noto Serif SC' };

/** What LibreOffice writes, and the filter that it does it by. */
const filters = {
  pdf: 'writer_pdf_Export',
  docx: 'MS Word 2007 XML',
  odt: 'writer8',
  rtf: 'Rich Text Format',
  html: 'HTML (StarWriter)',
} as const;
export type Written = keyof typeof filters;

/**
 * In: a folder for all that is written, a language, a letter, the size of its font (points), and as what it is written. Out: the
 * path of the file. Lines whose cells tabs part are a table.
 */
export function writeLetter(
  folder: string,
  language: string,
  text: string,
  size: number,
  written: Written,
): string {
  mkdirSync(folder, { recursive: true });
  // The fonts that reports are set in, wherever the machine has others.
  const installed = dirname(
    dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json')),
  );
  const config = join(folder, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${installed}</dir><cachedir>${folder}/fonts</cachedir></fontconfig>`,
  );
  const style = `font-family:'${fonts[language] ?? 'Tinos'}';font-size:${size}pt`;
  const page = `<!DOCTYPE html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><body style="${style}">${toBlocks(text, style)}`;
  writeFileSync(join(folder, 'source.html'), page);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      ...['--headless', '--infilter=HTML (StarWriter)', '--convert-to', `${written}:${filters[written]}`],
      ...['--outdir', join(folder, written), join(folder, 'source.html')],
    ],
    { stdio: 'pipe', timeout: 120_000, env: { ...process.env, FONTCONFIG_FILE: config } },
  );
  return join(folder, written, `source.${written}`);
}

/** Paragraphs, which empty lines part, and tables. */
const toBlocks = (text: string, style: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .split(/(?:\r?\n){2,}/)
    .map((part) => {
      const lines = part.split(/\r?\n/);
      const first = lines.findIndex((line) => line.includes('\t'));
      const above = first < 0 ? lines : lines.slice(0, first);
      const rows = first < 0 ? [] : lines.slice(first).filter((line) => line !== '');
      const cells = (row: string) => row.split('\t').map((cell) => `<td style="${style}">${cell}</td>`);
      const table = rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('');
      return `${above.length > 0 ? `<p>${above.join('<br>')}</p>` : ''}${table && `<table border="1" width="100%">${table}</table>`}`;
    })
    .join('\n');

/** In: a PDF. Out: a picture of each of its pages, 200 dots per inch, as a scanner writes them. */
function drawPages(pdf: string): Buffer[] {
  const folder = dirname(pdf);
  execFileSync('pdftoppm', ['-r', '200', '-png', '-gray', pdf, join(folder, 'page')], { stdio: 'pipe' });
  const names = readdirSync(folder).filter((name) => /^page-\d+\.png$/.test(name));
  return names.sort().map((name) => readFileSync(join(folder, name)));
}

export const forms = ['png', 'jpeg', 'tiff', 'fax', 'askew', 'pdf'] as const;
export type Form = (typeof forms)[number];

/**
 * In: a PDF and a form. Out: the file, or the files where the form has one page. `fax`: black and white only, as CCITT;
 * `askew`: on the glass of the scanner by one degree, and as a coarse JPEG; `pdf`: each page is one picture.
 */
export async function scan(pdf: string, form: Form): Promise<Buffer[]> {
  const pages = drawPages(pdf);
  const each = (change: (page: Sharp) => Sharp) =>
    Promise.all(pages.map((page) => change(sharp(page)).toBuffer()));
  if (form === 'png') return pages;
  if (form === 'jpeg') return each((page) => page.jpeg({ quality: 75 }));
  if (form === 'askew') return each((page) => page.rotate(1, { background: '#fff' }).jpeg({ quality: 40 }));
  if (form === 'fax')
    return each((page) =>
      page.threshold(160).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }),
    );
  if (form === 'tiff') {
    const joined = sharp(pages, { join: { animated: true } });
    return [await joined.tiff({ compression: 'lzw' }).toBuffer()];
  }
  return [
    toPdf(await Promise.all(pages.map((page) => sharp(page).jpeg().toBuffer({ resolveWithObject: true })))),
  ];
}

/** A PDF of pictures, one on each page of A4, as scanners write it. */
function toPdf(pictures: readonly { data: Buffer; info: OutputInfo }[]): Buffer {
  const [width, height] = [595, 842];
  const stream = (dictionary: string, bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(`<<${dictionary}/Length ${bytes.length}>>stream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ]);
  const kids = pictures.map((_, i) => `${3 + i * 3} 0 R`).join(' ');
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(`<</Type/Pages/Kids[${kids}]/Count ${pictures.length}>>`),
    ...pictures.flatMap(({ data, info }, i) => [
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${4 + i * 3} 0 R/Resources<</XObject<</I ${5 + i * 3} 0 R>>>>>>`,
      ),
      stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`)),
      stream(
        `/Type/XObject/Subtype/Image/Width ${info.width}/Height ${info.height}/BitsPerComponent 8/ColorSpace/Device${info.channels === 1 ? 'Gray' : 'RGB'}/Filter/DCTDecode`,
        data,
      ),
    ]),
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(pieces.reduce((sum, { length }) => sum + length, 0));
    pieces.push(Buffer.from(`${i + 1} 0 obj`), object, Buffer.from('endobj\n'));
  }
  const start = pieces.reduce((sum, { length }) => sum + length, 0);
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  pieces.push(
    Buffer.from(
      `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${places.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
}
