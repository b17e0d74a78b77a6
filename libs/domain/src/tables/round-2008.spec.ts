/** Holds the coded round of 2008 against a second reading of E/CN.15/2008/6, paragraph by paragraph, so that nothing falls out. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { details, findDetail } from '../codes/details.js';
import { dimensions } from '../codes/dimensions.js';
import { findIndicator, indicators } from '../codes/indicators.js';
import { parseReply, parseRound } from '../commands/commands.js';
import type { Registry } from '../commands/parse.js';
import type { FindingInput, ObservationInput } from '../events/input-schemas.js';
import { themes } from '../codes/themes.js';
import { findTopic, topics } from '../codes/topics.js';

interface ReplyFile {
  respondent: string;
  receivedOn: unknown;
  observations: ObservationInput[];
  findings: FindingInput[];
}

const folder = new URL('../../../../data/ecosoc-2006-27/2008/', import.meta.url);
const readJson = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown;
const fileNames = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'round.json');
const replies = fileNames.map((name) => readJson(name) as ReplyFile);
/** Croatia, as paragraph 3 of the report writes it. */
const misspelt = '克罗迪亚';
const registry: Registry = {
  resolve: (written) =>
    written === misspelt ? { suggestions: [] } : { code: written, asWritten: written, match: 'exact' },
  today: '2008-01-24',
  indicators: indicators.map(({ code }) => code),
  topics: topics.map(({ code }) => code),
  details: details.map(({ code }) => code),
  dimensions: Object.fromEntries(dimensions.map(({ code, codes }) => [code, codes.map((c) => c.code)])),
};

/** Every figure of the document: paragraph, respondent, indicator (and breakdown), period, value, qualifier if not exact. */
const figures = `
 3 UNODC replies-from-states ../2008-01 23
 3 UNODC replies-from-organisations ../2008-01 1
12 HR victims-identified 2002/2007-01 65
12 HR victims-identified 2005 6
12 HR victims-identified 2006 13
12 HR victims-identified 2007 11
13 CU persons-prosecuted,offence:trafficking-or-smuggling 1999/2004-06 112
14 SV cases-investigated 2005 32
14 SV persons-arrested 2005 53
14 SV persons-prosecuted 2005 18
14 SV cases-investigated 2006 67
14 SV persons-arrested 2006 56
14 SV persons-prosecuted 2006 37
14 SV cases-investigated 2007 39
14 SV persons-arrested 2007 30
14 SV persons-prosecuted 2007 6
18 GR specialised-units 2005 14
18 GR cases-recorded 2003/2006 244
18 GR persons-arrested 2003/2006 980
18 GR victims-identified 2003/2006 494
18 GR criminal-groups-dismantled undated 2
20 LI cases-recorded undated null none-known
21 MM specialised-officers 2004 40
21 MM specialised-units undated 18
21 MM cases-recorded 2002-07/2007-10 1037
21 MM offenders-identified 2002-07/2007-10 2078
21 MM victims-rescued 2002-07/2007-10 5513
23 PH assistance-regions undated 3
23 PH victims-assisted ../2007-06 315
24 RO hotline-calls undated 511
24 RO hotline-calls-on-trafficking undated 36
24 RO cases-uncovered undated 8
25 UA offences-recorded 2007 350
25 UA criminal-groups-dismantled undated 16
25 UA cases-investigated undated 76
30 HR persons-trained,audience:police undated 26
35 GR training-material-languages undated 13
37 LV persons-trained 2006 769
38 MM persons-trained,audience:service-providers 2000/.. 500
42 RO persons-trained,audience:military undated 3800 at-least
46 UA media-reports undated 258
49 SV awareness-projects undated 5
51 EE lectures-per-year undated 10
52 JP posters-distributed 2007 25500
52 JP information-languages,language:other-than-national 2007 9
53 LV information-languages undated 3
55 MM persons-reached 2001-09/.. 980700
67 GR coordination-bodies undated 2
67 PL coordination-bodies undated 2
72 CZ coordination-meetings-per-year undated 2
79 NE coordination-bodies undated 2
82 LAS workshop-participating-states 2007-10 16
86 UNODC interagency-meetings 2007 2
86 UNODC interagency-meetings undated 3`;

