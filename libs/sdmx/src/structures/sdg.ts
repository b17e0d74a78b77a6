/** SDG indicator 16.2.2 with the dimensions and codes of the global data structure (IAEG-SDGs:SDG). */
import { m49Of, nameOf, respondentCodes } from '@rapporteur/names';
import type { Component, Dataflow, DataStructure, ItemScheme, Texts } from '../model.js';
import { frequencies, observationStatuses, own, type KnownCollection } from './code-lists.js';
import { timePeriod } from './flows.js';

/** The code of an area as the global structure has it: M49 without leading zeros; ours where M49 has none. */
export const toSdgArea = (respondent: string): string => m49Of(respondent)?.replace(/^0+/, '') ?? respondent;

const list = (id: string, names: Texts, codes: Readonly<Record<string, string>>): ItemScheme => ({
  kind: 'codelist',
  ...own(id),
  names,
  items: Object.entries(codes).map(([code, en]) => ({ id: code, names: { en } })),
});

const counts: Readonly<Record<string, string>> = {
  VC_HTF_DETV: 'Detected victims of human trafficking',
  VC_HTF_DETVSX: 'Detected victims of human trafficking for sexual exploitation',
  VC_HTF_DETVFL: 'Detected victims of human trafficking for forced labour, servitude and slavery',
  VC_HTF_DETVOP: 'Detected victims of human trafficking for other purposes',
};
const series = Object.fromEntries(
  Object.entries(counts).flatMap(([code, name]) => [
    [code, `${name} (number)`],
    [`${code}R`, `${name} (per 100,000 population)`],
  ]),
);

const seriesList = list('CL_SDG_SERIES', { en: 'Series of SDG 16.2.2' }, series);
const sexList = list(
  'CL_SDG_SEX',
  { en: 'Sex' },
  {
    _T: 'Total',
    F: 'Female',
    M: 'Male',
    _O: 'Other',
    _U: 'Unknown',
  },
);
const ageList = list(
  'CL_SDG_AGE',
  { en: 'Age' },
  {
    _T: 'Total',
    Y0T17: 'Under 18 years',
    Y_GE18: '18 years and over',
    _U: 'Unknown',
  },
);
const unitList = list(
  'CL_SDG_UNIT_MEASURE',
  { en: 'Unit of measure' },
  {
    NUMBER: 'Number',
    PER_100000_POP: 'Per 100,000 population',
  },
);
const reportingTypes = list(
  'CL_SDG_REPORTING_TYPE',
  { en: 'Type of reporting' },
  {
    N: 'National',
    G: 'Global',
  },
);
const totals = list('CL_TOTAL', { en: 'Not broken down' }, { _T: 'Total' });
const natures = list(
  'CL_SDG_NATURE',
  { en: 'Nature of the data' },
  {
    C: 'Country data',
    CA: 'Country adjusted data',
  },
);
const areas: ItemScheme = {
  kind: 'codelist',
  ...own('CL_SDG_REF_AREA'),
  names: { en: 'Areas by M49' },
  items: respondentCodes.map((code) => ({ id: toSdgArea(code), names: { en: nameOf(code, 'en') } })),
};

/** In: the collections that there are. Out: the lists of this flow that other flows do not have. */
export const sdgLists = (collections: readonly KnownCollection[]): readonly ItemScheme[] => [
  seriesList,
  sexList,
  ageList,
  unitList,
  reportingTypes,
  totals,
  natures,
  areas,
  {
    kind: 'codelist',
    ...own('CL_SDG_CUST_BREAKDOWN'),
    names: { en: 'Collections' },
    items: collections.map(({ code, names }) => ({ id: code, names })),
  },
];

const of = (id: string, { agency, id: list, version }: ItemScheme): Component => ({
  id,
  codelist: { agency, id: list, version },
});

export const sdgStructure: DataStructure = {
  kind: 'datastructure',
  ...own('SDG_16_2_2'),
  names: { en: 'SDG 16.2.2: detected victims of trafficking in persons' },
  dimensions: [
    of('FREQ', frequencies),
    of('REPORTING_TYPE', reportingTypes),
    of('SERIES', seriesList),
    of('REF_AREA', areas),
    of('SEX', sexList),
    of('AGE', ageList),
    of('URBANISATION', totals),
    of('INCOME_WEALTH_QUANTILE', totals),
    of('EDUCATION_LEV', totals),
    of('OCCUPATION', totals),
    { id: 'CUST_BREAKDOWN', codelist: own('CL_SDG_CUST_BREAKDOWN') },
    of('COMPOSITE_BREAKDOWN', totals),
    of('DISABILITY_STATUS', totals),
    of('ACTIVITY', totals),
    of('PRODUCT', totals),
  ],
  time: timePeriod,
  measure: { id: 'OBS_VALUE', text: 'Double' },
  attributes: [
    { ...of('UNIT_MEASURE', unitList), dimensions: ['SERIES'] },
    { id: 'UNIT_MULT', text: 'Integer', dimensions: ['SERIES'] },
    of('OBS_STATUS', observationStatuses),
    of('NATURE', natures),
    { id: 'LOWER_BOUND', text: 'Double' },
    { id: 'UPPER_BOUND', text: 'Double' },
    { id: 'QUALIFIER', codelist: own('CL_QUALIFIER') },
    { id: 'TIME_DETAIL', text: 'String' },
    { id: 'SOURCE_DETAIL', text: 'String' },
    { id: 'COMMENT_OBS', text: 'String' },
    { id: 'EVENT', text: 'Integer' },
    { id: 'RECEIVED_ON', text: 'String' },
  ],
};

export const sdgFlow: Dataflow = {
  kind: 'dataflow',
  agency: sdgStructure.agency,
  id: sdgStructure.id,
  version: sdgStructure.version,
  names: sdgStructure.names,
  descriptions: {
    en: 'Counts, and rates per 100,000 people, in the codes of IAEG-SDGs:SDG. CUST_BREAKDOWN holds the collection. The bounds of a rate are its exact 95 % limits.',
  },
  structure: sdgStructure,
};
