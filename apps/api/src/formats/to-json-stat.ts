/** A cube as a JSON-stat 2.0 dataset. It is sparse, and what a number cannot express is the status of its cell. */
import {
  breakdownOf,
  confStatusOf,
  findCollection,
  findDimension,
  missingCodes,
  obsStatusOf,
} from '@rapporteur/domain';
import { nameOf, type Language } from '@rapporteur/names';
import type { Cube, CubeCell, Origin } from './table.js';
import { showMissing } from './missing.js';
import { showSource, sourcesIn } from './sources.js';

/** The code for a missing code, as in identifiers. */
const none = '_';
const codeOf = (cell: CubeCell, id: string) => {
  const code = cell[id];
  return code === null || code === undefined || code === '' ? none : String(code);
};

/** Names of the dimensions. */
const labels: Readonly<Record<string, string>> = {
  collection: 'Collection',
  round: 'Round',
  id: 'Round',
  respondent: 'Respondent',
  region: 'Region',
  indicator: 'Indicator',
  topic: 'Topic',
  detail: 'Detail',
  theme: 'Theme',
  kind: 'Kind',
  breakdown: 'Breakdown',
  dimensions: 'Kind of breakdown',
  period: 'Period',
  year: 'Year',
  state: 'State',
  measure: 'Measure',
  series_code: 'Series',
  sex: 'Sex',
  age: 'Age',
};
const roles = {
  time: ['period', 'year'],
  geo: ['respondent', 'region'],
  metric: ['measure', 'state', 'indicator'],
} as const;

/** The roles of the dimensions. Only one of them has the role `metric`. */
function rolesOf(dimensions: readonly string[]): Record<string, readonly string[]> {
  const of = (role: keyof typeof roles) => roles[role].filter((id) => dimensions.includes(id));
  const found = { time: of('time'), geo: of('geo'), metric: of('metric').slice(0, 1) };
  return Object.fromEntries(Object.entries(found).filter(([, ids]) => ids.length > 0));
}

/**
 * In: a cube, and its origin. Out: the dataset. Values are listed by their place in the cube, since most places
 * are empty. Where several cells have the same place there is no value, and the status is "conflicting".
 */
export function toJsonStat({ dimensions, cells }: Cube, origin: Origin): Record<string, unknown> {
  const categories = dimensions.map((id) => [...new Set(cells.map((cell) => codeOf(cell, id)))].sort());
  const places = categories.map((codes) => new Map(codes.map((code, i) => [code, i])));
  const size = categories.map((codes) => codes.length);
  const placeOf = (cell: CubeCell) =>
    dimensions.reduce((place, id, i) => place * size[i]! + places[i]!.get(codeOf(cell, id))!, 0);
  const held = new Map<number, Pick<CubeCell, 'value' | 'status'>>();
  for (const cell of cells) {
    const place = placeOf(cell);
    held.set(place, held.has(place) ? { value: null, status: 'conflicting' } : cell);
  }
  const statuses = [...held].flatMap(([place, { status }]) =>
    status === undefined ? [] : [[place, status]],
  );
  const missing = showMissing(origin.missing);
  return {
    version: '2.0',
    class: 'dataset',
    label: origin.title,
    source: sourcesIn(cells, origin.language).map(showSource).join('. ') || origin.address,
    ...(missing.length > 0 ? { note: missing } : {}),
    href: origin.address,
    ...(origin.next ? { link: { next: [{ type: 'application/json', href: origin.next }] } } : {}),
    id: dimensions,
    size,
    role: rolesOf(dimensions),
    dimension: Object.fromEntries(
      dimensions.map((id, i) => [id, toDimension(id, categories[i]!, cells, origin.language)]),
    ),
    value: Object.fromEntries([...held].map(([place, { value }]) => [place, value])),
    ...(statuses.length > 0 ? { status: Object.fromEntries(statuses) } : {}),
    extension: {
      position: origin.position,
      asOf: origin.asOf ?? null,
      language: origin.language,
      ...explainStatuses(new Set(statuses.map(([, status]) => status)), origin.language),
    },
  };
}

/** What the statuses say that stand for a number: their names, and the codes that SDMX has for them. */
function explainStatuses(statuses: ReadonlySet<unknown>, language: Language) {
  const used = missingCodes.filter(({ code }) => statuses.has(code));
  if (used.length === 0) return {};
  const each = (of: (one: (typeof used)[number]) => unknown) =>
    Object.fromEntries(used.flatMap((one) => (of(one) === null ? [] : [[one.code, of(one)]])));
  return {
    status: {
      label: each(({ names }) => names[language]),
      obs_status: each(({ code }) => obsStatusOf(code, false)),
      conf_status: each(({ code }) => confStatusOf(code)),
    },
  };
}

function toDimension(id: string, codes: readonly string[], cells: readonly CubeCell[], language: Language) {
  const byCode = new Map(cells.map((cell) => [codeOf(cell, id), cell]));
  const said = (code: string, column: string) => byCode.get(code)?.[column];
  const label = (code: string) => {
    if (id === 'breakdown') return nameBreakdown(code, language);
    const own = id === 'collection' ? findCollection(code)?.names[language] : undefined;
    return String(said(code, `${id}_name`) ?? own ?? code);
  };
  const unit = (code: string) => ({ label: said(code, 'unit') ?? 'item', decimals: 0 });
  const isDefined = id === 'indicator' || id === 'topic';
  const notes = codes.filter((code) => isDefined && said(code, 'definition'));
  return {
    label: labels[id] ?? id,
    category: {
      index: codes,
      label: Object.fromEntries(codes.map((code) => [code, label(code)])),
      ...(id === 'indicator' ? { unit: Object.fromEntries(codes.map((code) => [code, unit(code)])) } : {}),
      ...(notes.length > 0
        ? { note: Object.fromEntries(notes.map((code) => [code, [said(code, 'definition')]])) }
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