/** Every list of States: paragraph, footnote or -, topic, the States in the document's order. */
const lists = `
 5  1 protocol-ratified BY BG HR SV EE HU LV MM NL OM PH PL RO
 5  2 legislation-incomplete EE JO NE OM
 5  3 ratification-under-way LI
 5  4 domestic-law-without-ratification CZ JP
 6  5 penalties-reported BY BG LV
 6  6 related-offences BG CU EE
 6  7 money-laundering-predicate BG SV EE JP
 7  8 crc-optional-protocol BG CZ SV EE HU JP LI MU NE
44  - awareness-targeted SV EE JP NE PH QA
44  - awareness-demand EE NL
45  - awareness-schools HR EE
46  - hotline BY EE RO UA
60 10 coordinated-support BG HR HU LV LI PL
61  - shelters BY BG HR CZ SV EE JP MU MM NL NE PH PL QA RO
62  - other-assistance BY HR SV EE HU JP LV NL PH RO UA
63  - temporary-visas BG HR HU LV PL
64  - repatriation BY HR SV EE JP LV MM NE PH RO
66  - coordination-mechanism BG HR CZ SV EE LI
68  - national-action-plan JP LV
68  - child-protection-plan MU NE`;

/** Statements beside the lists, counted for each State; each group trained or addressed and each organisation is one. */
const statements = `
5 QA 1 UNODC 1; 6 UA 1 HR 1 UNODC 1; 8 UNODC 1; 9 EE 1; 10 UNODC 2; 11 BY 1 EE 1 JP 2 LV 1; 12 HR 1;
13 CU 1; 15 EE 2; 16 UNODC 1; 17 HU 3; 18 GR 1; 19 JP 4; 21 MM 2; 22 NL 1; 23 PH 6; 24 RO 1;
26 UNODC 1; 27 UNODC 1; 28 BY 5; 29 BG 5; 30 HR 6; 31 CZ 5; 32 SV 4; 33 EE 4; 34 HU 7; 35 GR 2;
36 JP 2; 37 LV 7; 38 MM 4; 39 NL 4; 40 PH 2; 41 PL 7; 42 RO 2; 43 UNODC 1; 45 RO 1 UNODC 1;
46 LV 1 UNODC 1; 47 BY 3; 48 BG 2; 49 SV 3; 50 HR 2; 51 EE 8; 52 JP 2; 53 LV 1; 54 MU 1; 55 MM 1;
56 NL 5; 57 PH 3; 58 QA 5; 59 RO 5; 60 LI 1 EE 1 PH 1 OM 2 UNODC 1; 61 SV 1 UNODC 1; 62 PH 1;
63 LV 1 RO 2 UNODC 1; 64 EE 3 HU 1 SV 1 NE 1 CZ 2 UNODC 1; 65 UNODC 1; 66 CZ 1; 67 GR 2 PL 2;
69 BY 1; 70 BG 2; 71 HR 3; 72 CZ 2; 73 SV 2; 74 GR 2; 75 HU 2; 76 JP 3; 77 LV 1; 78 LI 1; 79 NE 3;
80 UA 1; 81 UNODC 1; 82 LAS 1 UNODC 1; 83 UNODC 1; 84 UNODC 1; 85 UNODC 1 JP 1; 86 UNODC 15 BY 1`;

const lines = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '));
const sorted = (list: Iterable<string>) => [...list].sort();
const listRows = lines(lists).map((line) => {
  const [paragraph, footnote, topic, ...respondents] = line.split(' ');
  return {
    paragraph: Number(paragraph),
    footnote: footnote === '-' ? undefined : Number(footnote),
    topic,
    respondents,
  };
});
const allFindings = replies.flatMap(({ respondent, findings }) =>
  findings.map((f) => ({ ...f, respondent })),
);

/** A figure as a line of the table above. */
function toLine(respondent: string, figure: ObservationInput): string {
  const breakdown = Object.entries(figure.breakdown ?? {}).map(
    ([dimension, code]) => `,${dimension}:${code}`,
  );
  const qualifier = figure.qualifier ? ` ${figure.qualifier}` : '';
  return `${figure.paragraph} ${respondent} ${figure.indicator}${breakdown.join('')} ${figure.period} ${figure.value}${qualifier}`;
}

