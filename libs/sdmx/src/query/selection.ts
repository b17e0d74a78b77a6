/** Which observations are asked for: by key, by filters of components, and by time. */
import { componentsOf, type DataStructure, type Row } from '../model.js';
import { toDays, type Days } from './time-period.js';
import { meaningFault, syntaxFault } from './fault.js';

export interface Selection {
  /** The only codes of a component that are asked for; undefined: any. What else is asked, `matches` tells. */
  codesOf(component: string): readonly string[] | undefined;
  matches(row: Row): boolean;
}

type Test = (value: string | undefined) => boolean;

interface Filter {
  readonly component: string;
  /** Set where nothing but these codes passes. */
  readonly codes?: readonly string[];
  readonly test: Test;
}

/** In: the key as it stands in the address, decoded. Out: for each alternative, the codes of each dimension or null for any. */
export function parseKey(key: string, { dimensions }: DataStructure): (ReadonlySet<string> | null)[][] {
  if (['', 'all', 'ALL', '*'].includes(key)) return [];
  return key.split(',').map((one) => {
    const parts = one.split('.');
    if (parts.length !== dimensions.length)
      throw syntaxFault(
        `The key "${one}" has ${parts.length} parts; there are ${dimensions.length} dimensions: ${dimensions.map(({ id }) => id).join('.')}`,
      );
    return parts.map((part) => (part === '' || part === '*' ? null : new Set(part.split('+'))));
  });
}

const isTime = (component: string) => component === 'TIME_PERIOD';

/** Days of a period of a request. Errors: SdmxFault for what is no period. */
function needDays(text: string): Days {
  const days = toDays(text);
  if (!days) throw syntaxFault(`"${text}" is no time period, such as 2005, 2005-03, 2005-Q1 or 2005-03-31`);
  return days;
}

const timeTests: Readonly<Record<string, (own: Days, asked: Days) => boolean>> = {
  eq: (own, asked) => own.from === asked.from && own.to === asked.to,
  ne: (own, asked) => own.from !== asked.from || own.to !== asked.to,
  ge: (own, asked) => own.from >= asked.from,
  gt: (own, asked) => own.from > asked.to,
  le: (own, asked) => own.to <= asked.to,
  lt: (own, asked) => own.to < asked.from,
};

function compare(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

const textTests: Readonly<Record<string, (own: string, asked: string) => boolean>> = {
  eq: (own, asked) => own === asked,
  ne: (own, asked) => own !== asked,
  lt: (own, asked) => compare(own, asked) < 0,
  le: (own, asked) => compare(own, asked) <= 0,
  gt: (own, asked) => compare(own, asked) > 0,
  ge: (own, asked) => compare(own, asked) >= 0,
  co: (own, asked) => own.includes(asked),
  nc: (own, asked) => !own.includes(asked),
  sw: (own, asked) => own.startsWith(asked),
  ew: (own, asked) => own.endsWith(asked),
};

/** One comparison: `ge:2005`; without an operator, equality. */
function toTest(component: string, text: string): Test {
  const [, operator = 'eq', asked = ''] = /^(?:(eq|ne|lt|le|gt|ge|co|nc|sw|ew):)?([^]*)$/.exec(text)!;
  const timeTest = timeTests[operator];
  if (isTime(component) && timeTest) {
    const days = needDays(asked);
    return (value) => value !== undefined && timeTest(toDays(value)!, days);
  }
  const test = textTests[operator]!;
  return (value) => value !== undefined && test(value, asked);
}

/** In: a component and what `c[…]` says of it: alternatives by commas, each of which may join conditions by `+`. */
export function parseFilter(component: string, text: string): Filter {
  const alternatives = text.split(',').map((one) => one.split('+').map((part) => toTest(component, part)));
  const isList =
    !isTime(component) && text.split(',').every((one) => !/^(ne|lt|le|gt|ge|co|nc|sw|ew):|\+/.test(one));
  return {
    component,
    ...(isList ? { codes: text.split(',').map((one) => one.replace(/^eq:/, '')) } : {}),
    test: (value) => alternatives.some((tests) => tests.every((test) => test(value))),
  };
}

export interface Asked {
  readonly key: string;
  /** By component, as they stand in the address. */
  readonly filters: ReadonlyMap<string, string>;
  readonly startPeriod?: string | undefined;
  readonly endPeriod?: string | undefined;
}

/** In: what is asked of a structure. Errors: SdmxFault for a key or filter that it has no place for. */
export function toSelection(asked: Asked, structure: DataStructure): Selection {
  const components = componentsOf(structure);
  const indexOf = new Map(components.map(({ id }, i) => [id, i]));
  const keys = parseKey(asked.key, structure);
  const filters = [...asked.filters].map(([component, text]) => parseFilter(component, text));
  for (const [name, operator] of [
    ['startPeriod', 'ge'],
    ['endPeriod', 'le'],
  ] as const)
    if (asked[name] !== undefined && structure.time)
      filters.push({ component: 'TIME_PERIOD', test: toTest('TIME_PERIOD', `${operator}:${asked[name]}`) });
  for (const { component } of filters)
    if (!indexOf.has(component))
      throw meaningFault(
        `"${component}" is no component of ${structure.id}: ${components.map(({ id }) => id).join(', ')}`,
      );
  const tests = filters.map(({ component, test }) => ({ index: indexOf.get(component)!, test }));
  return {
    codesOf(component) {
      const lists = filters.flatMap((one) => (one.component === component && one.codes ? [one.codes] : []));
      const index = structure.dimensions.findIndex(({ id }) => id === component);
      const ofKeys = keys.map((key) => key[index]);
      if (index >= 0 && ofKeys.length > 0 && ofKeys.every((codes) => codes))
        lists.push(ofKeys.flatMap((codes) => [...codes!]));
      if (lists.length === 0) return undefined;
      return [...new Set(lists[0])].filter((code) => lists.every((list) => list.includes(code)));
    },
    matches: (row) =>
      tests.every(({ index, test }) => test(row[index])) &&
      (keys.length === 0 ||
        keys.some((key) =>
          key.every((codes, i) => codes === null || codes === undefined || codes.has(row[i]!)),
        )),
  };
}
