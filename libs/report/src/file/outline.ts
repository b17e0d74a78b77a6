/** What a template is filled from: which themes, topics, respondents and series the facts hold, as codes and names. */
import {
  findTopic,
  indicators,
  ratioKinds,
  themes,
  topics,
  toRatios,
  type CellStatement,
  type RoundOpened,
} from '@rapporteur/domain';
import { respondentsWhere, whiches, type Among, type Which } from '../claims/round.js';
import { isOfRound, type Facts } from '../facts/facts.js';
import {
  inOrder,
  isOrganisation,
  lowerFirst,
  writeDetail,
  writeInText,
  writeTheme,
  writeTopic,
} from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import { distinct, toIndicators, toSeries } from './outline-series.js';

/** Beyond this many respondents a draft has tables by region and an annex instead of a paragraph for each. */
const mostInBody = 60;
/** Lists longer than this stand in a footnote where the source has no footnotes of its own. */
const mostInLine = 8;
/** A series with fewer yearly figures gets no chart. */
const fewestForChart = 3;
/** Everything a template can ask for; names are in the report's language. */
export type Outline = ReturnType<typeof toOutline>;

/** In: facts and language. Out: the outline, plain data. */
export function toOutline(facts: Facts, language: ReportLanguage) {
  const { particulars } = facts.round;
  const ofRound = facts.observations.filter((s) => isOfRound(s, facts.round));
  const isLarge = facts.respondents.length > mostInBody;
  const among = amongWhom(facts);
  const countReplies = (which: Which) =>
    respondentsWhere(which, facts, saidBySource.includes(which) ? among : 'all')?.length ?? null;
  const sections = themes.map(({ code }) => toTheme(code, facts, ofRound, language, isLarge));
  return {
    language: language.code,
    collection: particulars.collection,
    round: particulars.round,
    asOf: facts.vintage.asOf,
    ...titleOf(particulars, language),
    symbol: particulars.symbol,
    mandate: particulars.mandate !== null,
    noteVerbale: particulars.noteVerbaleOn !== null,
    replyBy: particulars.replyBy !== null,
    cutOff: particulars.cutOff !== null,
    afterCutOff: particulars.cutOff !== null && facts.vintage.asOf > particulars.cutOff,
    isLarge,
    among,
    /** How many there are of each kind of replying; null where it is not known. */
    replies: Object.fromEntries(whiches.map((which) => [which.replaceAll('-', '_'), countReplies(which)])),
    compiler: particulars.compiledBy,
    compilerCounts: toSeries(ofRound, particulars.compiledBy ?? '', undefined, language),
    themes: sections.filter(({ code, holds }) => code !== 'III' && holds),
    assistance: sections.find(({ code }) => code === 'III')!,
    indicators: toIndicators(ofRound, facts, language),
    inconsistencies: listInconsistencies(facts, language),
  };
}

/**
 * A report has a title, and a round need not: it is called by its code then. `titleLanguage` is null where the title is in the
 * language of the report, or a code.
 */
function titleOf({ title, collection, round }: RoundOpened, { code }: ReportLanguage) {
  const own = [code, 'en', ...Object.keys(title)].find(
    (one) => title[one as keyof typeof title] !== undefined,
  );
  if (own === undefined) return { title: `${collection}/${round}`, titleLanguage: null };
  return { title: title[own as keyof typeof title]!, titleLanguage: own === code ? null : own };
}

/**
 * Parts of the respondents that a source with a list of them speaks of; it knows nothing of what came later.
 */
const saidBySource: readonly Which[] = ['all', 'in-time', 'after-reply-by', 'day-not-known'];

/**
 * The respondents that a draft names as having replied: only those that the source lists, where it has a list
 * and others are recorded as well. A draft cannot say whether these others replied; its editor is told of them.
 */
function amongWhom(facts: Facts): Among {
  const [listed, others] = [respondentsWhere('all', facts, 'listed'), respondentsWhere('not-listed', facts)];
  return listed?.length && others?.length ? 'listed' : 'all';
}

