/** GET /v1/rounds and one round: who was asked and listed, who replied, when, late, in which language, on which themes. */
import { roundAnswer, roundsAnswer } from '@rapporteur/contract';
import {
  findIndicator,
  findTopic,
  groupBy,
  populationCollection,
  type KnownRound,
  type ReplyMark,
  toReceived,
} from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import { readMarks, readReplyCounts, readRounds, type ReplyCount } from '@rapporteur/projections';
import { z } from 'zod';
import { tableMedia } from '../formats/choose-format.js';
import { nameRespondent } from '../reading/names.js';
import { commonQuery } from '../reading/parameters.js';
import { pageQuery, toPage } from '../reading/pages.js';
import { route } from '../reading/route.js';
import { receivedColumns, type Table } from '../formats/table.js';
import { toMeasureCube } from '../formats/to-cube.js';

type Standing = Map<string, ReplyMark[]>;

/** The marks of one round by respondent, without the compiler's own account. */
function repliesOf({ particulars }: KnownRound, marks: readonly ReplyMark[]): Standing {
  const { collection, round, compiledBy } = particulars;
  const own = marks.filter(
    (mark) => mark.collection === collection && mark.round === round && mark.respondent !== compiledBy,
  );
  return groupBy(own, ({ respondent }) => respondent);
}

const stands = (marks: readonly ReplyMark[]) => marks.at(-1)?.kind !== 'withdrawn';
const first = (marks: readonly ReplyMark[]) => marks[0]!;

function show(round: KnownRound, marks: readonly ReplyMark[], language: Language) {
  const { collection, round: code, title, listed, asked, compiledBy, ...particulars } = round.particulars;
  const replies = [...repliesOf(round, marks)].filter(([, own]) => stands(own));
  const listedCodes = new Set(listed?.respondents.map((r) => r.code));
  return {
    id: `${collection}/${code}`,
    collection,
    round: code,
    title: title[language] ?? title['en'] ?? null,
    ...particulars,
    compiledBy: compiledBy === null ? null : nameRespondent(compiledBy, language),
    event: round.position,
    counts: {
      asked: asked?.length ?? null,
      listed: listed ? listedCodes.size : null,
      replies: replies.length,
      listedWithReply: replies.filter(([respondent]) => listedCodes.has(respondent)).length,
      late: replies.filter(([, own]) => first(own).late === true).length,
    },
  };
}

export const rounds = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/rounds',
  summary: 'Rounds, with how many were listed and replied',
  query: z.strictObject({ ...commonQuery, ...pageQuery }),
  answer: roundsAnswer,
  alsoAs: tableMedia,
  async read({ query, snapshot, vintage, language, position }) {
    const [known, marks] = [await readRounds(snapshot, vintage), await readMarks(snapshot, {}, vintage)];
    const page = toPage(
      known
        // A publication of population is no call for replies. It has its own address: /v1/rounds/population/…
        .filter(({ particulars }) => particulars.collection !== populationCollection)
        .map((r) => show(r, marks, language))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      ({ id }) => id,
      query,
    );
    const columns = [
      'id',
      'title',
      'mandate',
      'symbol',
      'note_verbale_on',
      'reply_by',
      'cut_off',
      'asked',
      'listed',
      'replies',
      'late',
    ];
    const rows = page.items.map(({ counts, noteVerbaleOn, replyBy, cutOff, ...rest }) => ({
      ...rest,
      ...counts,
      id_name: rest.title ?? rest.id,
      note_verbale_on: noteVerbaleOn,
      reply_by: replyBy,
      cut_off: cutOff,
    }));
    return {
      body: { ...page, position },
      table: {
        columns,
        types: { asked: 'integer', listed: 'integer', late: 'integer' },
        rows,
        cube: () => toMeasureCube(rows, ['id'], ['asked', 'listed', 'replies', 'late']),
      },
    };
  },
});

const receivedOf = ({ receivedOn, receivedPrecision }: ReplyMark) =>
  toReceived(receivedOn, receivedPrecision);

function themesOf(counts: readonly ReplyCount[]): string[] {
  const themes = counts.map(({ kind, code }) =>
    kind === 'finding' ? findTopic(code)?.theme : findIndicator(code)?.theme,
  );
  return [...new Set(themes.filter((theme) => theme !== undefined))].sort();
}

