/** GET /v1/overview: which collections there are, whom and what they cover, and their latest round. */
import { overviewAnswer } from '@rapporteur/contract';
import { populationCollection, type KnownRound } from '@rapporteur/domain';
import { readCoverage, readMarks, readRounds } from '@rapporteur/projections';
import { z } from 'zod';
import { nameCollection } from '../reading/names.js';
import { commonQuery } from '../reading/parameters.js';
import { route } from '../reading/route.js';

const { format: _, ...common } = commonQuery;
const nothing = { respondents: 0, figures: 0, findings: 0, firstYear: null, lastYear: null };

export const overview = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/overview',
  summary: 'Collections: how many respondents, figures and findings of which years, and the latest round',
  query: z.strictObject(common),
  answer: overviewAnswer,
  async read({ snapshot, vintage, language, position }) {
    const coverage = new Map((await readCoverage(snapshot, vintage)).map((one) => [one.collection, one]));
    const receivedOn = new Map<string, string>();
    for (const { collection, round, receivedOn: day } of await readMarks(snapshot, {}, vintage)) {
      const id = `${collection}/${round}`;
      if (day > (receivedOn.get(id) ?? '')) receivedOn.set(id, day);
    }
    const dayOf = ({ particulars: { collection, round } }: KnownRound) =>
      receivedOn.get(`${collection}/${round}`) ?? '';
    // The one that was received last, not the one that was opened last: an older round may be loaded after a newer.
    const rounds = (await readRounds(snapshot, vintage))
      .filter(({ particulars }) => particulars.collection !== populationCollection)
      .sort((a, b) => (dayOf(a) === dayOf(b) ? a.position - b.position : dayOf(a) < dayOf(b) ? -1 : 1));
    const latest = new Map(rounds.map(({ particulars }) => [particulars.collection, particulars]));
    const collections = [...latest].sort().map(([code, { round, title, symbol }]) => {
      const { collection: _own, ...covered } = coverage.get(code) ?? { collection: code, ...nothing };
      const id = `${code}/${round}`;
      return {
        code,
        name: nameCollection(code, title, language).name,
        ...covered,
        latest: {
          id,
          title: title[language] ?? title['en'] ?? id,
          symbol,
          receivedOn: receivedOn.get(id) ?? null,
        },
      };
    });
    return { body: { collections, position } };
  },
});
