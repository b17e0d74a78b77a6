/** What is taken as right without its schema is right by the schema, and most events are taken so. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { submitted } from '../samples/examples.js';
import { replySubmittedSchema } from './events.js';
import { isPlainMeta, isPlainSubmission } from './plain-event.js';
import { faultOfMeta, toNewEvent } from './stored-event.js';

const figure = {
  indicator: 'persons-prosecuted',
  breakdown: {},
  period: '2005',
  value: 18,
  qualifier: 'exact',
};
const data = {
  ...{ collection: 'c', round: '2008', respondent: 'SV', receivedOn: '2008-01-20', receivedPrecision: 'on' },
  ...{ late: null, resolved: { code: 'SV', asWritten: 'El Salvador', match: 'exact' }, language: null },
  complete: false,
  observations: [
    { ...figure, paragraph: 14 },
    {
      ...figure,
      paragraph: 14,
      breakdown: { sex: 'female' },
      note: 'of them 3 abroad',
      asWritten: 'eighteen',
    },
  ],
  findings: [],
};
const meta = {
  ...{ recordedBy: 't', principal: 'p', signedInBy: 'key', onBehalfOf: 'SV' },
  ...{
    recordedAt: '2008-02-01T00:00:00.000Z',
    correlationId: 'c',
    causationId: 'r',
    traceparent: '00-1-2-01',
  },
};

type Node = Record<string, unknown>;
const oddities: unknown[] = [
  ...[
    null,
    0,
    -1,
    1.5,
    2 ** 53,
    true,
    '',
    'x',
    'No Code',
    ' x ',
    'a\u0000',
    '\ud800',
    'n'.repeat(2001),
    'n'.repeat(201),
  ],
  ...[
    [],
    {},
    [null],
    [{}],
    { sex: 'No Code' },
    { sex: 7 },
    'none-known',
    'withheld',
    'close',
    'on-or-before',
    'fewer-than',
  ],
  ...[
    '2008-02-30',
    '0000-01-01',
    '2008-02-30T00:00:00.000Z',
    '2008-02-01T24:00:00.000Z',
    '2008-02-01',
    7,
    '7',
  ],
];

/** The same with one member or more replaced, added or left out, anywhere in it. */
const changed = (value: Node): fc.Arbitrary<Node> =>
  fc
    .array(
      fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), fc.nat(9), fc.constantFrom(...oddities)),
      {
        ...{ minLength: 1, maxLength: 3 },
      },
    )
    .map((changes) => {
      const copy = structuredClone(value);
      for (const [path, how, oddity] of changes) change(copy, path, how, oddity);
      return copy;
    });

function change(at: Node, [step = 0, ...rest]: readonly number[], how: number, oddity: unknown): void {
  const names = Object.keys(at);
  const name = names[step % Math.max(1, names.length)] ?? 'more';
  const inner = at[name];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null)
    return change(inner as Node, rest, how, oddity);
  if (how === 0 && !Array.isArray(at)) delete at[name];
  else if (how === 1 && !Array.isArray(at)) at['more'] = oddity;
  else at[name] = oddity;
}

const withChangedFigure = changed(data.observations[1]!).map((one) => ({ ...data, observations: [one] }));

const isKept = (value: unknown) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value));

it('a submission without its schema is one by the schema, and its texts are kept', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.oneof(changed(data), withChangedFigure), (one) => {
      if (!isPlainSubmission(one)) return;
      plain += 1;
      expect(replySubmittedSchema.safeParse(one).error?.issues).toBeUndefined();
      expect(isKept(one)).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(100);
  expect(isPlainSubmission(data)).toBe(true);
});

it('particulars without their schema are so by the schema', () => {
  let plain = 0;
  fc.assert(
    fc.property(changed(meta), (one) => {
      if (!isPlainMeta(one)) return;
      plain += 1;
      expect(faultOfMeta(one)).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(50);
  const { recordedBy, recordedAt, correlationId, causationId } = meta;
  expect(isPlainMeta({ recordedBy, recordedAt, correlationId, causationId })).toBe(true);
  expect(isPlainMeta(meta)).toBe(true);
});

it('is asked of the version that is stored now', () => {
  // `checkStorable` names the version: a next one needs another look at what is plain.
  expect(toNewEvent(submitted, 'i', meta).schemaVersion).toBe(2);
});
