/** The table of /v1/shares: a row for each part of a respondent, or for each year of a panel. */
import { breakdownKey, type Share, type SharePanel } from '@rapporteur/domain';
import { regionNameOf, type Language } from '@rapporteur/names';
import { nameIndicator, nameRespondent } from '../../reading/names.js';
import { showInterval, type Table } from '../../formats/table.js';
import { toMeasureCube } from '../../formats/to-cube.js';

const columns = [
  'collection',
  'respondent',
  'respondent_name',
  'region',
  'region_name',
  'indicator',
  'indicator_name',
  'unit',
  'breakdown',
  'period',
  'year',
  'value',
  'total',
  'share',
  'share_low',
  'share_high',
  'no_share',
  'reported',
  'of',
  'respondents',
  'missing',
  'refused',
  'id',
  'total_id',
  'event',
  'total_event',
];

type Row = Table['rows'][number];

const shareColumns = ({ share, interval, reason }: Pick<Share, 'share' | 'interval' | 'reason'>) => ({
  share,
  share_low: interval?.low,
  share_high: interval?.high,
  no_share: reason,
});

const valueOf = (figure: Share['part'] | null) =>
  figure?.values ? figure.values.map(({ value }) => value).join(' | ') : figure?.value;

/** In: shares of respondents. */
export const figureRows = (items: readonly Share[], language: Language): Row[] =>
  items.map(({ part, total, ...item }) => ({
    collection: item.collection,
    respondent: item.respondent,
    respondent_name: nameRespondent(item.respondent, language).name,
    ...indicatorColumns(item.indicator, language),
    breakdown: breakdownKey(item.breakdown),
    period: item.period,
    year: item.year,
    value: valueOf(part),
    total: valueOf(total),
    ...shareColumns(item),
    id: part.id,
    total_id: total?.id,
    event: part.event,
    total_event: total?.event,
  }));

const indicatorColumns = (indicator: string, language: Language) => {
  const { name, unit } = nameIndicator(indicator, language);
  return { indicator, indicator_name: name, unit };
};

interface Subject {
  /** Absent of a list of respondents. */
  readonly region: string | undefined;
  readonly collection: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly language: Language;
}

/** In: the panel, and what it is of. */
export const panelRows = (panel: SharePanel, { region, language, indicator, ...subject }: Subject): Row[] =>
  panel.years.map((year) => ({
    ...subject,
    region,
    region_name: region && regionNameOf(region, language),
    ...indicatorColumns(indicator, language),
    period: String(year.year),
    year: year.year,
    value: showInterval(year.part),
    total: showInterval(year.total),
    ...shareColumns(year),
    reported: panel.reported.length,
    of: panel.of.length,
    respondents: panel.reported.join(' '),
    missing: panel.missing.map(({ respondent }) => respondent).join(' '),
    refused: panel.refused.map(({ respondent }) => respondent).join(' '),
  }));

export function toShareTable(rows: readonly Row[]): Table {
  const dimensions = ['collection', 'respondent', 'region', 'indicator', 'breakdown', 'period'];
  return { columns, rows, cube: () => toMeasureCube(rows, dimensions, ['share', 'share_low', 'share_high']) };
}
