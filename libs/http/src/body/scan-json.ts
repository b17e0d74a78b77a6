/**
 * Finds in a JSON text what JSON.parse does not report: a name that occurs twice in its object (only the last
 * value would be kept), a number that JavaScript cannot hold as it is written, a name that changes the
 * prototype of an object, and more nesting or values than any accepted body has.
 */
import { toPointer, type Problem } from '@rapporteur/domain';

/** The characters that the scan looks for, by their codes. */
const sign = {
  quote: 34,
  comma: 44,
  minus: 45,
  point: 46,
  openArray: 91,
  backslash: 92,
  closeArray: 93,
  e: 101,
  openObject: 123,
  closeObject: 125,
} as const;

/** How deep objects and arrays may be nested; accepted bodies have five levels. */
export const deepest = 64;

/** How many objects and arrays a text may have; the longest correction has a third of a million. */
export const mostValues = 400_000;
/** How many names one object may have; those of accepted bodies have some ten. */
export const mostNames = 1000;

/** How many problems of a text are told; further ones are not kept. */
const problemsAtMost = 100;
/** How many characters of a name or number are shown. */
const shownAtMost = 80;

export interface Findings {
  /** Where the nesting goes too deep; the scan has stopped there. */
  readonly tooDeep: string | undefined;
  /** Where there are too many values or names; the scan has stopped there. */
  readonly tooMany: Problem | undefined;
  /** Names that no object may have. */
  readonly forbidden: readonly Problem[];
  /** Names given before, and numbers that cannot be held, in the order of the text. */
  readonly problems: readonly Problem[];
}

/** An object or array that is open, and where in it the scan stands. */
interface Open {
  /** Undefined in an array. */
  readonly names: Names | undefined;
  at: string | number;
  isNameNext: boolean;
}

/**
 * Names of one object. Most objects have few, and to make a Set for each would take longer than to read the
 * text.
 */
class Names {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  get size(): number {
    return this.many?.size ?? this.few.length;
  }

  /** Out: whether it was there before. */
  add(name: string): boolean {
    const isThere = this.many ? this.many.has(name) : this.few.includes(name);
    if (isThere) return true;
    if (this.many) this.many.add(name);
    else if (this.few.push(name) === 16) this.many = new Set(this.few);
    return false;
  }
}

const cut = (text: string) => (text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text);
const pointerOf = (open: readonly Open[]) =>
  toPointer(open.map(({ at }) => (typeof at === 'string' ? cut(at) : at)));

/** In: any text. Where it is not JSON, the findings mean nothing, and JSON.parse reports the error. */
export function scanJson(text: string): Findings {
  const scan = new Scan(text);
  scan.run();
  return scan;
}

class Scan implements Findings {
  tooDeep: string | undefined;
  tooMany: Problem | undefined;
  private values = 0;
  readonly forbidden: Problem[] = [];
  readonly problems: Problem[] = [];
  private readonly open: Open[] = [];

  constructor(private readonly text: string) {}

  run(): void {
    const { text, open } = this;
    for (let i = 0; i < text.length && !this.tooDeep && !this.tooMany; i += 1) {
      switch (text.charCodeAt(i)) {
        case sign.openObject:
          this.enter({ names: new Names(), at: '', isNameNext: true });
          break;
        case sign.openArray:
          this.enter({ names: undefined, at: 0, isNameNext: false });
          break;
        case sign.closeObject:
        case sign.closeArray:
          open.pop();
          break;
        case sign.comma: {
          const inner = open.at(-1);
          if (inner?.names) inner.isNameNext = true;
          else if (inner) inner.at = (inner.at as number) + 1;
          break;
        }
        case sign.quote: {
          const inner = open.at(-1);
          const end = endOfString(text, i);
          if (inner?.isNameNext) this.readName(inner, text.slice(i, end + 1));
          i = end;
          break;
        }
        default:
          if (isNumeral(text.charCodeAt(i))) i = this.readNumber(i);
      }
    }
  }

