/** GET /v1/collections, /v1/indicators, /v1/topics, /v1/respondents, /v1/regions: the code lists with their names. */
import {
  collectionsAnswer,
  indicatorsAnswer,
  regionsAnswer,
  respondentsAnswer,
  topicsAnswer,
} from '@rapporteur/contract';
import {
  indicators as indicatorCodes,
  populationCollection,
  themes,
  topics as topicCodes,
} from '@rapporteur/domain';
import {
  isAggregate,
  nameOf,
  regionMembers,
  regionNameOf,
  regions as regionCodes,
  respondentCodes,
  respondentKind,
} from '@rapporteur/names';
import { readMarks, readRounds } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { nameCollection, nameIndicator, nameTopic } from '../reading/names.js';
import { commonQuery } from '../reading/parameters.js';
import { pageQuery, toPage } from '../reading/pages.js';
import { route } from '../reading/route.js';
import type { Cube } from '../formats/table.js';
import { toCountCube } from '../formats/to-cube.js';

const listQuery = z.strictObject({ ...commonQuery, ...pageQuery, limit: pageQuery.limit.default(1000) });
const keyOf = ({ code }: { code: string }) => code;
/** Renames `code` and `name` to the dimension's name, as in other cubes. */
const withDimension = <R extends { code: string; name: string }>(id: string, items: readonly R[]) =>
  items.map((item) => ({ ...item, [id]: item.code, [`${id}_name`]: item.name }));
/** A cube of respondents or regions with one number for each. */
const toPlaceCube = <R extends { code: string; name: string }>(
  id: string,
  items: readonly R[],
  others: readonly string[],
  count: (item: R) => number,
): Cube => ({
  dimensions: [id, ...others],
  cells: withDimension(id, items).map((item) => ({ ...item, value: count(item) })),
});
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

export const collections = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/collections',
  summary: 'Collections that have a round, with their names',
  query: listQuery,
  answer: collectionsAnswer,
  alsoAs: tableMedia,
  async read({ query, language, position, snapshot, vintage }) {
    const rounds = (await readRounds(snapshot, vintage)).sort((a, b) => a.position - b.position);
    const titles = new Map(rounds.map(({ particulars }) => [particulars.collection, particulars.title]));
    const all = [...titles].map(([code, title]) => nameCollection(code, title, language)).sort(byCode);
    const page = toPage(all, keyOf, query);
    return {
      body: { ...page, position },
      table: {
        columns: ['code', 'name'],
        rows: page.items.map((item) => ({ ...item })),
        cube: () => toCountCube(withDimension('collection', page.items), ['collection']),
      },
    };
  },
});

export const indicators = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/indicators',
  summary: 'Indicators with counting unit and definition',
  query: listQuery,
  answer: indicatorsAnswer,
  alsoAs: tableMedia,
  async read({ query, language, position }) {
    const all = indicatorCodes
      .map(({ code, theme, definitions, unit }) => ({
        ...nameIndicator(code, language),
        unit,
        theme,
        definition: definitions[language],
      }))
      .sort(byCode);
    const page = toPage(all, keyOf, query);
    return {
      body: { ...page, position },
      table: {
        columns: ['code', 'name', 'unit', 'theme', 'definition'],
        rows: page.items,
        cube: () => toCountCube(withDimension('indicator', page.items), ['indicator', 'theme']),
      },
    };
  },
});

export const topics = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/topics',
  summary: 'Topics of findings, with theme and definition',
  query: listQuery,
  answer: topicsAnswer,
  alsoAs: tableMedia,
  async read({ query, language, position }) {
    const themeOf = (code: string) => ({
      code,
      name: themes.find((theme) => theme.code === code)?.names[language] ?? code,
    });
    const all = topicCodes
      .map(({ code, theme, definition }) => ({
        ...nameTopic(code, language),
        theme: themeOf(theme),
        definition,
      }))
      .sort(byCode);
    const page = toPage(all, keyOf, query);
    const rows = page.items.map(({ theme, ...rest }) => ({ ...rest, theme: theme.code }));
    const cube = () => toCountCube(withDimension('topic', rows), ['topic', 'theme']);
    return {
      body: { ...page, position },
      table: { columns: ['code', 'name', 'theme', 'definition'], rows, cube },
    };
  },
});

export const respondents = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/respondents',
  summary: 'Respondents: areas and organisations, and in which rounds each has a reply',
  query: listQuery,
  answer: respondentsAnswer,
  alsoAs: tableMedia,
  async read({ query, language, position, snapshot, vintage }) {
    const marks = await readMarks(snapshot, {}, vintage);
    const roundsOf = new Map<string, Set<string>>();
    // An area that somebody has published the population of has not replied.
    for (const { respondent, collection, round } of marks.filter(
      (m) => m.collection !== populationCollection,
    ))
      roundsOf.set(respondent, (roundsOf.get(respondent) ?? new Set()).add(`${collection}/${round}`));
    const all = respondentCodes
      .map((code) => ({
        code,
        name: nameOf(code, language),
        kind: respondentKind(code) ?? 'area',
        ...(isAggregate(code) ? { aggregate: true as const } : {}),
        rounds: [...(roundsOf.get(code) ?? [])].sort(),
      }))
      .sort(byCode);
    const page = toPage(all, keyOf, query);
    const rows = page.items.map(({ code, name, kind, rounds }) => ({
      ...{ code, name, kind },
      rounds: rounds.join(' '),
    }));
    const cube = () => toPlaceCube('respondent', page.items, ['kind'], ({ rounds }) => rounds.length);
    return {
      body: { ...page, position },
      table: { columns: ['code', 'name', 'kind', 'rounds'], rows, cube },
    };
  },
});

export const regions = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/regions',
  summary: 'Regions of the UN (M49): where each lies, and its areas',
  query: listQuery,
  answer: regionsAnswer,
  alsoAs: tableMedia,
  async read({ query, language, position }) {
    const all = regionCodes.map(({ code, parent }) => ({
      code,
      name: regionNameOf(code, language),
      ...(parent ? { parent } : {}),
      respondents: regionMembers(code),
    }));
    const page = toPage(all, keyOf, query);
    const rows = page.items.map(({ respondents: members, ...rest }) => ({
      ...rest,
      areas: members.join(' '),
    }));
    return {
      body: { ...page, position },
      table: {
        columns: ['code', 'name', 'parent', 'areas'],
        rows,
        cube: () => toPlaceCube('region', page.items, [], (region) => region.respondents.length),
      },
    };
  },
});
