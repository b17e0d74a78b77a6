/** The draft of the round of 2008 against E/CN.15/2008/6: the same lists of States, every figure of its enforcement section. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildReport } from './build-report.js';
import { coverRound } from '../checks/cover-round.js';
import type { Report } from '../document/document.js';
import { draftReport } from './draft-report.js';
import type { Facts } from '../facts/facts.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import { parseReport } from './parse-report.js';
import { plainText } from '../document/plain-text.js';
import { factsOf, round2008Events } from '../facts/round-2008-facts.js';
import { writeInText, writeRespondent } from '../document/house-style.js';
import { footnotesOf } from '../document/walk.js';

/** The footnotes of the document, in its order, as a second reader read them. */
const footnotes: Readonly<Record<number, string>> = {
  1: 'BY BG HR SV EE HU LV MM NL OM PH PL RO',
  2: 'EE JO NE OM',
  3: 'LI',
  4: 'CZ JP',
  5: 'BY BG LV',
  6: 'BG CU EE',
  7: 'BG SV EE JP',
  8: 'BG CZ SV EE HU JP LI MU NE',
  10: 'BG HR HU LV LI PL',
};

/** Every figure of paragraphs 8 to 25: cell, and how it is printed in English and in Chinese. */
const figures = `
HR~victims-identified~_T~2002..2007-01 | 65 from 2002 to January 2007 | 65（2002年至2007年1月）
HR~victims-identified~_T~2005 | 6 in 2005 | 6（2005年）
HR~victims-identified~_T~2006 | 13 in 2006 | 13（2006年）
HR~victims-identified~_T~2007 | 11 in 2007 | 11（2007年）
CU~persons-prosecuted~offence:trafficking-or-smuggling~1999..2004-06 | 112 from 1999 to June 2004 | 112（1999年至2004年6月）
SV~cases-investigated~_T~2005 | 32 in 2005 | 32（2005年）
SV~persons-arrested~_T~2005 | 53 in 2005 | 53（2005年）
SV~persons-prosecuted~_T~2005 | 18 in 2005 | 18（2005年）
SV~cases-investigated~_T~2006 | 67 in 2006 | 67（2006年）
SV~persons-arrested~_T~2006 | 56 in 2006 | 56（2006年）
SV~persons-prosecuted~_T~2006 | 37 in 2006 | 37（2006年）
SV~cases-investigated~_T~2007 | 39 in 2007 | 39（2007年）
SV~persons-arrested~_T~2007 | 30 in 2007 | 30（2007年）
SV~persons-prosecuted~_T~2007 | 6 in 2007 | 6（2007年）
GR~specialised-units~_T~2005 | 14 in 2005 | 14（2005年）
GR~cases-recorded~_T~2003..2006 | 244 from 2003 to 2006 | 244（2003年至2006年）
GR~persons-arrested~_T~2003..2006 | 980 from 2003 to 2006 | 980（2003年至2006年）
GR~victims-identified~_T~2003..2006 | 494 from 2003 to 2006 | 494（2003年至2006年）
GR~criminal-groups-dismantled~_T~undated | two (no period given) | 2（未说明时期）
LI~cases-recorded~_T~undated | none known (no period given) | 据所知未发生（未说明时期）
MM~specialised-officers~_T~2004 | 40 in 2004 | 40（2004年）
MM~specialised-units~_T~undated | 18 (no period given) | 18（未说明时期）
MM~cases-recorded~_T~2002-07..2007-10 | 1,037 from July 2002 to October 2007 | 1,037（2002年7月至2007年10月）
MM~offenders-identified~_T~2002-07..2007-10 | 2,078 from July 2002 to October 2007 | 2,078（2002年7月至2007年10月）
MM~victims-rescued~_T~2002-07..2007-10 | 5,513 from July 2002 to October 2007 | 5,513（2002年7月至2007年10月）
PH~assistance-regions~_T~undated | three (no period given) | 3（未说明时期）
PH~victims-assisted~_T~upto-2007-06 | 315 up to June 2007 | 315（截至2007年6月）
RO~hotline-calls~_T~undated | 511 (no period given) | 511（未说明时期）
RO~hotline-calls-on-trafficking~_T~undated | 36 (no period given) | 36（未说明时期）
RO~cases-uncovered~_T~undated | eight (no period given) | 8（未说明时期）
UA~offences-recorded~_T~2007 | 350 in 2007 | 350（2007年）
UA~criminal-groups-dismantled~_T~undated | 16 (no period given) | 16（未说明时期）
UA~cases-investigated~_T~undated | 76 (no period given) | 76（未说明时期）`
  .trim()
  .split('\n')
  .map((line) => {
    const [cell = '', en = '', zh = ''] = line.split(' | ');
    return { cell: `ecosoc-2006-27~${cell}`, en, zh };
  });

let facts: Facts;
const built: Record<string, { report: Report; language: ReportLanguage; text: string }> = {};

