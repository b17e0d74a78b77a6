/** Every read that there is, in the order of the documentation. */
import { availability } from './routes/availability.js';
import { indicators, regions, respondents, topics } from './routes/code-lists.js';
import { dataPackage } from './routes/data-package.js';
import { changes } from './routes/changes.js';
import { event } from './routes/events.js';
import { findings } from './routes/findings.js';
import { inconsistencies } from './routes/inconsistencies.js';
import { observation } from './routes/observation.js';
import { observations } from './routes/observations.js';
import { panels } from './routes/panels.js';
import { discrepancies, revisions } from './routes/revisions.js';
import { report, reportByEncodedId } from './routes/report.js';
import { round, roundByEncodedId, rounds } from './routes/rounds.js';
import { schema, schemas } from './routes/schemas.js';
import { trends } from './routes/trends.js';
import { vintages } from './routes/vintages.js';
import type { Route } from './route.js';

export const routes: readonly Route[] = [
  trends,
  panels,
  observations,
  observation,
  findings,
  rounds,
  round,
  roundByEncodedId,
  inconsistencies,
  revisions,
  discrepancies,
  vintages,
  availability,
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
export const files: readonly Route[] = [dataPackage, report, reportByEncodedId];
