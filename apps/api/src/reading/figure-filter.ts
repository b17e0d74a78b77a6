/** The figures that the parameters of a read select. */
import type { CellFilter } from '@rapporteur/projections';
import type { About } from '../kept/last-changes.js';

interface Asked {
  readonly respondent?: readonly string[] | undefined;
  readonly indicator?: readonly string[] | undefined;
  readonly collection?: readonly string[] | undefined;
  /** A regular expression, as `breakdownList` gives it. */
  readonly breakdown?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** In: parsed parameters. Out: the filter by which the tables are read. */
export const toFigureFilter = (asked: Asked) =>
  ({
    kind: 'observation',
    respondents: asked.respondent,
    codes: asked.indicator,
    collections: asked.collection,
    breakdownLike: asked.breakdown,
    from: asked.from,
    to: asked.to,
  }) satisfies CellFilter;

/** What an answer with these figures, or findings, and nothing else depends on. */
export const aboutFigures = ({
  collection,
  respondent,
}: Pick<Asked, 'collection' | 'respondent'>): About => ({
  collections: collection,
  respondents: respondent,
});
