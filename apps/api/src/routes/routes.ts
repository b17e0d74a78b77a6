/** Every read that there is, in the order of the documentation. */
import { availability } from './availability.js';
import { collections, indicators, regions, respondents, topics } from './code-lists.js';
import { dataPackage } from './data-package.js';
import { changes } from './changes.js';
import { chartAsHtml, chartAsPng, chartAsSvg } from './chart/chart.js';
import { oembed } from './chart/oembed.js';
import { documents, documentText } from './documents/documents.js';
import { documentProposals } from './documents/proposals.js';
import { event } from './events.js';
import { findings } from './findings.js';
import { inconsistencies } from './inconsistencies.js';
import { observation } from './observation.js';
import { observations } from './observations.js';
import { overview } from './overview.js';
import { panels } from './panels.js';
import { rates } from './rates/rates.js';
import { differences } from './differences.js';
import { discrepancies, revisions } from './revisions.js';
import { report, reportByEncodedId } from './report.js';
import { round, roundByEncodedId, rounds } from './rounds.js';
import { schema, schemas } from './schemas.js';
import { sdgTable } from './rates/sdg-16-2-2.js';
import { search } from './search/search.js';
import { shares } from './rates/shares.js';
import { trends } from './trends.js';
import { vintages } from './vintages.js';
import { feed } from '../webhooks/feed.js';
import type { Route } from '../reading/route.js';

export const routes: readonly Route[] = [
  trends,
  panels,
  rates,
  sdgTable,
  shares,
  observations,
  observation,
  findings,
  rounds,
  round,
  roundByEncodedId,
  documents,
  documentText,
  documentProposals,
  inconsistencies,
  revisions,
  differences,
  discrepancies,
  vintages,
  overview,
  search,
  availability,
  collections,
  respondents,
  regions,
  indicators,
  topics,
  event,
  changes,
  schemas,
  schema,
];

/** Reads that answer a file, not JSON. */
export const fileRoutes: readonly Route[] = [
  dataPackage,
  report,
  reportByEncodedId,
  chartAsSvg,
  chartAsPng,
  chartAsHtml,
  oembed,
  feed,
];
