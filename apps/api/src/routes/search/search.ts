/** GET /v1/search: what a typed text may mean: a State, region, indicator, topic, collection, or a round by its symbol. */
import { searchAnswer } from '@rapporteur/contract';
import { indicators, populationCollection, topics } from '@rapporteur/domain';
import {
  acceptedNames,
  alpha3Of,
  languages,
  m49Of,
  nameOf,
  regionNameOf,
  regions,
  respondentCodes,
  type Language,
} from '@rapporteur/names';
import { readMarks, readRounds, type Snapshot } from '@rapporteur/projections';
import type { Vintage } from '@rapporteur/domain';
import { z } from 'zod';
import {
  nameCollection,
  nameIndicator,
  nameRegion,
  nameRespondent,
  nameTopic,
  type Named,
} from '../../reading/names.js';
import { commonQuery, wholeNumber } from '../../reading/parameters.js';
import { route } from '../../reading/route.js';
import { findEntries, type Entry } from './find-entries.js';

/** Longer than any name. */
const charactersAtMost = 200;

interface Found extends Named {
  readonly kind: z.output<typeof searchAnswer>['items'][number]['kind'];
}

const { format: _, ...common } = commonQuery;

export const search = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/search',
  summary:
    'What a text may mean: respondents, regions, indicators, topics, collections and rounds, in six languages',
  query: z.strictObject({
    q: z
      .string()
      .trim()
      .min(1, 'a text to look for')
      .max(charactersAtMost, `${charactersAtMost} characters at most`)
      .describe('A code, a name in any of the six languages, a part of one, or a symbol; slips are forgiven'),
    limit: wholeNumber(1, 50).default(10).describe('Items at most (1 to 50)'),
    ...common,
  }),
  answer: searchAnswer,
  async read({ query, language, snapshot, vintage, position }) {
    const entries = await listEntries(snapshot, vintage, language);
    const items = findEntries(entries, query.q)
      .slice(0, query.limit)
      .map(({ found, text, match }) => ({ ...found, match, matched: text }));
    return { body: { items, position } };
  },
});

async function listEntries(
  snapshot: Snapshot,
  vintage: Vintage,
  language: Language,
): Promise<Entry<Found>[]> {
  const marks = await readMarks(snapshot, {}, vintage);
  const heard = new Set(
    marks.filter(({ collection }) => collection !== populationCollection).map(({ respondent }) => respondent),
  );
  // As in the list of rounds, population is left out: it is there to divide by.
  const rounds = (await readRounds(snapshot, vintage))
    .filter(({ particulars }) => particulars.collection !== populationCollection)
    .sort((a, b) => a.position - b.position);
  return [...codeEntries(heard, language), ...roundEntries(rounds, language)];
}

/** What the code lists have. In: respondents with a reply. */
function codeEntries(heard: ReadonlySet<string>, language: Language): Entry<Found>[] {
  const inAll = (nameIn: (language: Language) => string) => languages.map(nameIn);
  return [
    ...respondentCodes.map((code) => ({
      found: { kind: 'respondent' as const, ...nameRespondent(code, language) },
      texts: [
        code,
        acceptedNames(code),
        inAll((one) => nameOf(code, one)),
        alpha3Of(code) ?? [],
        m49Of(code) ?? [],
      ].flat(),
      hasData: heard.has(code),
    })),
    ...regions.map(({ code }) => ({
      found: { kind: 'region' as const, ...nameRegion(code, language) },
      texts: [code, ...inAll((one) => regionNameOf(code, one))],
      hasData: true,
    })),
    ...indicators.map(({ code, names }) => ({
      found: { kind: 'indicator' as const, code, name: nameIndicator(code, language).name },
      texts: [code, ...Object.values(names)],
      hasData: true,
    })),
    ...topics.map(({ code, names }) => ({
      found: { kind: 'topic' as const, ...nameTopic(code, language) },
      texts: [code, ...Object.values(names)],
      hasData: true,
    })),
  ];
}

function roundEntries(rounds: Awaited<ReturnType<typeof readRounds>>, language: Language): Entry<Found>[] {
  const latest = new Map(rounds.map(({ particulars }) => [particulars.collection, particulars]));
  return [
    ...[...latest].map(([code, { title }]) => ({
      found: { kind: 'collection' as const, ...nameCollection(code, title, language) },
      texts: [code, ...languages.map((one) => nameCollection(code, title, one).name)],
      hasData: true,
    })),
    ...rounds.map(({ particulars: { collection, round, title, symbol, mandate } }) => ({
      found: {
        kind: 'round' as const,
        code: `${collection}/${round}`,
        name: title[language] ?? title['en'] ?? `${collection}/${round}`,
      },
      texts: [`${collection}/${round}`, ...Object.values(title), symbol ?? [], mandate ?? []].flat(),
      hasData: true,
    })),
  ];
}
