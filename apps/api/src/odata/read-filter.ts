/** Reads a `$filter` (OData 4.0, part 2, 5.1.1): from its text to an expression, within limits of length and depth. */
import { badOption, notOffered, quoted } from './fault.js';

export type Literal =
  | { readonly type: 'string' | 'date'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null };

/** Functions that make another text of one. */
export const changes = ['tolower', 'toupper'] as const;
export type Change = (typeof changes)[number];

export type Operand =
  | ({ readonly kind: 'literal' } & Literal)
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'call'; readonly name: Change; readonly of: Operand };

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];
export const tests = ['contains', 'startswith', 'endswith'] as const;
export type Test = (typeof tests)[number];

export type Filter =
  | { readonly kind: 'and'; readonly parts: readonly Filter[] }
  | { readonly kind: 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | {
      readonly kind: 'compare';
      readonly by: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'in'; readonly left: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'test'; readonly by: Test; readonly left: Operand; readonly right: Operand }
  /** A value that is yes or no by itself. */
  | { readonly kind: 'is'; readonly of: Operand };

/** More are of no use, and each is looked at for every row. */
const wordsAtMost = 1000;
const depthAtMost = 40;

const option = '$filter';
const bad = (message: string) => badOption(option, message);

interface Token {
  readonly kind: 'word' | 'literal' | 'sign' | 'end';
  readonly text: string;
  readonly literal?: Literal;
}

/** One way to go on at each place, so that no text takes longer than its length. */
const shapes =
  /\s*(?:(?<string>'(?:[^']|'')*')|(?<date>\d{4}-\d\d-\d\d)(?![\w:-])|(?<number>[-+]?(?:\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|INF))(?![\w.:-])|(?<word>[A-Za-z_]\w*)|(?<sign>[(),]))/y;

function* toTokens(text: string): Generator<Token> {
  const whole = text.trimEnd();
  let place = 0;
  for (let count = 0; place < whole.length; count += 1) {
    if (count === wordsAtMost) throw bad(`has more than ${wordsAtMost} words and signs`);
    shapes.lastIndex = place;
    const found = shapes.exec(whole);
    if (!found) throw bad(`${quoted(whole.slice(place).trim())} cannot be read`);
    place = shapes.lastIndex;
    yield toToken(found.groups as Readonly<Record<string, string | undefined>>);
  }
  while (true) yield { kind: 'end', text: 'the end' };
}

function toToken({ string, date, number, word, sign }: Readonly<Record<string, string | undefined>>): Token {
  if (string !== undefined)
    return literal(string, { type: 'string', value: string.slice(1, -1).replaceAll("''", "'") });
  if (date !== undefined) return literal(date, { type: 'date', value: date });
  if (number !== undefined) return literal(number, { type: 'number', value: toNumber(number) });
  if (word === 'true' || word === 'false') return literal(word, { type: 'boolean', value: word === 'true' });
  if (word === 'null') return literal(word, { type: 'null', value: null });
  return word === undefined ? { kind: 'sign', text: sign! } : { kind: 'word', text: word };
}

const literal = (text: string, one: Literal): Token => ({ kind: 'literal', text, literal: one });

function toNumber(text: string): number {
  const value = Number(text.replace('INF', 'Infinity'));
  if (/^[-+]?\d+$/.test(text) && !Number.isSafeInteger(value))
    throw bad(`${quoted(text)} is a number that is not kept exactly`);
  return value;
}

/** In: the text. Out: what it says; whether its properties are there is not looked at. Errors: ODataFault. */
export const readFilter = (text: string): Filter => new Reader(text).read();

class Reader {
  private readonly tokens: Generator<Token>;
  private next: Token;
  private depth = 0;

  constructor(text: string) {
    this.tokens = toTokens(text);
    this.next = this.tokens.next().value as Token;
  }

  read(): Filter {
    const all = this.either();
    if (this.next.kind !== 'end') throw this.unexpected('"and", "or" or the end');
    return all;
  }

  private take(): Token {
    const { next } = this;
    this.next = this.tokens.next().value as Token;
    return next;
  }

  private isWord = (...words: readonly string[]) =>
    this.next.kind === 'word' && words.includes(this.next.text);
  private isSign = (sign: string) => this.next.kind === 'sign' && this.next.text === sign;
  private unexpected = (wanted: string) => bad(`${wanted} is expected, not ${quoted(this.next.text)}`);

  private need(sign: string): void {
    if (!this.isSign(sign)) throw this.unexpected(`"${sign}"`);
    this.take();
  }

  private joined(word: 'and' | 'or', part: () => Filter): Filter {
    const parts = [part()];
    while (this.isWord(word)) {
      this.take();
      parts.push(part());
    }
    return parts.length === 1 ? parts[0]! : { kind: word, parts };
  }

  private either = (): Filter => this.joined('or', this.both);
  private both = (): Filter => this.joined('and', this.one);

  private one = (): Filter => {
    if (!this.isWord('not')) return this.compared(this.single());
    this.take();
    const part = this.deeper(() => (this.isWord('not') ? this.one() : this.single()));
    // `not a eq b` is `(not a) eq b`, which nobody means.
    if (this.isWord(...comparisons, 'in')) throw bad('what "not" is of must be in parentheses');
    return { kind: 'not', part };
  };

  private deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > depthAtMost) throw bad(`is nested more than ${depthAtMost} deep`);
    const found = read();
    this.depth -= 1;
    return found;
  }

  /** A filter in parentheses, a test, or a value. */
  private single(): Filter {
    if (this.isSign('(')) {
      this.take();
      const inner = this.deeper(this.either);
      this.need(')');
      return inner;
    }
    const test = tests.find((name) => this.isWord(name));
    if (!test) return { kind: 'is', of: this.operand() };
    this.take();
    this.need('(');
    const left = this.deeper(() => this.operand());
    this.need(',');
    const right = this.deeper(() => this.operand());
    this.need(')');
    return { kind: 'test', by: test, left, right };
  }

  private compared(found: Filter): Filter {
    const by = comparisons.find((name) => this.isWord(name));
    if (!by && !this.isWord('in')) return found;
    if (found.kind !== 'is') throw this.unexpected('"and" or "or"');
    this.take();
    return by
      ? { kind: 'compare', by, left: found.of, right: this.operand() }
      : { kind: 'in', left: found.of, list: this.list() };
  }

  private list(): Operand[] {
    this.need('(');
    const list = [this.operand()];
    while (this.isSign(',')) {
      this.take();
      list.push(this.operand());
    }
    this.need(')');
    return list;
  }

  private operand(): Operand {
    if (this.next.kind === 'literal') return { kind: 'literal', ...this.take().literal! };
    if (this.next.kind !== 'word') throw this.unexpected('a property or a value');
    const { text: name } = this.take();
    if (!this.isSign('(')) return { kind: 'property', name };
    const change = changes.find((one) => one === name);
    if (!change) throw notOffered(`The function ${quoted(name)}`, option);
    this.take();
    const of = this.deeper(() => this.operand());
    this.need(')');
    return { kind: 'call', name: change, of };
  }
}