beforeAll(async () => {
  facts = factsOf(round2008Events(), '2008-01-24');
  for (const code of ['en', 'zh']) {
    const language = await loadLanguage(code);
    const text = await draftReport(facts, language);
    const reading = parseReport(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    built[code] = { report: buildReport(reading.file, { facts, language }), language, text };
  }
});

describe.each(['en', 'zh'])('the draft of 2008 in %s', (code) => {
  it.each(Object.entries(footnotes))('lists in footnote %s the States of the document', (number, states) => {
    const { report, language } = built[code]!;
    const names = states.split(' ').map((each) => writeRespondent(each, language));
    const stop = code === 'en' ? '.' : '。';
    const printed = plainText(footnotesOf(report.document).get(Number(number))!);
    expect(printed).toBe(`${language.list(names)}${stop}`);
  });

  it('gives every figure of paragraphs 8 to 25 under enforcement, with its value and period', () => {
    const { blocks } = built[code]!.report.document;
    const isTheme = (block: (typeof blocks)[number]) => block.kind === 'heading' && block.level <= 2;
    const start = blocks.findIndex(
      (block) => isTheme(block) && block.kind === 'heading' && block.label === 'B.',
    );
    const end = blocks.findIndex((block, index) => index > start && isTheme(block));
    const section = blocks.slice(start, end);
    const ids = new Set(
      section.flatMap((block) =>
        block.kind === 'paragraph'
          ? block.inlines.flatMap((inline) => (inline.kind === 'claim' ? inline.claimId : []))
          : [],
      ),
    );
    const claims = built[code]!.report.manifest.claims.filter(({ id }) => ids.has(id));
    for (const { cell, [code as 'en' | 'zh']: printed } of figures) {
      const claim = claims.find(({ query, cells }) => query.kind === 'figures' && cells.includes(cell));
      expect(claim?.text).toContain(printed);
    }
    const inTable = section.flatMap((block) =>
      block.kind === 'table' ? block.rows.flat().flatMap(({ observation }) => observation ?? []) : [],
    );
    expect(figures.map(({ cell }) => cell).filter((cell) => !inTable.includes(cell))).toEqual([]);
  });

  it('names and counts as having replied those that paragraph 3 lists, and tells the editor of Latvia', () => {
    const { report, language } = built[code]!;
    const told = report.document.blocks.map((block) =>
      block.kind === 'editor-note' ? '' : JSON.stringify(block),
    );
    const intro = report.manifest.claims.filter(
      ({ id, query }) =>
        query.kind === 'replies' && told.some((block) => block.includes(`"claimId":"${id}"`)),
    );
    const count = code === 'en' ? '23 States and 1 regional organization' : '23个国家和1个区域性组织';
    const texts = intro.map(({ text }) => text);
    expect(texts.filter((text) => text === count)).toHaveLength(2);
    const [names] = texts.filter((text) => text !== count);
    expect(texts).toHaveLength(3);
    const listed = facts.round.particulars.listed!.respondents.map((each) => each.code);
    expect(listed).toHaveLength(24);
    for (const state of listed) expect(names).toContain(writeInText(state, language));
    expect(names).not.toContain(writeInText('LV', language));

    const note = report.document.blocks.find((block) => block.kind === 'editor-note')!;
    const says = note.blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? plainText(block.inlines)
        : block.kind === 'list'
          ? block.items.map(plainText)
          : [],
    );
    const latvia =
      code === 'en'
        ? 'Recorded and not listed: one State (Latvia).'
        : '已有记录而原文未列者：1个国家（拉脱维亚）。';
    expect(says[0]).toContain(latvia);
    expect(says).toContainEqual(
      code === 'en'
        ? 'Latvia is cited in paragraphs 5, 6, 11, 37, 46, 53, 60, 62, 63, 64, 68 and 77 of the source, but is not among those that its paragraph 3 lists as having replied.'
        : '拉脱维亚在原文第5、6、11、37、46、53、60、62、63、64、68和77段被引用，但未列入第3段所列答复方之中。',
    );
    expect(says).toContainEqual(
      expect.stringMatching(
        code === 'en' ? /^Slovenia is listed in paragraph 3/ : /^斯洛文尼亚列入原文第3段/,
      ),
    );
  });

  it('names the inconsistencies in a note to the editor, and chooses none', () => {
    const { report, language } = built[code]!;
    const notes = report.document.blocks.flatMap((block) =>
      block.kind === 'editor-note' ? block.blocks : [],
    );
    const items = notes.flatMap((block) => (block.kind === 'list' ? block.items.map(plainText) : []));
    for (const state of ['LV', 'SI', 'HR', 'JO', 'NE'])
      expect(items.filter((item) => item.includes(writeRespondent(state, language)))).toHaveLength(1);
    expect(items.find((item) => item.includes('克罗迪亚'))).toBeDefined();
  });

  it('leaves recommendations to a person, and says for whom and from what investigations could be judged', () => {
    const { report } = built[code]!;
    expect(report.document.blocks.filter(({ kind }) => kind === 'open-place')).toHaveLength(2);
    const claim = report.manifest.claims.find(({ query }) => query.kind === 'directions')!;
    expect(claim).toMatchObject({ status: 'unanswerable', reason: { code: 'under-five-points' } });
    for (const part of code === 'en'
      ? ['El Salvador (32 in 2005, 67 in 2006 and 39 in 2007)', 'cannot be said']
      : ['萨尔瓦多（32（2005年）', '不能说'])
      expect(claim.text).toContain(part);
  });

  it('names every kind that is coded with one respondent', () => {
    const { manifest } = built[code]!.report;
    const [claim] = manifest.claims.filter(({ query }) => query.kind === 'details');
    expect(claim?.text).toContain(code === 'en' ? 'Division for the Advancement of Women' : '提高妇女地位司');
    expect(claim?.text.split(/, | and (?=World)|、|和(?=世界)/).length).toBe(claim?.cells.length);
  });

  it('leaves out no figure and no finding', () => {
    const cells = coverRound(facts, built[code]!.report.manifest);
    expect(cells).toHaveLength(389);
    expect(cells.filter(({ claims }) => claims.length === 0)).toEqual([]);
  });
});
