/** Large bodies: the same as zod where they are good, and no more work than it takes to say what is wrong. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCorrection, parseReply, parseRound } from './commands.js';
import { registry } from '../samples/examples.js';
import type { Parsed } from './parse.js';
import { problemsSought } from './problem.js';
import {
  correctionInputSchema,
  figuresAtMost,
  findingsAtMost,
  replyInputSchema,
} from '../events/input-schemas.js';
import { parseStepwise } from './stepwise.js';

const key = { collection: 'ecosoc-2006-27', round: '2008' };
const problems = (parsed: Parsed<unknown>) => (parsed.ok ? [] : parsed.problems);
const figure = (i: number) => ({
  indicator: 'persons-prosecuted',
  period: String(1900 + (i % 100)),
  breakdown: { sex: i % 2 === 0 ? 'female' : 'male' },
  value: i,
  paragraph: 14,
});
const figures = (n: number) => Array.from({ length: n }, (_, i) => figure(i));
const reply = (body: object) =>
  parseReply({ respondent: 'SV', receivedOn: '2008-01-20', ...body }, key, registry);

/** The sizes that an attacker would send take seconds; sizes just above the limits show the same. */
const isFull = Boolean(process.env['FULL']);

/** A list of empty items that counts how many of them are looked at. */
function watched(length: number) {
  const seen = { items: 0 };
  const list = new Proxy(
    Array.from({ length }, () => ({})),
    {
      get: (target, name) => {
        if (/^\d+$/.test(String(name))) seen.items += 1;
        return Reflect.get(target, name) as unknown;
      },
    },
  );
  return { list, seen };
}

/** Counts how often the registry is asked. */
function counted() {
  const asked = new Map<string, number>();
  const resolve = (written: string) => {
    asked.set(written, (asked.get(written) ?? 0) + 1);
    return registry.resolve(written);
  };
  return { asked, registry: { ...registry, resolve } };
}

describe('parsing step by step', () => {
  const run = (schema: Parameters<typeof parseStepwise>[0], value: unknown) => {
    const issues = [];
    const steps = parseStepwise(schema, value, []);
    let next = steps.next();
    for (; !next.done; next = steps.next()) if (next.value) issues.push(next.value);
    return { issues, value: next.value };
  };

  it('gives what zod gives, of small bodies and large ones', () => {
    const body = fc.record({
      respondent: fc.oneof(fc.constant('SV'), fc.anything()),
      receivedOn: fc.constant('2008-01-20'),
      observations: fc.oneof(fc.constantFrom(figures(5), figures(700)), fc.anything()),
      ...{ extra: fc.constant(undefined) },
    });
    fc.assert(
      fc.property(body, (given) => {
        const value = JSON.parse(JSON.stringify(given)) as unknown;
        const whole = replyInputSchema.safeParse(value);
        const { issues, value: parsed } = run(replyInputSchema, value);
        expect(issues.length === 0).toBe(whole.success);
        if (whole.success) expect(parsed).toEqual(whole.data);
      }),
      { numRuns: isFull ? 100 : 25 },
    );
    const correction = { receivedOn: '2008-01-20', reason: 'x', observations: { added: figures(700) } };
    expect(run(correctionInputSchema, correction).value).toEqual(correctionInputSchema.parse(correction));
  });
});

describe('a body with more wrong than anybody reads', () => {
  it('is told its length before its items are looked at', () => {
    for (const [name, most] of [
      ['observations', figuresAtMost],
      ['findings', findingsAtMost],
    ] as const) {
      const { list, seen } = watched(most + 1);
      const found = problems(reply({ [name]: list }));
      expect(found.map((p) => `${p.pointer} ${p.code}`)).toEqual([`/${name} too-large`]);
      // As many reads as it takes to see that the body is large.
      expect(seen.items).toBeLessThan(most);
    }
    const names = Array.from({ length: 1001 }, (_, i) => `Rep${i}`);
    const spy = counted();
    expect(problems(parseRound({ ...key, asked: names }, spy.registry)).map((p) => p.pointer)).toEqual([
      '/asked',
    ]);
    expect(spy.asked.size).toBe(0);
  });

  it('is looked at until there are a thousand problems, and near codes are sought for twenty', () => {
    const observations = figures(isFull ? 50_000 : 1500).map((o, i) => ({
      ...o,
      indicator: `persons-prosecutted-${i}`,
    }));
    const found = problems(reply({ observations }));
    expect(found).toHaveLength(problemsSought);
    expect(found.filter(({ suggestions = [] }) => suggestions.length > 0)).toHaveLength(20);
  });

  it('has each name looked up once', () => {
    const spy = counted();
    const asked = Array.from({ length: 1000 }, () => 'Atlantis');
    expect(problems(parseRound({ ...key, asked }, spy.registry))).toHaveLength(1000);
    expect([...spy.asked]).toEqual([['Atlantis', 1]]);
  });

  it('is refused where one figure holds thousands of values, or a field thousands of names', () => {
    const many = Object.fromEntries(
      Array.from({ length: isFull ? 400_000 : 3000 }, (_, i) => [`k${i}`, 'x']),
    );
    expect(problems(reply({ observations: [{ ...figure(1), breakdown: many }] }))[0]).toMatchObject({
      pointer: '/observations/0/breakdown',
      code: 'too-large',
    });
    expect(problems(reply(many)).length).toBe(problemsSought);
    expect(problems(reply({ findings: [many] })).length).toBeLessThanOrEqual(problemsSought);
    const correction = { receivedOn: '2008-02-01', reason: 'x', observations: { added: [], ...many } };
    expect(problems(parseCorrection(correction, key, 'SV', registry)).length).toBe(problemsSought);
  });

  it('is quoted shortly, however long or deep what it gives is', () => {
    let deep: unknown = 1;
    for (let i = 0; i < (isFull ? 50_000 : 5000); i += 1) deep = [deep];
    for (const field of ['value', 'period', 'qualifier', 'paragraph', 'indicator', 'note'])
      for (const given of [deep, 'x'.repeat(isFull ? 1_000_000 : 20_000), { a: deep }]) {
        const found = problems(reply({ observations: [{ ...figure(1), [field]: given }] }));
        expect(found.length).toBeGreaterThan(0);
        expect(JSON.stringify(found).length).toBeLessThan(5000);
      }
    const long = 'x'.repeat(isFull ? 1_000_000 : 20_000);
    expect(JSON.stringify(problems(reply({ [long]: 1, respondent: long }))).length).toBeLessThan(2000);
  });

  it('does not find codes in what every object has', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty'])
      expect(
        problems(reply({ observations: [{ ...figure(1), breakdown: { [name]: 'female' } }] })).length,
      ).toBe(name === 'constructor' ? 1 : 2);
  });
});
