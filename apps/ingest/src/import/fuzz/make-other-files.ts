/** Makes files of the further kinds that are nearly valid. The same number always gives the same file. */
import { makeRandom, mutate, mutateXml, ods, toZip, type Random } from '@rapporteur/testing';
import { zipOddities } from './make-files.js';
import { cells, escape, header as columns, makeRows, quote } from './make-rows.js';

const header = columns.split(',');

/** Elements of a sheet, and values of their attributes. */
const elements =
  'table:table table:table-row table:table-cell table:covered-table-cell text:p text:s text:span office:annotation table:table-header-rows x'.split(
    ' ',
  );
const values = [
  ...cells.filter((cell) => cell.length < 1000),
  ...['1', '2', '1000', '16384', '16385', '1048576', '1000000000', '99999999999', '0', '-1', '1.5'],
  ...['float', 'string', 'percentage', 'currency', 'date', 'time', 'boolean', 'void'],
];

function makeCell(text: string, random: Random): string {
  const repeated = random.once(9) ? ` table:number-columns-repeated="${random.of(['1', '2', '9'])}"` : '';
  if (text === '') return `<table:table-cell${repeated}/>`;
  const kind = /^\d+$/.test(text) ? 'float' : 'string';
  return `<table:table-cell${repeated} office:value-type="${kind}" office:value="${escape(text)}"><text:p>${escape(text)}</text:p></table:table-cell>`;
}

/** An .ods: odd cells and repetitions; the bytes of the ZIP changed, or what its XML says. */
export function makeOds(number: number): Buffer {
  const random = makeRandom(number);
  const rows = [header, ...makeRows(random)].map((row, i) => {
    const repeated = i > 0 && random.once(9) ? ` table:number-rows-repeated="${random.of(['1', '3'])}"` : '';
    return `<table:table-row${repeated}>${row.map((text) => makeCell(text, i > 0 ? random : never)).join('')}</table:table-row>`;
  });
  const parts = ods(`<table:table table:name="A">${rows.join('')}</table:table>`);
  const mode = random.below(8);
  if (mode === 0) return toZip(parts);
  if (mode === 1) return mutate(toZip(parts), random, zipOddities);
  const change = (xml: string) =>
    mode === 2
      ? mutate(
          Buffer.from(xml),
          random,
          values.map((value) => Buffer.from(value)),
        )
      : mutateXml(xml, random, values, elements);
  return toZip(parts.map((part, i) => (i === 0 ? { ...part, content: change(String(part.content)) } : part)));
}

/** The header is not changed by chance: without it nothing below would be tried. */
const never: Random = { ...makeRandom(0), once: () => false };

const jsonOddities = [
  ...['null', '-1', '1e400', '[]', '{}', '""', '"a"', 'true', '{"0":1}', '[[1]]', '1.5', '99999999'],
  ...['{', '}', '[', ']', ',', ':', '"', '\\u0000', '\\ud800', '"__proto__":', '"value":', '"size":[1]'],
].map((text) => Buffer.from(text));

/** A JSON-stat: odd categories and figures, or bytes that are odd. */
export function makeJsonStat(number: number): Buffer {
  const random = makeRandom(number);
  const rows = makeRows(random);
  const id = header.slice(0, -2);
  const categories = id.map((_, i) => [...new Set(rows.map((row) => row[i] ?? ''))]);
  const size = categories.map((list) => list.length);
  const value: Record<string, unknown> = {};
  for (const row of rows) {
    const place = categories.reduce((sum, list, i) => sum * list.length + list.indexOf(row[i] ?? ''), 0);
    const figure = row.at(-2)!;
    value[place] = /^\d{1,9}$/.test(figure) ? Number(figure) : figure;
  }
  const dimension = Object.fromEntries(
    id.map((name, i) => [
      name,
      { category: { index: categories[i], ...(random.once(3) ? { label: { SLV: random.of(cells) } } : {}) } },
    ]),
  );
  const status = random.once(2) ? { status: { 0: 'M', 7: random.of(cells) } } : {};
  const text = JSON.stringify({ version: '2.0', class: 'dataset', id, size, dimension, value, ...status });
  return random.once(2) ? Buffer.from(text) : mutate(Buffer.from(text), random, jsonOddities);
}

/** An SDMX-CSV of either version, some with labels behind the codes. */
export function makeSdmxCsv(number: number): Buffer {
  const random = makeRandom(number);
  const label = random.once(3);
  const start = random.once(2) ? ['DATAFLOW'] : ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'];
  const first =
    start.length === 1 ? ['A:B(1.0)'] : ['dataflow', 'A:B(1.0)', random.of(['I', 'D', '', ...cells])];
  const head = [...start, ...header.map((name) => (label ? `${name}: ${name}` : name)), 'UNIT_MULT'];
  const rows = makeRows(random).map((row) =>
    [
      ...first,
      ...row.map((cell) => (label && random.once(2) ? `${cell}: ${cell}` : cell)),
      random.of(['0', '', '3']),
    ]
      .map(quote)
      .join(','),
  );
  const bytes = Buffer.from([head.join(','), ...rows].join('\n'));
  return random.once(2)
    ? bytes
    : mutate(
        bytes,
        random,
        cells.map((cell) => Buffer.from(cell)),
      );
}
