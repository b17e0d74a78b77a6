/** Every read that there is, in the order of the documentation. */
import { indicators, respondents, topics } from './routes/code-lists.js';
import { event } from './routes/events.js';
import { findings } from './routes/findings.js';
import { inconsistencies } from './routes/inconsistencies.js';
import { observation, observations } from './routes/observations.js';
import { round, roundByEncodedId, rounds } from './routes/rounds.js';
import { trends } from './routes/trends.js';
import type { Route } from './route.js';

export const routes: readonly Route[] = [
  trends,
  observations,
  observation,
  findings,
  rounds,
  round,
  roundByEncodedId,
  inconsistencies,
  respondents,
  indicators,
  topics,
  event,
];