describe('the round of 2008 as coded', () => {
  it('holds every figure of the document and no other', () => {
    const coded = replies.flatMap(({ respondent, observations }) =>
      observations.map((o) => toLine(respondent, o)),
    );
    expect(sorted(coded)).toEqual(sorted(lines(figures)));
  });

  it.each(listRows)('lists under $topic (paragraph $paragraph) exactly the States of the document', (row) => {
    const atPlace = allFindings.filter(
      ({ topic, paragraph, footnote }) =>
        topic === row.topic && paragraph === row.paragraph && footnote === row.footnote,
    );
    expect(sorted(atPlace.map(({ respondent }) => respondent))).toEqual(sorted(row.respondents));
    const anywhere = new Set(allFindings.filter(({ topic }) => topic === row.topic).map((f) => f.respondent));
    expect(sorted(anywhere)).toEqual(sorted(row.respondents));
  });

  it('holds every other statement, counted by paragraph and State', () => {
    const counts = new Map<string, number>();
    for (const { respondent, topic, paragraph } of allFindings) {
      if (listRows.some((row) => row.topic === topic && row.paragraph === paragraph)) continue;
      const place = `${paragraph} ${respondent}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    const expected = statements.split(';').flatMap((entry) => {
      const [paragraph, ...pairs] = entry.trim().split(' ');
      return pairs.flatMap((word, i) => (i % 2 === 0 ? [`${paragraph} ${word} ${pairs[i + 1]}`] : []));
    });
    expect(sorted([...counts].map(([place, count]) => `${place} ${count}`))).toEqual(sorted(expected));
  });

  it('notes training once for each State of paragraphs 28 to 42', () => {
    const trained = allFindings.filter(({ topic }) => topic === 'training-provided');
    const inOrder = trained.sort((a, b) => a.paragraph! - b.paragraph!).map((f) => f.respondent);
    expect(inOrder).toEqual('BY BG HR CZ SV EE HU GR JP LV MM NL PH PL RO'.split(' '));
  });

  it('marks the two further footnotes where they stand', () => {
    const notes = allFindings.filter(({ footnote }) => footnote === 9 || footnote === 11);
    const places = notes.map((f) => `${f.footnote} ${f.paragraph} ${f.respondent} ${f.topic}`);
    expect(sorted(places)).toEqual(['11 61 SV shelter-regulation', '9 10 UNODC data-limitation']);
  });

  it('names the fourteen organisations of the inter-agency group', () => {
    const organisations = allFindings.filter(({ topic }) => topic === 'interagency-participant');
    expect(organisations).toHaveLength(14);
    expect(organisations.every(({ detail }) => findDetail(detail!)?.kind === 'organisation')).toBe(true);
  });

  it('has a file for each of the 24 that replied, for Latvia and for the compiler; Slovenia’s is empty', () => {
    const round = readJson('round.json') as { listed: { respondents: unknown[] } };
    expect(new Set(round.listed.respondents).size).toBe(24);
    const listed = 'BY BG HR CU CZ SV EE GR HU JP JO LI MU PH MM NL NE OM PL QA RO SI UA LAS';
    expect(sorted(fileNames)).toEqual(sorted(`${listed} LV UNODC`.split(' ').map((code) => `${code}.json`)));
    const empty = replies.filter((r) => r.observations.length + r.findings.length === 0);
    expect(empty.map((r) => r.respondent)).toEqual(['SI']);
  });

  it.each(replies.map((reply) => [reply.respondent, reply] as const))(
    '%s is a valid reply',
    (code, reply) => {
      expect(parseReply(reply, { collection: 'ecosoc-2006-27', round: '2008' }, registry)).toMatchObject({
        ok: true,
      });
      expect(fileNames).toContain(`${code}.json`);
      expect(reply.receivedOn).toEqual({ onOrBefore: '2008-01-24' });
    },
  );

  it('has a valid round', () => {
    const round = parseRound(readJson('round.json'), registry);
    expect(round.ok && round.value.data.listed!.respondents.filter(({ match }) => match === 'close')).toEqual(
      [{ code: 'HR', asWritten: misspelt, match: 'close' }],
    );
  });
});

describe('the code lists', () => {
  const everyList = { indicators, topics, themes, details, dimensions };
  it.each(Object.entries(everyList))('%s: codes are unique and every name is given', (_, list) => {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    const written = list.flatMap(({ names }) => Object.values(names));
    expect(written).toHaveLength(list.length * 6);
    expect(written.every((name) => name.trim() === name && name.length > 0)).toBe(true);
  });

  it('find by code, and give each topic a theme that exists', () => {
    expect(findIndicator('persons-prosecuted')?.unit).toBe('person');
    expect(findTopic('hotline')?.theme).toBe('D');
    expect(findTopic('no-such-topic')).toBeUndefined();
    const known = new Set(themes.map(({ code }) => code));
    expect(topics.filter(({ theme }) => !known.has(theme))).toEqual([]);
  });
});
