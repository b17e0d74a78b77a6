/** What a filter means for a row: yes, no, or not known where something is missing (OData 4.0, part 1, 11.2.5.1). */
import type { CellValue, TypedColumn } from '../formats/typed-columns.js';
import { badOption, quoted } from './fault.js';
import type { Comparison, Filter, Operand, Test } from './read-filter.js';

/** An entity: the values of its properties by their names. */
export type Entity = Readonly<Record<string, CellValue>>;
export type Columns = ReadonlyMap<string, Pick<TypedColumn, 'type'>>;

type Type = 'string' | 'number' | 'boolean' | 'date' | 'null';
type Value = (entity: Entity) => CellValue;
/** Null: not known. */
type Answer = (entity: Entity) => boolean | null;

const bad = (message: string) => badOption('$filter', message);

function typeOf(operand: Operand, columns: Columns): Type {
  if (operand.kind === 'literal') return operand.type;
  if (operand.kind === 'property') {
    const found = columns.get(operand.name)?.type;
    if (!found) throw bad(`there is no property ${quoted(operand.name)}`);
    return found === 'integer' ? 'number' : found;
  }
  needText(operand.name, typeOf(operand.of, columns));
  return 'string';
}

function needText(what: string, type: Type): void {
  if (type !== 'string' && type !== 'null') throw bad(`"${what}" takes texts, and not a ${type}`);
}

function toValue(operand: Operand): Value {
  if (operand.kind === 'literal') return () => operand.value;
  if (operand.kind === 'property') return ({ [operand.name]: value }) => value ?? null;
  const of = toValue(operand.of);
  const change = operand.name === 'tolower' ? 'toLowerCase' : 'toUpperCase';
  return (entity) => {
    const value = of(entity);
    return typeof value === 'string' ? value[change]() : null;
  };
}

const isDay = /^\d{4}-\d\d-\d\d$/;

/** Whether two operands can be compared. A text that is a day is taken for one: clients write days so. */
function needAlike(left: Operand, right: Operand, columns: Columns): void {
  const types = [typeOf(left, columns), typeOf(right, columns)];
  const isTextOfDay = (one: Operand) => one.kind === 'literal' && isDay.test(String(one.value));
  if (types.includes('null') || types[0] === types[1]) return;
  if (types.includes('date') && types.includes('string') && (isTextOfDay(left) || isTextOfDay(right))) return;
  throw bad(`a ${types[0]} cannot be compared with a ${types[1]}`);
}

const orders: Readonly<Record<Exclude<Comparison, 'eq' | 'ne'>, (sign: number) => boolean>> = {
  gt: (sign) => sign > 0,
  ge: (sign) => sign >= 0,
  lt: (sign) => sign < 0,
  le: (sign) => sign <= 0,
};

/** The order of two values of a type: texts by their characters, and no before yes. */
export const signOf = (a: CellValue, b: CellValue): number => (a === b ? 0 : a! < b! ? -1 : 1);

function toComparison(by: Comparison, left: Value, right: Value): Answer {
  if (by === 'eq') return (entity) => left(entity) === right(entity);
  if (by === 'ne') return (entity) => left(entity) !== right(entity);
  const holds = orders[by];
  return (entity) => {
    const [a, b] = [left(entity), right(entity)];
    // What is missing is neither more nor less than anything: the standard says no, and not that it is not known.
    return a !== null && b !== null && holds(signOf(a, b));
  };
}

const tests: Readonly<Record<Test, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
};

function toAnswer(filter: Filter, columns: Columns): Answer {
  if (filter.kind === 'and' || filter.kind === 'or') {
    const decides = filter.kind === 'or';
    return joined(
      decides,
      filter.parts.map((part) => toAnswer(part, columns)),
    );
  }
  if (filter.kind === 'not') {
    const part = toAnswer(filter.part, columns);
    return (entity) => {
      const answer = part(entity);
      return answer === null ? null : !answer;
    };
  }
  if (filter.kind === 'is') {
    const type = typeOf(filter.of, columns);
    if (type !== 'boolean' && type !== 'null') throw bad(`a ${type} by itself is neither true nor false`);
    return toValue(filter.of) as Answer;
  }
  if (filter.kind === 'in') {
    for (const one of filter.list) needAlike(filter.left, one, columns);
    const left = toValue(filter.left);
    const list = filter.list.map(toValue);
    return (entity) => list.some((value) => value(entity) === left(entity));
  }
  const [left, right] = [toValue(filter.left), toValue(filter.right)];
  if (filter.kind === 'compare') {
    needAlike(filter.left, filter.right, columns);
    return toComparison(filter.by, left, right);
  }
  for (const one of [filter.left, filter.right]) needText(filter.by, typeOf(one, columns));
  const holds = tests[filter.by];
  return (entity) => {
    const [text, part] = [left(entity), right(entity)];
    return typeof text === 'string' && typeof part === 'string' ? holds(text, part) : null;
  };
}

/** Yes decides what is joined by "or", no what is joined by "and"; else one that is not known leaves it so. */
const joined =
  (decides: boolean, parts: readonly Answer[]): Answer =>
  (entity) => {
    let isUnknown = false;
    for (const part of parts) {
      const answer = part(entity);
      if (answer === decides) return decides;
      isUnknown ||= answer === null;
    }
    return isUnknown ? null : !decides;
  };

/** In: a filter, and the properties that there are. Out: whether it holds for an entity. Errors: ODataFault. */
export function toPredicate(filter: Filter, columns: Columns): (entity: Entity) => boolean {
  const answer = toAnswer(filter, columns);
  return (entity) => answer(entity) === true;
}

/**
 * The texts that a property can have where a filter holds; undefined: any. With these the tables are read, so that a filter
 * by respondent does not read those of all others.
 */
export function textsAllowed(filter: Filter, name: string): ReadonlySet<string> | undefined {
  if (filter.kind === 'compare' && filter.by === 'eq')
    return textsOf(name, filter.left, [filter.right]) ?? textsOf(name, filter.right, [filter.left]);
  if (filter.kind === 'in') return textsOf(name, filter.left, filter.list);
  if (filter.kind !== 'and' && filter.kind !== 'or') return undefined;
  const sets = filter.parts.map((part) => textsAllowed(part, name));
  const known = sets.filter((set) => set !== undefined);
  if (filter.kind === 'or')
    return known.length === sets.length ? new Set(known.flatMap((set) => [...set])) : undefined;
  return known.length === 0
    ? undefined
    : known.reduce((all, set) => new Set([...all].filter((one) => set.has(one))));
}

function textsOf(name: string, property: Operand, values: readonly Operand[]): Set<string> | undefined {
  if (property.kind !== 'property' || property.name !== name) return undefined;
  const texts = values.flatMap((one) =>
    one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : [],
  );
  return texts.length === values.length ? new Set(texts) : undefined;
}
