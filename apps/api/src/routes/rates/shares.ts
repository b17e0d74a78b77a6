/** GET /v1/shares: a part of its total in the same year, of respondents or of the constant panel of a region or a list. */
import { sharesAnswer } from '@rapporteur/contract';
import { breakdownOf, populationCollection, toShares, toSharePanel, type Share } from '@rapporteur/domain';
import { isAggregate, regionMembers, type Language } from '@rapporteur/names';
import { readCells, type Snapshot } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../../formats/choose-format.js';
import { showInterval } from '../../formats/table.js';
import { nameIndicator, nameRegion, nameRespondent } from '../../reading/names.js';
import {
  collectionList,
  commonQuery,
  respondentList,
  subjectList,
  yearParameter,
} from '../../reading/parameters.js';
import { readFigurePage } from '../../reading/figure-page.js';
import { pageQuery } from '../../reading/pages.js';
import { route, type ReadRequest } from '../../reading/route.js';
import { MOST_YEARS, oneBreakdown, regionParameter } from '../../reading/panel-parameters.js';
import { figureRows, panelRows, toShareTable } from './share-table.js';

/** Whether sums are asked for: of a region always, of respondents where that is said. */
const isSum = ({
  region,
  together,
}: {
  readonly region?: string | undefined;
  readonly together?: 'true' | undefined;
}) => region !== undefined || together !== undefined;

const query = z
  .strictObject({
    respondent: respondentList.optional(),
    region: regionParameter.optional(),
    indicator: subjectList.refine((codes) => codes.length === 1, 'one indicator'),
    breakdown: oneBreakdown
      .refine((key) => key !== '_T', 'a part of the total, as form-of-exploitation:forced-labour')
      .describe('The part, as identifiers write it: form-of-exploitation:forced-labour'),
    collection: collectionList.optional().describe('Collections; a sum takes one'),
    from: yearParameter.optional().describe('First year; a sum needs it'),
    to: yearParameter.optional().describe('Last year; a sum needs it'),
    together: z
      .enum(['true'])
      .optional()
      .describe(
        'Of respondents: the share of their sums, as of a region; it takes one collection and the years',
      ),
    ...commonQuery,
    ...pageQuery,
  })
  .refine(({ region, respondent }) => region === undefined || respondent === undefined, {
    path: ['region'],
    message: 'either a region or respondents are asked about',
  })
  .refine(({ together, region, respondent }) => !together || (region ?? respondent) !== undefined, {
    path: ['respondent'],
    message: 'a sum is of the respondents that are named, or of a region',
  })
  .refine((asked) => !isSum(asked) || asked.collection?.length === 1, {
    path: ['collection'],
    message: 'a sum is of one collection',
  })
  .refine((asked) => !isSum(asked) || (asked.from !== undefined && asked.to !== undefined), {
    path: ['from'],
    message: 'a sum has a first and a last year: who lacks one of the years is not in it',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || to - from < MOST_YEARS, {
    path: ['to'],
    message: `${MOST_YEARS} years are the most`,
  });
type Asked = z.output<typeof query>;

export const shares = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/shares',
  summary: 'A part of its total in the same year, with exact intervals; or why there is no share',
  query,
  answer: sharesAnswer,
  alsoAs: tableMedia,
  async read(request) {
    return isSum(request.query) ? readPanel(request) : readShares(request);
  },
});

const collectionsOf = ({ collection }: Asked) => collection?.filter((code) => code !== populationCollection);

async function readShares({ query: asked, snapshot, vintage, language, position }: ReadRequest<Asked>) {
  const { respondent: respondents, indicator: codes, breakdown, from, to } = asked;
  const filter = { kind: 'observation' as const, codes, collections: collectionsOf(asked), from, to };
  const { page, next } = await readFigurePage(
    snapshot,
    { ...filter, respondents, breakdown },
    asked,
    vintage,
  );
  // Of a page the totals of its respondents are enough.
  const people = [...new Set(page.map(({ respondent }) => respondent))];
  const totals = await readCells(snapshot, { ...filter, respondents: people, breakdown: '_T' }, vintage);
  const items = toShares(page, totals);
  return {
    body: {
      items: items.map((share) => show(share, language)),
      panel: null,
      ...(next ? { next } : {}),
      position,
    },
    table: toShareTable(figureRows(items, language)),
  };
}

const show = ({ respondent, indicator, ...rest }: Share, language: Language) => ({
  ...rest,
  respondent: nameRespondent(respondent, language),
  indicator: nameIndicator(indicator, language),
});

async function readPanel({ query: asked, snapshot, vintage, language, position }: ReadRequest<Asked>) {
  const { region, breakdown, collection } = asked;
  const range = { from: asked.from!, to: asked.to! };
  const [indicator, collectionCode] = [asked.indicator[0]!, collection![0]!];
  const wanted = [...new Set(asked.respondent ?? regionMembers(region!))];
  const respondents = wanted.filter((code) => !isAggregate(code));
  const cells = await readParts(
    snapshot,
    { ...range, indicator, respondents, breakdown, collection: collectionCode },
    vintage,
  );
  const panel = toSharePanel(cells, breakdown, respondents, range);
  const name = (code: string) => nameRespondent(code, language);
  const { reported, of } = panel;
  return {
    body: {
      items: [],
      panel: {
        ...(region === undefined ? {} : { region: nameRegion(region, language) }),
        collection: collectionCode,
        indicator: nameIndicator(indicator, language),
        breakdown: breakdownOf(breakdown),
        ...range,
        years: panel.years.map(({ part, total, ...rest }) => ({
          ...rest,
          part: showInterval(part),
          total: showInterval(total),
        })),
        reported: reported.map(name),
        of: of.map(name),
        sentence: { code: 'k-of-n-reported' as const, k: reported.length, n: of.length, ...range },
        missing: panel.missing.map((m) => ({ ...m, respondent: name(m.respondent) })),
        refused: panel.refused.map((r) => ({ ...r, respondent: name(r.respondent) })),
        leftOut: wanted
          .filter(isAggregate)
          .map((code) => ({ respondent: name(code), reason: 'aggregate' as const })),
      },
      position,
    },
    table: toShareTable(
      panelRows(panel, { region, collection: collectionCode, indicator, breakdown, language }),
    ),
  };
}

interface PartsOf {
  readonly collection: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly respondents: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The figures of the parts and of the totals. */
async function readParts(
  snapshot: Snapshot,
  { collection, indicator, breakdown, ...rest }: PartsOf,
  vintage: ReadRequest<Asked>['vintage'],
) {
  const filter = { kind: 'observation' as const, collections: [collection], codes: [indicator], ...rest };
  const parts = await readCells(snapshot, { ...filter, breakdown }, vintage);
  return [...parts, ...(await readCells(snapshot, { ...filter, breakdown: '_T' }, vintage))];
}
