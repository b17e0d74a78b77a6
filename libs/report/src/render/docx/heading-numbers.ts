/** Finds Word's automatic numbering behind the labels of headings: "II.", "B.", "三、" are counted, not typed. */
import type { Block } from '../../document/document.js';

/** How Word counts a level: the name of its format, and what stands around the number. */
export interface LevelFormat {
  readonly format: string;
  readonly before: string;
  readonly after: string;
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const chinese = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 39: no report has more sections. */
const toRoman = (n: number): string => 'X'.repeat(Math.floor(n / 10)) + roman[n % 10]!;
/** 1 to 99, as Word's `chineseCounting` prints them: 一, 十, 十一, 二十. */
const toChinese = (n: number): string =>
  (n >= 20 ? chinese[Math.floor(n / 10)]! : '') + (n >= 10 ? '十' : '') + chinese[n % 10]!;

const formats: readonly { readonly format: string; readonly print: (n: number) => string }[] = [
  { format: 'upperRoman', print: toRoman },
  { format: 'chineseCounting', print: toChinese },
  { format: 'upperLetter', print: (n) => (n <= 26 ? String.fromCharCode(64 + n) : '') },
  { format: 'lowerLetter', print: (n) => (n <= 26 ? String.fromCharCode(96 + n) : '') },
  { format: 'decimal', print: String },
];

const printed = ({ format, before, after }: LevelFormat, n: number): string =>
  before + formats.find((one) => one.format === format)!.print(n) + after;

/** The format whose first number is in the first label of a level; undefined where Word has none such. */
function formatOf(firstLabel: string): LevelFormat | undefined {
  const found = /^(\(?)(I|一|A|a|1)([.)、．]*)$/u.exec(firstLabel.trim());
  if (!found) return undefined;
  const [, before = '', first, after = ''] = found;
  const { format } = formats.find(({ print }) => print(1) === first)!;
  return { format, before, after };
}

export interface HeadingNumbers {
  /** By level, 1 to 3; undefined where a level is not counted. */
  readonly levels: readonly (LevelFormat | undefined)[];
  /** The headings whose label Word's own count gives; the label of any other is typed. */
  readonly counted: ReadonlySet<Block>;
}

/** In: a document's blocks. Out: the formats of the levels, and which headings they fit. */
export function countHeadings(blocks: readonly Block[]): HeadingNumbers {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const levels = [1, 2, 3].map((level) => {
    const first = headings.find((heading) => heading.level === level && heading.label);
    return first && formatOf(first.label!);
  });
  const counters = [0, 0, 0];
  const counted = new Set<Block>();
  for (const heading of headings) {
    const format = levels[heading.level - 1];
    if (!heading.label || !format) continue;
    const next = counters[heading.level - 1]! + 1;
    if (printed(format, next) !== heading.label.trim()) continue;
    counters[heading.level - 1] = next;
    counters.fill(0, heading.level);
    counted.add(heading);
  }
  return { levels, counted };
}