/** One item for each kind and respondent, by kind, then in the order of names. */
function listInconsistencies({ inconsistencies }: Facts, language: ReportLanguage) {
  const kinds = [...new Set(inconsistencies.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = inconsistencies.filter((each) => each.kind === kind).map(({ respondent }) => respondent);
    return inOrder([...new Set(own)], language).map((respondent) => ({ kind, respondent }));
  });
}

function toTheme(
  code: (typeof themes)[number]['code'],
  facts: Facts,
  ofRound: readonly CellStatement[],
  language: ReportLanguage,
  isLarge: boolean,
) {
  const { compiledBy } = facts.round.particulars;
  const own = facts.findings.filter((f) => findTopic(f.code)?.theme === code);
  const general = own.filter(({ respondent }) => respondent === compiledBy);
  const told = own.filter(({ respondent }) => respondent !== compiledBy);
  const counted = new Set(indicators.filter(({ theme }) => theme === code).map((each) => each.code));
  const figures = ofRound.filter((s) => counted.has(s.code));
  const speakers = inOrder([...new Set(figures.map(({ respondent }) => respondent))], language);
  return {
    code,
    name: writeTheme(code, language),
    holds: own.length > 0 || figures.length > 0,
    general: general
      .filter(({ source }) => source.detail === undefined)
      .sort((a, b) => (a.source.paragraph ?? 0) - (b.source.paragraph ?? 0))
      .map(toGeneral),
    generalDetails: distinct(
      general.filter(({ source }) => source.detail !== undefined),
      (f) => f.code,
    ).map((f) => ({ respondent: f.respondent, topic: f.code, name: writeTopic(f.code, language) })),
    topics: toTopics(told, facts, language),
    hasStatements: own.length > 0,
    hasFigures: figures.length > 0,
    respondents: isLarge ? [] : speakers.map((each) => toSpeaker(each, figures, facts, language)),
  };
}

/** What the compiler says of all: one item for each finding, in the order of paragraphs. */
const toGeneral = ({ respondent, code, source }: CellStatement) => ({
  respondent,
  topic: code,
  paragraph: source.paragraph ?? null,
  footnote: source.footnote === undefined ? null : `${code}-${source.paragraph}`,
  hasNote: source.note !== undefined,
});

function toTopics(told: readonly CellStatement[], facts: Facts, language: ReportLanguage) {
  const hasFootnotes = facts.findings.some(({ source }) => source.footnote !== undefined);
  return topics.flatMap(({ code }) => {
    const own = told.filter((f) => f.code === code);
    if (own.length === 0) return [];
    const states = new Set(own.map(({ respondent }) => respondent)).size;
    const inFootnote = hasFootnotes
      ? own.some(({ source }) => source.footnote !== undefined)
      : states > mostInLine;
    const details = [...new Set(own.flatMap(({ source }) => source.detail ?? []))];
    return [
      {
        code,
        name: writeTopic(code, language),
        states,
        inFootnote,
        plain: own.some(({ source }) => source.detail === undefined),
        details: details.map((detail) => ({ code: detail, name: lowerFirst(writeDetail(detail, language)) })),
      },
    ];
  });
}

/** A respondent that gave figures under a theme, with its series. */
function toSpeaker(code: string, figures: readonly CellStatement[], facts: Facts, language: ReportLanguage) {
  const series = toSeries(figures, code, facts, language);
  const charted = series.filter(({ yearly }) => yearly >= fewestForChart);
  const together = charted.filter(({ breakdown }) => breakdown === '_T').map(({ indicator }) => indicator);
  return {
    code,
    name: writeInText(code, language),
    isOrganisation: isOrganisation(code),
    series,
    table: together.length > 1 ? together.slice(0, 6).join(',') : null,
    chart: charted[0] ?? null,
    ratios: toSpeakerRatios(code, figures, language),
  };
}

function toSpeakerRatios(code: string, figures: readonly CellStatement[], language: ReportLanguage) {
  const found = toRatios(figures.filter((s) => s.respondent === code && s.breakdown === '_T'));
  return ratioKinds.flatMap((kind) => {
    const years = found
      .filter((r) => r.code === kind.code && r.value !== null)
      .map(({ year }) => String(year));
    return years.length === 0 ? [] : [{ code: kind.code, name: language.say(`ratio.${kind.code}`), years }];
  });
}
