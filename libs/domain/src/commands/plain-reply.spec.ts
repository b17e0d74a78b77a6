/** What is read without the schema is what the schema and the rules make of it, and most replies are read so. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAnyReplyInSteps } from './commands.js';
import type { Registry } from './parse.js';
import { readPlainReply } from './plain-reply.js';
import { finish } from './steps.js';

const registry: Registry = {
  resolve: (written) => {
    if (written === 'SV') return { code: 'SV', match: 'code', asWritten: written };
    if (written === 'El Salvador') return { code: 'SV', match: 'exact', asWritten: written };
    return { suggestions: [] };
  },
  indicators: ['persons-prosecuted', 'persons-convicted', 'No Code'],
  topics: ['ratification'],
  details: [],
  today: '2008-02-01',
  dimensions: { sex: ['male', 'female', 'No Code'], age: ['child', 'adult'] },
};
const round = { collection: 'c', round: '2008' };
const readPlain = (body: unknown) => readPlainReply(body, round, registry);

/** Mostly what is right; else something that is not, or that the schema takes in another form. */
const mostly = <T>(right: fc.Arbitrary<T>, ...others: unknown[]) =>
  fc.oneof({ weight: 12, arbitrary: right as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd(others) });
const odd = (others: unknown[]) =>
  fc.oneof(fc.constantFrom(...others, undefined, null, 0, -0, 1.5, '', [], {}, true), fc.jsonValue());
const texts = [
  'as it stands',
  'Zoë 名',
  ' begins with a space',
  'ends so\n',
  'a\u0000',
  '\ud800',
  'a\u202eb',
  '\u0001',
];

const figure = fc.record(
  {
    indicator: mostly(fc.constantFrom('persons-prosecuted', 'persons-convicted'), 'persons', 'No Code'),
    breakdown: mostly(
      fc.constantFrom({}, { sex: 'male' }, { age: 'child', sex: 'female' }),
      ...[{ sex: 'x' }, { age: 7 }, { hair: 'red' }, { sex: 'No Code' }, { toString: 'x' }, ['male']],
    ),
    period: mostly(
      fc.constantFrom('2001', '2005', '2007', '2008', '1950'),
      ...[2005, '2003/2006', '2009', '0000', '07', '2005/2005', 'undated', '../2007', '２００５'],
    ),
    value: mostly(fc.nat(), 2 ** 53, -1, '7', '>7'),
    qualifier: mostly(fc.constantFrom('exact', 'at-least', 'fewer-than'), 'none-known', 'withheld', 'about'),
    paragraph: mostly(fc.integer({ min: 1, max: 100_000 }), 100_001, '7'),
    note: mostly(fc.constantFrom(...texts.slice(0, 2)), ...texts, 'n'.repeat(2000), 'n'.repeat(2001)),
    asWritten: mostly(fc.constantFrom('18', 'eighteen'), ...texts, 'n'.repeat(201)),
    break: fc.constant(true),
    row: fc.nat(),
    more: fc.constant(1),
  },
  { requiredKeys: ['indicator', 'period', 'value', 'paragraph'] },
);
/** Members that are rare are left out of most figures, so that many bodies are plain. */
const rarely = figure.chain((given) =>
  fc.nat(9).map((n) => {
    const { break: isBreak, row, more, ...kept } = given as Record<string, unknown>;
    return n === 0 ? { ...kept, ...{ break: isBreak, row, more } } : kept;
  }),
);
const bodies = fc
  .record(
    {
      respondent: mostly(fc.constantFrom('SV', 'El Salvador'), ' SV', 'Nowhere', ...texts),
      receivedOn: mostly(
        fc.constantFrom('2008-01-20', '2008-02-01', '1999-12-31'),
        ...['2008-02-02', '2007-02-29', '1945-10-23', '2008-1-2', { onOrBefore: '2008-01-20' }],
      ),
      observations: mostly(fc.array(rarely, { maxLength: 4 }), [[]], [null], Array(101).fill({})),
      language: fc.constantFrom('es', 'x'),
      findings: fc.constant([]),
      more: fc.constant(1),
    },
    { requiredKeys: ['respondent', 'receivedOn', 'observations'] },
  )
  .chain((body) =>
    fc.nat(5).map((n) => {
      const { respondent, receivedOn, observations } = body as Record<string, unknown>;
      return n === 0 ? body : { respondent, receivedOn, observations };
    }),
  )
  // As a body comes: without members that are not there.
  .map((body) => JSON.parse(JSON.stringify(body)) as unknown);

describe('a reply that is read without the schema', () => {
  it('is to the letter what the schema and the rules make of it, and is none that they refuse', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 30, arbitrary: bodies }, fc.jsonValue()), (body) => {
        const read = readPlain(body);
        if (!read) return;
        plain += 1;
        const parsed = finish(parseAnyReplyInSteps(body, round, registry));
        expect(parsed).toEqual({ ok: true, value: read });
        expect(JSON.stringify(parsed)).toBe(JSON.stringify({ ok: true, value: read }));
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(300);
  });

  it.each([
    ['figures of years', {}],
    ['a breakdown', { breakdown: { sex: 'female' } }],
    ['a qualifier', { qualifier: 'at-least' }],
    ['its words and a note', { note: 'of them 3 abroad', asWritten: 'eighteen' }],
  ])('may have %s', (_, more) => {
    const observations = [
      { indicator: 'persons-prosecuted', period: '2005', value: 18, paragraph: 14, ...more },
    ];
    expect(readPlain({ respondent: 'SV', receivedOn: '2008-01-20', observations })).toMatchObject({
      ...{
        respondent: 'SV',
        receivedOn: '2008-01-20',
        receivedPrecision: 'on',
        language: null,
        findings: [],
      },
      observations: [{ value: 18, breakdown: {}, qualifier: 'exact', ...more }],
    });
  });

  it('is no long one, which is read in steps', () => {
    const observations = Array.from({ length: 101 }, (_, i) => ({
      ...{ indicator: 'persons-prosecuted', period: String(1900 + i), value: 1, paragraph: 1 },
    }));
    const body = { respondent: 'SV', receivedOn: '2008-01-20', observations };
    expect(readPlain(body)).toBeUndefined();
    expect(readPlain({ ...body, observations: observations.slice(1) })?.observations).toHaveLength(100);
  });
});