  private enter(opened: Open): void {
    if (this.open.length === deepest) this.tooDeep = pointerOf(this.open);
    if ((this.values += 1) > mostValues) this.stop(`the body has more than ${mostValues} objects and lists`);
    this.open.push(opened);
  }

  private readName(inner: Open, written: string): void {
    const name = nameOf(written);
    if (name === undefined) return;
    const outer = this.open.at(-2)?.at;
    const isRepeated = inner.names!.add(name);
    inner.at = name;
    inner.isNameNext = false;
    if (inner.names!.size > mostNames) this.stop(`an object has more than ${mostNames} names`);
    if (name === '__proto__' || (name === 'prototype' && outer === 'constructor'))
      this.add(this.forbidden, {
        code: 'forbidden-name',
        message: `"${name}" is a name that no object may have here`,
        expected: 'the body without it',
      });
    if (isRepeated)
      this.add(this.problems, {
        code: 'repeated-name',
        message: `"${cut(name)}" is given more than once`,
        expected: 'each name once: which of the two was meant cannot be told',
      });
  }

  private stop(message: string): void {
    const expected = 'a body as GET /docs describes it';
    this.tooMany = { pointer: pointerOf(this.open.slice(0, -1)), code: 'too-many-values', message, expected };
  }

  /** Out: where the number ends that begins at `start`. */
  private readNumber(start: number): number {
    const end = endOfShortInteger(this.text, start);
    if (end !== undefined) return end;
    numberForm.lastIndex = start;
    const written = numberForm.exec(this.text)?.[0];
    if (written === undefined) return start;
    if (!isExact(written))
      this.add(this.problems, {
        code: 'number-not-exact',
        message: `${cut(written)} is a number that cannot be kept as it is written`,
        expected: 'a number of at most 15 digits',
      });
    return start + written.length - 1;
  }

  /**
   * A pointer is made only for problems that are kept: in a text full of faults, pointers would be most of the
   * work.
   */
  private add(problems: Problem[], problem: Omit<Problem, 'pointer'>): void {
    if (problems.length < problemsAtMost) problems.push({ pointer: pointerOf(this.open), ...problem });
  }
}

/** Where the string ends that begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === sign.quote || Number.isNaN(code)) return end;
    end += code === sign.backslash ? 2 : 1;
  }
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Where a whole number of at most 15 digits ends, which JavaScript holds exactly; undefined for any other
 * number.
 */
function endOfShortInteger(text: string, start: number): number | undefined {
  let end = text.charCodeAt(start) === sign.minus ? start + 1 : start;
  const first = end;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end) | 32;
  const isWhole = next !== sign.e && text.charCodeAt(end) !== sign.point;
  return isWhole && end > first && end - first <= 15 ? end - 1 : undefined;
}

/** Names may be written with escapes: "\u0061" is "a". Out: undefined where the text is no string of JSON. */
function nameOf(written: string): string | undefined {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}

const isNumeral = (code: number) => code === sign.minus || isDigit(code);
const numberForm = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Whether JavaScript holds exactly the number that a token of JSON writes; zeros at its beginning or end do not
 * count.
 */
export function isExact(written: string): boolean {
  if (written.length <= 15 && !/[.eE]/.test(written)) return true;
  const held = Number(written);
  return Number.isFinite(held) && normalise(written) === normalise(String(held));
}

/**
 * One spelling of each number: its digits from the first to the last that is not zero, and the power of ten of
 * the last. 0.10 gives 1e-1.
 */
function normalise(written: string): string {
  const [mantissa = '', power = '0'] = written.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  let [from, to] = [0, digits.length];
  while (digits[from] === '0') from += 1;
  while (to > from && digits[to - 1] === '0') to -= 1;
  if (from === to) return '0';
  const exponent = Number(power) - fraction.length + digits.length - to;
  return `${written.startsWith('-') ? '-' : ''}${digits.slice(from, to)}e${exponent}`;
}