const countOf = (counts: readonly ReplyCount[], wanted: ReplyCount['kind']) =>
  counts.filter(({ kind }) => kind === wanted).reduce((sum, { count }) => sum + count, 0);

function showRespondent(
  code: string,
  round: KnownRound,
  marks: readonly ReplyMark[],
  counts: readonly ReplyCount[],
  language: Language,
) {
  const { listed, asked } = round.particulars;
  const listing = listed?.respondents.find((r) => r.code === code);
  const spoken = marks.findLast((m) => m.kind === 'submitted' || m.kind === 'replaced');
  return {
    respondent: nameRespondent(code, language),
    asked: asked ? asked.some((r) => r.code === code) : null,
    listed: listed ? listing !== undefined : null,
    asWritten: listing?.asWritten ?? null,
    match: listing?.match ?? null,
    replied: marks.length > 0,
    receivedOn: marks.length > 0 ? receivedOf(first(marks)) : null,
    late: marks.length > 0 ? first(marks).late : null,
    language: spoken?.language ?? null,
    status:
      marks.length === 0 ? ('none' as const) : stands(marks) ? ('standing' as const) : ('withdrawn' as const),
    version: marks.length,
    themes: themesOf(counts),
    figures: countOf(counts, 'observation'),
    findings: countOf(counts, 'finding'),
  };
}

/** The columns of a respondent's row that are numbers, or yes and no. */
const measures = ['asked', 'listed', 'replied', 'late', 'version', 'figures', 'findings'];

export const respondentColumns = [
  'respondent',
  'respondent_name',
  'asked',
  'listed',
  'as_written',
  'replied',
  'received_on',
  'received_precision',
  'late',
  'language',
  'status',
  'version',
  'themes',
  'figures',
  'findings',
];

/** Of a round these are how many. */
export const respondentTypes = { asked: 'boolean', listed: 'boolean', late: 'boolean' } as const;

function toRespondentTable(items: readonly ReturnType<typeof showRespondent>[]): Table {
  const rows = items.map(({ respondent, receivedOn, asWritten, themes, ...rest }) => ({
    ...rest,
    respondent: respondent.code,
    respondent_name: respondent.name,
    as_written: asWritten,
    ...(receivedOn === null ? {} : receivedColumns(receivedOn)),
    themes: themes.join(' '),
  }));
  return {
    columns: respondentColumns,
    types: respondentTypes,
    rows,
    cube: () => toMeasureCube(rows, ['respondent'], measures),
  };
}

const oneRound = (path: string) =>
  route({
    method: 'get',
    action: 'read-released',
    path,
    summary:
      'One round: who was asked and listed, who replied, when, late, in which language, on which themes',
    query: z.strictObject(commonQuery),
    answer: roundAnswer,
    alsoAs: tableMedia,
    async read({ params, snapshot, vintage, language, position }) {
      const id = params['id'] ?? `${params['collection']}/${params['round']}`;
      const known = (await readRounds(snapshot, vintage)).find(
        ({ particulars: p }) => `${p.collection}/${p.round}` === id,
      );
      if (!known)
        throw new HttpProblem({
          status: 404,
          code: 'unknown-round',
          title: `There is no round "${id}"`,
          detail: 'GET /v1/rounds lists them.',
        });
      const { collection, round, listed, asked } = known.particulars;
      const marks = await readMarks(snapshot, { collection, round }, vintage);
      const replies = repliesOf(known, marks);
      const counts = await readReplyCounts(snapshot, collection, vintage);
      const byReply = new Map<string, ReplyCount[]>(counts.map(({ reply }) => [reply, []]));
      for (const count of counts) byReply.get(count.reply)!.push(count);
      const codes = [
        ...new Set([
          ...(asked ?? []).map((r) => r.code),
          ...(listed?.respondents ?? []).map((r) => r.code),
          ...replies.keys(),
        ]),
      ].sort();
      const items = codes.map((code) =>
        showRespondent(code, known, replies.get(code) ?? [], byReply.get(`${id}/${code}`) ?? [], language),
      );
      return {
        body: {
          ...show(known, marks, language),
          listed: listed ? { paragraph: listed.paragraph } : null,
          respondents: items,
          position,
        },
        table: toRespondentTable(items),
      };
    },
  });

/** `collection/round` as two segments, and as one with the slash encoded. */
export const round = oneRound('/v1/rounds/:collection/:round');
export const roundByEncodedId = oneRound('/v1/rounds/:id');
