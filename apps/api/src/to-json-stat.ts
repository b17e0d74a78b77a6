/** A table of figures as a JSON-stat 2.0 dataset: a sparse cube with the qualifier of each figure as its status. */
import { breakdownOf, findDimension } from '@rapporteur/domain';
import { nameOf, type Language } from '@rapporteur/names';
import type { Origin, Table } from './route.js';

type Row = Table['rows'][number];

const dimensionIds = ['collection', 'respondent', 'indicator', 'breakdown', 'period'] as const;
type DimensionId = (typeof dimensionIds)[number];
const textOf = (row: Row, column: string) => String(row[column] ?? '');

/** Names of the dimensions and of the words that stand where no code has a name. */
const labels: Readonly<Record<DimensionId, string>> = {
  collection: 'Collection',
  respondent: 'Respondent',
  indicator: 'Indicator',
  breakdown: 'Breakdown',
  period: 'Period',
};

/**
 * In: a table with a column for each dimension, `respondent_name`, `indicator_name`, `unit`, `value`, `qualifier`.
 * Out: the dataset. Values are by place in the cube, since most of it is empty; where one reply gives several figures of
 * one cell there is no value, and its status is "conflicting".
 */
export function toJsonStat({ rows }: Table, origin: Origin): Record<string, unknown> {
  const categories = dimensionIds.map((id) => [...new Set(rows.map((row) => textOf(row, id)))].sort());
  const places = categories.map((codes) => new Map(codes.map((code, i) => [code, i])));
  const size = categories.map((codes) => codes.length);
  const placeOf = (row: Row) =>
    dimensionIds.reduce((place, id, i) => place * size[i]! + places[i]!.get(textOf(row, id))!, 0);
  const cells = new Map<number, Row[]>();
  for (const row of rows) cells.set(placeOf(row), [...(cells.get(placeOf(row)) ?? []), row]);
  const figures = [...cells].map(([place, said]) => [String(place), toFigure(said)] as const);
  return {
    version: '2.0',
    class: 'dataset',
    label: origin.title,
    source: origin.address,
    href: origin.address,
    ...(origin.next ? { link: { next: [{ type: 'application/json', href: origin.next }] } } : {}),
    id: dimensionIds,
    size,
    role: { time: ['period'], geo: ['respondent'], metric: ['indicator'] },
    dimension: Object.fromEntries(
      dimensionIds.map((id, i) => [id, toDimension(id, categories[i]!, rows, origin.language)]),
    ),
    value: Object.fromEntries(figures.map(([place, { value }]) => [place, value])),
    status: Object.fromEntries(figures.map(([place, { status }]) => [place, status])),
    extension: { position: origin.position, asOf: origin.asOf ?? null, language: origin.language },
  };
}

function toFigure(said: readonly Row[]): { value: number | null; status: string } {
  const [row] = said;
  const value = row?.['value'] ?? null;
  if (said.length > 1 || (value !== null && typeof value !== 'number'))
    return { value: null, status: 'conflicting' };
  return { value, status: textOf(row!, 'qualifier') || 'exact' };
}

function toDimension(id: DimensionId, codes: readonly string[], rows: readonly Row[], language: Language) {
  const names = new Map(rows.map((row) => [textOf(row, id), row[`${id}_name`]]));
  const label = (code: string) =>
    id === 'breakdown' ? nameBreakdown(code, language) : String(names.get(code) ?? code);
  const units = new Map(rows.map((row) => [textOf(row, id), row['unit']]));
  return {
    label: labels[id],
    category: {
      index: codes,
      label: Object.fromEntries(codes.map((code) => [code, label(code)])),
      ...(id === 'indicator'
        ? {
            unit: Object.fromEntries(
              codes.map((code) => [code, { label: units.get(code) ?? 'item', decimals: 0 }]),
            ),
          }
        : {}),
    },
  };
}

/** `age:child,sex:female` in words of a language: "Age: 0 to 17 years; Sex: Female". */
function nameBreakdown(key: string, language: Language): string {
  if (key === '_T') return key;
  const parts = Object.entries(breakdownOf(key)).map(([dimension, code]) => {
    const known = findDimension(dimension);
    const listed = known?.codes.find((one) => one.code === code)?.names[language];
    const name = listed ?? (known?.respondents ? nameOf(code.toUpperCase(), language) : code);
    return `${known?.names[language] ?? dimension}: ${name}`;
  });
  return parts.join('; ');
}
