/** The code lists, made from those of the domain: nothing is kept twice. */
import {
  countingUnits,
  denominators,
  dimensions,
  findMissing,
  indicators,
  missingCodes,
  qualifiers,
  type CodeNames,
} from '@rapporteur/domain';
import { languages, m49Of, nameOf, respondentCodes, respondentKind } from '@rapporteur/names';
import type { Item, ItemScheme, Reference, Texts } from '../model.js';
import { agency, structureVersion } from './agency.js';
import { dimensionIdOf, toBreakdownId, totalId } from './breakdowns.js';

/** A collection that there is, with its names. */
export interface KnownCollection {
  readonly code: string;
  readonly names: Texts;
}

export const own = (id: string): Reference => ({ agency, id, version: structureVersion });

const ownList = (id: string, names: Texts, items: readonly Item[]): ItemScheme => ({
  kind: 'codelist',
  ...own(id),
  names,
  items,
});

/** A list of SDMX itself: only the codes that occur here. */
const theirs = (id: string, version: string, name: string, codes: Readonly<Record<string, string>>) =>
  ({
    kind: 'codelist',
    agency: 'SDMX',
    id,
    version,
    isPartial: true,
    names: { en: name },
    items: Object.entries(codes).map(([code, en]) => ({ id: code, names: { en } })),
  }) as const satisfies ItemScheme;

export const frequencies = theirs('CL_FREQ', '2.1', 'Frequency', { A: 'Annual', _O: 'Other' });
export const observationStatuses = theirs('CL_OBS_STATUS', '2.3', 'Observation status', {
  A: 'Normal value',
  B: 'Time series break',
  L: 'Missing value; data exist but were not collected',
  M: 'Missing value; data cannot exist',
  O: 'Missing value',
  Q: 'Missing value; suppressed',
});
export const confidentialityStatuses = theirs('CL_CONF_STATUS', '1.4', 'Confidentiality status', {
  A: 'Primary confidentiality due to small counts',
  C: 'Confidential statistical information',
});

/** The names of an area or organisation in every language. */
const placeNames = (code: string): Texts =>
  Object.fromEntries(languages.map((language) => [language, nameOf(code, language)]));

const toPlace = (code: string): Item => {
  const m49 = m49Of(code);
  return {
    id: code,
    names: placeNames(code),
    annotations: [
      { id: 'KIND', type: 'KIND', title: respondentKind(code) ?? 'area' },
      ...(m49 === undefined ? [] : [{ id: 'M49', type: 'M49', title: m49 }]),
    ],
  };
};

const total: Item = {
  id: totalId,
  names: { en: 'Total', zh: '总计', fr: 'Total', es: 'Total', ru: 'Всего', ar: 'المجموع' },
};

/** The list of a kind of breakdown: its total, its codes, and countries where these are codes too. */
const toBreakdownList = ({ code, names, codes, respondents }: (typeof dimensions)[number]): ItemScheme =>
  ownList(`CL_${dimensionIdOf(code)}`, names, [
    total,
    ...codes.map((one) => ({ id: toBreakdownId(code, one.code), names: one.names })),
    ...(respondents ? respondentCodes.map((one) => ({ id: one, names: placeNames(one) })) : []),
  ]);

export const breakdownLists: readonly ItemScheme[] = dimensions.map(toBreakdownList);

const toIndicatorItem = ({ code, names, definitions }: (typeof indicators)[number]): Item => ({
  id: code,
  names,
  descriptions: definitions,
});

/** The code of a qualifier: `FEWER_THAN`. */
export const toQualifierId = (qualifier: string): string => qualifier.toUpperCase().replaceAll('-', '_');
export const conflicting = 'CONFLICTING';

const qualifierNames: Readonly<Record<string, CodeNames | Texts>> = {
  exact: { en: 'Exact' },
  'at-least': { en: 'At least' },
  'fewer-than': { en: 'Fewer than' },
  approximately: { en: 'Approximately' },
};

const qualifierItems: readonly Item[] = [
  ...qualifiers.map((code) => ({
    id: toQualifierId(code),
    names: findMissing(code)?.names ?? qualifierNames[code] ?? { en: code },
    ...(findMissing(code) ? { descriptions: { en: findMissing(code)!.definition } } : {}),
  })),
  { id: conflicting, names: { en: 'One reply gives several figures' } },
];

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The lists that hold the same whatever is stored. */
const fixedLists: readonly ItemScheme[] = [
  frequencies,
  observationStatuses,
  confidentialityStatuses,
  ownList('CL_REF_AREA', { en: 'Areas and organisations' }, respondentCodes.map(toPlace)),
  ownList('CL_INDICATOR', { en: 'Indicators' }, [...indicators, ...denominators].map(toIndicatorItem)),
  ownList(
    'CL_UNIT_MEASURE',
    { en: 'Counting units' },
    countingUnits.map((unit) => ({ id: unit, names: { en: capital(unit) } })),
  ),
  ownList('CL_QUALIFIER', { en: 'How a figure is meant, or why there is none' }, qualifierItems),
  ownList('CL_RECEIVED_PRECISION', { en: 'How exactly the day of receipt is known' }, [
    { id: 'ON', names: { en: 'On that day' } },
    { id: 'ON_OR_BEFORE', names: { en: 'On that day or before' } },
  ]),
  ...breakdownLists,
];

/** In: the collections that there are. Out: every code list of the flows of figures. */
export const codeLists = (collections: readonly KnownCollection[]): readonly ItemScheme[] => [
  ...fixedLists,
  ownList(
    'CL_COLLECTION',
    { en: 'Collections' },
    collections.map(({ code, names }) => ({ id: code, names })),
  ),
];

/** Codes of reasons without a number; for the description of OBS_VALUE. */
export const missingIds: readonly string[] = missingCodes.map(({ code }) => toQualifierId(code));
