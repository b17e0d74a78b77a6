/** What changed between two vintages of a round, or between two rounds: as text for "changes since the last report". Pure. */
import {
  breakdownOf,
  byCell,
  changeBetween,
  compareCells,
  findTopic,
  toInterval,
  type CellStatement,
  type ReplyMark,
} from '@rapporteur/domain';
import { isOfRound, roundIdOf, type Facts } from '../facts/facts.js';
import {
  inOrder,
  writeBreakdown,
  writeDay,
  writeDetail,
  writeFigure,
  writeIndicator,
  writePeriod,
  writeRespondent,
  writeTopic,
} from '../document/house-style.js';
import type { ReportLanguage } from '../document/language.js';
import { writeWho } from '../claims/round.js';

/** In: the earlier and the later facts, of one collection. Out: Markdown in the language. */
export function compareFacts(before: Facts, after: Facts, language: ReportLanguage): string {
  const say = (key: string, values = {}) => language.say(`diff.${key}`, values);
  const name = ({ round, vintage }: Facts) =>
    say('state', {
      round: roundIdOf(round),
      asOf: writeDay(vintage.asOf, language),
      position: String(vintage.at),
    });
  const section = (key: string, lines: readonly string[]) =>
    `## ${say(key)}\n\n${lines.length === 0 ? say('nothing') : lines.map((line) => `- ${line}`).join('\n')}`;
  return `${[
    `# ${say('title', { before: name(before), after: name(after) })}`,
    section('replies', compareReplies(before, after, language)),
    section('corrected', listCorrected(before, after, language)),
    section('figures', compareYears(before, after, language)),
    section('findings', compareFindings(before, after, language)),
  ].join('\n\n')}\n`;
}

function compareReplies(before: Facts, after: Facts, language: ReportLanguage): string[] {
  const [earlier, later] = [new Set(before.respondents), new Set(after.respondents)];
  const groups = {
    both: before.respondents.filter((code) => later.has(code)),
    'only-before': before.respondents.filter((code) => !later.has(code)),
    'only-after': after.respondents.filter((code) => !earlier.has(code)),
  };
  return Object.entries(groups).map(([key, codes]) =>
    language.say(`diff.${key}`, {
      count: writeWho(codes, 'count', language),
      names: writeWho(codes, 'list', language),
      n: codes.length,
    }),
  );
}

/** "El Salvador, Persons prosecuted (female)" */
function nameSeries(s: CellStatement, language: ReportLanguage): string {
  const counted = writeIndicator(s.code, language);
  const split = writeBreakdown(breakdownOf(s.breakdown), language);
  const what = split === '' ? counted : language.say('figure.split', { counted, split });
  return language.say('diff.series', { name: writeRespondent(s.respondent, language), what });
}

const nameCell = (s: CellStatement, language: ReportLanguage) =>
  language.say('figure.dated', { figure: nameSeries(s, language), period: writePeriod(s.period, language) });

const writeAll = (variants: readonly CellStatement[], language: ReportLanguage) =>
  language.list(
    variants.map((s) => writeFigure(s, language)),
    'or',
  );

/** Why a figure changed: the event's kind and its reference, a corrigendum's symbol for one. */
function whyOf(position: number, marks: readonly ReplyMark[], language: ReportLanguage): string {
  const mark = marks.find((each) => each.position === position);
  if (!mark) return language.say('diff.event', { position: String(position) });
  const day = writeDay(mark.receivedOn, language);
  const because = [mark.reference, mark.reason].filter((part) => part !== null).join(': ');
  return language.say('diff.because', {
    what: language.say(`since.${mark.kind}`, { day, reference: '' }).trim(),
    because: because === '' ? language.say('diff.no-reference') : because,
    position: String(position),
  });
}

/** Figures that both know and that say something else, and those that were taken back. */
function listCorrected(before: Facts, after: Facts, language: ReportLanguage): string[] {
  return compareCells(before.observations, after.observations)
    .filter(({ kind }) => kind !== 'added')
    .map(({ kind, before: was, after: is }) => {
      const parts = { name: nameCell(was[0]!, language), from: writeAll(was, language) };
      if (kind === 'revised')
        return language.say('diff.revised', {
          ...parts,
          to: writeAll(is, language),
          why: whyOf(is[0]!.position, after.marks, language),
        });
      const known = new Set(before.marks.map(({ position }) => position));
      const cause = after.marks.findLast(
        (m) => m.respondent === was[0]!.respondent && !known.has(m.position),
      );
      const why = cause ? whyOf(cause.position, after.marks, language) : language.say('diff.no-reference');
      return language.say('diff.withdrawn', { ...parts, why });
    });
}

/** For each series that both rounds or vintages have: its latest year there against its latest year here. */
function compareYears(before: Facts, after: Facts, language: ReportLanguage): string[] {
  const latest = ({ observations, respondents, round }: Facts) => {
    const yearly = observations.filter(
      (s) => s.year !== null && respondents.includes(s.respondent) && isOfRound(s, round),
    );
    const found = new Map<string, CellStatement[]>();
    for (const variants of byCell(yearly).values()) {
      const [one] = variants as [CellStatement, ...CellStatement[]];
      const key = [one.respondent, one.code, one.breakdown].join('~');
      const best = found.get(key);
      if (!best || best[0]!.year! < one.year!) found.set(key, variants);
    }
    return found;
  };
  const [then, now] = [latest(before), latest(after)];
  const dated = (variants: readonly CellStatement[]) =>
    language.say('figure.dated', {
      figure: writeAll(variants, language),
      period: writePeriod(variants[0]!.period, language),
    });
  const order = inOrder([...new Set([...now.values()].map(([s]) => s!.respondent))], language);
  return [...now]
    .filter(([key]) => then.has(key) && then.get(key)![0]!.year! < now.get(key)![0]!.year!)
    .sort(([, [a]], [, [b]]) => order.indexOf(a!.respondent) - order.indexOf(b!.respondent))
    .map(([key, is]) => {
      const was = then.get(key)!;
      return language.say(`diff.${directionOf(was, is)}`, {
        name: nameSeries(is[0]!, language),
        from: dated(was),
        to: dated(is),
      });
    });
}

/** Higher or lower only if that holds for every value that the figures admit. */
function directionOf(was: readonly CellStatement[], is: readonly CellStatement[]) {
  const [a, b] = [was, is].map(([only, ...more]) =>
    only && more.length === 0 ? toInterval(only.value, only.qualifier ?? 'exact') : null,
  );
  if (!a || !b) return 'not-comparable';
  const change = changeBetween(a, b);
  if (change.kind === 'undefined') return 'not-comparable';
  const [low, high] = change.kind === 'point' ? [change.value, change.value] : [change.low, change.high];
  if (low !== null && low > 0) return 'higher';
  if (high !== null && high < 0) return 'lower';
  return low === 0 && high === 0 ? 'equal' : 'not-comparable';
}

/** Findings of respondents that the other side does not have, by topic: who ratified since, among others. */
function compareFindings(before: Facts, after: Facts, language: ReportLanguage): string[] {
  const keyOf = ({ respondent, code, source }: CellStatement) =>
    [respondent, code, source.detail ?? ''].join('~');
  const compiler = after.round.particulars.compiledBy;
  const own = ({ findings }: Facts) => findings.filter(({ respondent }) => respondent !== compiler);
  const [then, now] = [new Set(own(before).map(keyOf)), new Set(own(after).map(keyOf))];
  const isOneRound = roundIdOf(before.round) === roundIdOf(after.round);
  const listTopics = (facts: Facts, others: ReadonlySet<string>, key: string) => {
    const fresh = own(facts).filter((f) => !others.has(keyOf(f)));
    const topics = [...new Set(fresh.map(({ code, source }) => `${code}~${source.detail ?? ''}`))];
    return topics.map((each) => {
      const [code = '', detail = ''] = each.split('~');
      const names = fresh
        .filter((f) => f.code === code && (f.source.detail ?? '') === detail)
        .map(({ respondent }) => respondent);
      const topic = writeTopic(code, language);
      return {
        theme: findTopic(code)?.theme ?? '',
        line: language.say(`diff.${key}`, {
          topic:
            detail === ''
              ? topic
              : language.say('table.detail', { topic, detail: writeDetail(detail, language) }),
          names: writeWho([...new Set(names)], 'list', language),
        }),
      };
    });
  };
  const lines = [
    ...listTopics(after, then, 'finding-new'),
    // A finding is not withdrawn by a later round that does not repeat it.
    ...(isOneRound ? listTopics(before, now, 'finding-gone') : []),
  ];
  return lines.sort((a, b) => (a.theme < b.theme ? -1 : a.theme > b.theme ? 1 : 0)).map(({ line }) => line);
}
