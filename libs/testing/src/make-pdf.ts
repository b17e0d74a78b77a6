/** Small PDFs, for tests. */

/** In: a line of Latin letters for each page. Out: a PDF, 600 by 800 points, each line at the top of its page. */
export function makePdf(...lines: readonly string[]): string {
  const pages = lines.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages}]/Count ${lines.length}/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, i) => {
      const drawn = `BT /F 12 Tf 50 750 Td (${line}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/Contents ${5 + i * 2} 0 R>>`,
        `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return `${file}${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
}
