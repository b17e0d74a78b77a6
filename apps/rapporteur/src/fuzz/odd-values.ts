/** Values, texts and bytes that often cause faults in programs that read input, and requests made of them. */
import fc from 'fast-check';

/** A request that is sent without any change: a first line, header lines, and the bytes of a body. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: Uint8Array;
}

const deep = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;

/** Texts of each kind that is known to cause faults. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\ufeff',
    '\ufffe',
    '\u202e321',
    '\u001b[31m',
    "';--",
    '=1+1',
    '../../etc/passwd',
    '%00',
    '%zz',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '1e400',
    '-0',
    '0x10',
    '٣',
    '二〇〇七年',
    '2007/',
    '../',
    '2001/..',
    '9999-99-99',
    '0000-01-01',
    '2008-02-30',
    'undated',
    'SV',
    'SV,'.repeat(2000),
    'a'.repeat(5000),
    '国'.repeat(300),
    'e\u0301'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

/** Values of JSON that replace others. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: oddText },
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    -0,
    1.5,
    1e21,
    2 ** 53,
    -(2 ** 53),
    1e-7,
    [],
    {},
    [[]],
    deep(60),
    { a: deep(30) },
    Array.from({ length: 3000 }, () => ({})),
    Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, i])),
  ),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
);

type Change = readonly [at: number, value: unknown, name: string | null];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.nat(1000),
  oddValue,
  fc.option<string, null>(oddText, { freq: 4, nil: null }),
);

/** Puts a value in the place of one of the template's values, or adds it under a new name. */
function apply(template: unknown, [at, value, name]: Change): unknown {
  const copy = structuredClone(template);
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const collect = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      collect((holder as Record<string, unknown>)[key]);
    }
  };
  collect(copy);
  const [holder, key] = places[at % Math.max(1, places.length)] ?? [undefined, ''];
  if (!holder) return value;
  Object.defineProperty(holder, name ?? key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Changes bytes at some places: removes, inserts or replaces them. */
const spoil = (bytes: Uint8Array, changes: readonly (readonly [number, number, number])[]): Uint8Array =>
  changes.reduce<Buffer>((now, [at, kind, byte]) => {
    const place = at % (now.length + 1);
    const rest = now.subarray(kind % 3 === 0 ? place : place + 1);
    const put = kind % 3 === 2 ? [] : [byte];
    return Buffer.concat([now.subarray(0, place), Buffer.from(put), rest]);
  }, Buffer.from(bytes));

/** A body made of a valid one: values replaced, and perhaps bytes damaged. */
export const oddBody = (template: unknown): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant([]) },
        fc.array(fc.tuple(fc.nat(5000), fc.nat(2), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      ),
    )
    .map(([changes, bytes]) =>
      spoil(Buffer.from(JSON.stringify(changes.reduce(apply, template)) ?? ''), bytes),
    );

/** A text for an address: encoded correctly, or not at all. */
export const inAddress = (text: string, isEncoded: boolean): string =>
  isEncoded
    ? encodeURIComponent(text.toWellFormed())
    : // White space and NUL are removed, because they would end the request's first line.
      Buffer.from(text.replaceAll(/[\s\u0000]/g, '')).toString('latin1');

/** A text as the value of a header, as bytes of Latin-1. */
export const inHeader = (text: string): string =>
  Buffer.from(text.replaceAll(/[\r\n\u0000]/g, '')).toString('latin1');
