/** The flows of figures: those with a time, and those whose period no TIME_PERIOD can say. */
import type { Attribute, Component, Dataflow, DataStructure, Texts } from '../model.js';
import { breakdownDimensions } from './breakdowns.js';
import { confidentialityStatuses, frequencies, observationStatuses, own } from './code-lists.js';

const coded = (id: string): Component => ({ id, codelist: own(`CL_${id}`) });

const placeOfFigure: readonly Component[] = [
  coded('COLLECTION'),
  coded('REF_AREA'),
  coded('INDICATOR'),
  ...breakdownDimensions.map(({ id }) => coded(id)),
];

export const timePeriod: Component = { id: 'TIME_PERIOD', text: 'ObservationalTimePeriod' };

const text = (id: string): Attribute => ({ id, text: 'String' });

/** What a figure says beside its value. */
const attributes: readonly Attribute[] = [
  { ...coded('UNIT_MEASURE'), dimensions: ['INDICATOR'] },
  { id: 'OBS_STATUS', codelist: observationStatuses },
  { id: 'CONF_STATUS', codelist: confidentialityStatuses },
  coded('QUALIFIER'),
  { id: 'LOWER_BOUND', text: 'Integer' },
  { id: 'UPPER_BOUND', text: 'Integer' },
  ...['PARAGRAPH', 'FOOTNOTE', 'SOURCE_ROW', 'AS_WRITTEN', 'COMMENT_OBS', 'ROUND'].map(text),
  { id: 'EVENT', text: 'Integer' },
  // A text: stock clients make a date of GregorianDay that pandas then cannot read.
  { id: 'RECEIVED_ON', text: 'String' },
  coded('RECEIVED_PRECISION'),
  text('TIME_DETAIL'),
];

const measure: Component = { id: 'OBS_VALUE', text: 'Integer' };

const timedNames: Texts = {
  en: 'Figures of replies',
  zh: '答复中的数字',
  fr: 'Chiffres des réponses',
  es: 'Cifras de las respuestas',
  ru: 'Показатели ответов',
  ar: 'أرقام الردود',
};

export const figuresStructure: DataStructure = {
  kind: 'datastructure',
  ...own('FIGURES'),
  names: timedNames,
  dimensions: [{ id: 'FREQ', codelist: frequencies }, ...placeOfFigure],
  time: timePeriod,
  measure,
  attributes,
};

export const untimedStructure: DataStructure = {
  kind: 'datastructure',
  ...own('FIGURES_UNTIMED'),
  names: { en: 'Figures of replies whose period has an open end, or no date' },
  dimensions: [...placeOfFigure, { id: 'PERIOD', text: 'String' }],
  time: undefined,
  measure,
  attributes,
};

const flowOf = (structure: DataStructure, description: string): Dataflow => ({
  kind: 'dataflow',
  agency: structure.agency,
  id: structure.id,
  version: structure.version,
  names: structure.names,
  descriptions: { en: description },
  structure,
});

export const figuresFlow = flowOf(
  figuresStructure,
  'Every figure of a year, or of a period with a beginning and an end. The collection population, which rates divide by, is given where COLLECTION or INDICATOR names it.',
);
export const untimedFlow = flowOf(
  untimedStructure,
  'Every figure of a period that TIME_PERIOD cannot say: up to a date, since a date, or undated.',
);
