/** What each dimension, measure and attribute means. */
import { dimensions } from '@rapporteur/domain';
import type { Item, ItemScheme, Texts } from '../model.js';
import { dimensionIdOf } from './breakdowns.js';
import { own } from './code-lists.js';

const concept = (id: string, names: Texts, description?: string): Item => ({
  id,
  names,
  ...(description === undefined ? {} : { descriptions: { en: description } }),
});

export const conceptSchemeReference = own('CONCEPTS');

const ofVintages =
  'Vintages go by this day: asOf of a request is compared with it, and includeHistory has one data set for each day of receipt. The parameter at, a position, goes by the order of recording instead; both together fix an answer for ever. updatedAfter goes by the time of recording.';

export const conceptScheme: ItemScheme = {
  kind: 'conceptscheme',
  ...conceptSchemeReference,
  names: { en: 'Concepts' },
  items: [
    concept(
      'FREQ',
      { en: 'Frequency' },
      'A: figures of one year each. _O: figures of longer or shorter periods, which are never spread over years.',
    ),
    concept(
      'COLLECTION',
      { en: 'Collection', fr: 'Collecte' },
      'A series of rounds under one mandate. Figures of two collections are never one series.',
    ),
    concept('REF_AREA', { en: 'Reference area' }, 'The area, or the organisation, whose reply it is.'),
    concept('INDICATOR', { en: 'Indicator' }),
    ...dimensions.map(({ code, names }) => concept(dimensionIdOf(code), names)),
    concept('TIME_PERIOD', { en: 'Time period' }, 'A year, or a day and a duration: 2003-01-01/P4Y.'),
    concept(
      'PERIOD',
      { en: 'Period as text' },
      'A period with an open end (upto-2007-06, since-2001-09), or undated.',
    ),
    concept(
      'OBS_VALUE',
      { en: 'Observation value' },
      'Absent where the reply gives no number, or several; QUALIFIER says why.',
    ),
    concept('OBS_STATUS', { en: 'Observation status' }),
    concept('CONF_STATUS', { en: 'Confidentiality status' }),
    concept('QUALIFIER', { en: 'Qualifier' }, 'How the figure is meant, or why there is no number.'),
    concept('LOWER_BOUND', { en: 'Lower bound' }, 'The least that the count can be.'),
    concept(
      'UPPER_BOUND',
      { en: 'Upper bound' },
      'The most that the count can be; absent where nothing limits it.',
    ),
    concept('UNIT_MEASURE', { en: 'Unit of measure' }),
    concept('PARAGRAPH', { en: 'Paragraph' }, 'The paragraph of the report that the figure stands in.'),
    concept('FOOTNOTE', { en: 'Footnote' }),
    concept('SOURCE_ROW', { en: 'Row of the file' }),
    concept('AS_WRITTEN', { en: 'As written' }, 'The words of the reply.'),
    concept('COMMENT_OBS', { en: 'Comment' }, 'A note; and every value where one reply gives several.'),
    concept('ROUND', { en: 'Round' }, 'collection/round'),
    concept('EVENT', { en: 'Event' }, 'The position of the event that the figure comes from.'),
    concept('RECEIVED_ON', { en: 'Received on' }, ofVintages),
    concept('RECEIVED_PRECISION', { en: 'Precision of the day of receipt' }),
    concept('TIME_DETAIL', { en: 'Time detail' }, 'The period as the reply gives it, where it is no year.'),
    concept('REPORTING_TYPE', { en: 'Type of reporting' }),
    concept('SERIES', { en: 'Series' }),
    concept('URBANISATION', { en: 'Degree of urbanisation' }),
    concept('INCOME_WEALTH_QUANTILE', { en: 'Income or wealth quantile' }),
    concept('EDUCATION_LEV', { en: 'Education level' }),
    concept('OCCUPATION', { en: 'Occupation' }),
    concept(
      'CUST_BREAKDOWN',
      { en: 'Custom breakdown' },
      'The collection: two of them may have a figure of the same.',
    ),
    concept('COMPOSITE_BREAKDOWN', { en: 'Composite breakdown' }),
    concept('DISABILITY_STATUS', { en: 'Disability status' }),
    concept('ACTIVITY', { en: 'Activity' }),
    concept('PRODUCT', { en: 'Product' }),
    concept('UNIT_MULT', { en: 'Unit multiplier' }),
    concept('NATURE', { en: 'Nature of the data' }),
    concept('SOURCE_DETAIL', { en: 'Source' }, 'Of a rate: where the population comes from.'),
  ],
};
