/** What two people coded of the same letter apart, entry beside entry, and how far they agree. Pure. */
import { nominalAlpha, type Agreement } from '@rapporteur/domain/agreement';
import { breakdownKey } from '@rapporteur/domain/cell';
import type { Entry, FigureRow, FindingRow } from '../../submit/entry.js';

export type Field = 'value' | 'qualifier' | 'period';

/** An entry of both, or of one alone. `differs`: in which of its fields; empty where they agree. */
export type Pair =
  | {
      readonly kind: 'figure';
      readonly both: readonly [FigureRow?, FigureRow?];
      readonly differs: readonly Field[];
    }
  | {
      readonly kind: 'finding';
      readonly both: readonly [FindingRow?, FindingRow?];
      readonly differs: readonly Field[];
    };

export interface Comparison {
  readonly pairs: readonly Pair[];
  /** Units are the cells that at least one has coded; a value is qualifier and number, or "not coded". */
  readonly figures: Agreement;
  /** Units are all topics of the code list; a value is what is coded under it (its details), or "not coded". */
  readonly findings: Agreement;
}

const notCoded = 'not coded';
const seriesOf = ({ indicator, breakdown }: FigureRow) => `${indicator} ${breakdownKey(breakdown)}`;
const cellOf = (row: FigureRow) => `${seriesOf(row)} ${row.period.trim()}`;
const saidIn = ({ part, qualifier, value }: FigureRow) =>
  part === 'retracted' ? part : `${qualifier} ${value.trim()}`;
const topicOf = ({ part, topic, detail }: FindingRow) => [part, topic, detail.trim()].join(' ');

/** In: what each of the two coded, and the codes of all topics that there are. */
export function compareCodings([one, other]: readonly [Entry, Entry], topics: readonly string[]): Comparison {
  return {
    pairs: [
      ...pairFigures(one.figures, other.figures),
      ...pairBy(one.findings, other.findings, topicOf).map((both): Pair => ({
        kind: 'finding',
        both,
        differs: [],
      })),
    ],
    figures: agreeOnCells(one.figures, other.figures),
    findings: nominalAlpha(
      topics.map((topic) => [one, other].map(({ findings }) => underTopic(findings, topic))),
    ),
  };
}

/** First those of the same cell; of what is left, those that say the same of another period. */
function pairFigures(one: readonly FigureRow[], other: readonly FigureRow[]): Pair[] {
  const sameCell = pairBy(one, other, cellOf);
  const left = (i: 0 | 1) =>
    sameCell.filter((both) => both.length < 2 || !both[1 - i]).flatMap((both) => both[i] ?? []);
  const rest = pairBy(left(0), left(1), (row) => `${seriesOf(row)} ${saidIn(row)}`);
  const whole = sameCell.filter(([a, b]) => a && b);
  return [...whole, ...rest].map((both): Pair => {
    const [a, b] = both;
    const differs = (['value', 'qualifier', 'period'] as const).filter(
      (field) => a && b && a[field].trim() !== b[field].trim(),
    );
    return { kind: 'figure', both, differs };
  });
}

/** In: two lists, and what makes two of their rows the same. Out: each row once, with its like where there is one. */
function pairBy<R>(one: readonly R[], other: readonly R[], of: (row: R) => string): [R?, R?][] {
  const open = [...other];
  const pairs = one.map((row): [R?, R?] => {
    const at = open.findIndex((candidate) => of(candidate) === of(row));
    return [row, at < 0 ? undefined : open.splice(at, 1)[0]];
  });
  return [...pairs, ...open.map((row): [R?, R?] => [undefined, row])];
}

function agreeOnCells(one: readonly FigureRow[], other: readonly FigureRow[]): Agreement {
  const cells = [...new Set([...one, ...other].map(cellOf))];
  const valueIn = (rows: readonly FigureRow[], cell: string) => {
    const said = rows.filter((row) => cellOf(row) === cell).map(saidIn);
    return said.length === 0 ? notCoded : said.sort().join('; ');
  };
  return nominalAlpha(cells.map((cell) => [valueIn(one, cell), valueIn(other, cell)]));
}

function underTopic(findings: readonly FindingRow[], topic: string): string {
  const said = findings.filter((row) => row.topic === topic).map(topicOf);
  return said.length === 0 ? notCoded : [...new Set(said)].sort().join('; ');
}
