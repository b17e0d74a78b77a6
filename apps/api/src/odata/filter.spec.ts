/** Filters: any that can be written is read as it was meant, whatever else is refused, and reading by it loses nothing. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textsAllowed, toPredicate, type Columns, type Entity } from './apply-filter.js';
import { ODataFault } from './fault.js';
import { comparisons, readFilter, tests, type Filter, type Operand } from './read-filter.js';

const columns: Columns = new Map([
  ['respondent', { type: 'string' }],
  ['note', { type: 'string' }],
  ['value', { type: 'number' }],
  ['late', { type: 'boolean' }],
  ['day', { type: 'date' }],
]);

const property = (name: string): Operand => ({ kind: 'property', name });
const of = (type: 'string' | 'number' | 'boolean' | 'date', value: unknown) =>
  ({ kind: 'literal', type, value }) as Operand;
const nothing: Operand = { kind: 'literal', type: 'null', value: null };

const codes = fc.constantFrom('SV', 'GR', 'PE', "Côte d'Ivoire", '');
const texts = fc.oneof(codes, fc.string({ maxLength: 8 }), fc.constantFrom("'", "''", ') or true', '记录者'));
const days = fc.constantFrom('2008-01-24', '2008-01-25', '2009-12-31');
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((one) => one + 0),
);
const textual = fc.oneof(
  fc.constantFrom('respondent', 'note').map(property),
  fc
    .constantFrom('respondent', 'note')
    .map((name): Operand => ({ kind: 'call', name: 'tolower', of: property(name) })),
  texts.map((text) => of('string', text)),
);
/** Two operands that can be compared. */
const pairs = fc.oneof(
  fc.tuple(
    fc.constant(property('respondent')),
    fc.oneof(
      codes.map((code) => of('string', code)),
      fc.constant(nothing),
    ),
  ),
  fc.tuple(
    codes.map((code) => of('string', code)),
    fc.constant(property('respondent')),
  ),
  fc.tuple(textual, textual),
  fc.tuple(
    fc.constant(property('value')),
    fc.oneof(
      numbers.map((number) => of('number', number)),
      fc.constant(nothing),
    ),
  ),
  fc.tuple(
    fc.constant(property('late')),
    fc.boolean().map((yes) => of('boolean', yes)),
  ),
  fc.tuple(
    fc.constant(property('day')),
    fc.oneof(
      days.map((day) => of('date', day)),
      days.map((day) => of('string', day)),
    ),
  ),
);
const { filter: filters } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc
      .tuple(fc.constantFrom(...comparisons), pairs)
      .map(([by, [left, right]]): Filter => ({ kind: 'compare', by, left, right })),
    fc.array(codes, { minLength: 1, maxLength: 4 }).map((list): Filter => ({
      kind: 'in',
      left: property('respondent'),
      list: list.map((code) => of('string', code)),
    })),
    fc
      .tuple(fc.constantFrom(...tests), textual, textual)
      .map(([by, left, right]): Filter => ({ kind: 'test', by, left, right })),
    fc.constant<Filter>({ kind: 'is', of: property('late') }),
    tie('filter').map((part): Filter => ({ kind: 'not', part })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, parts]): Filter => ({ kind, parts })),
  ),
}));
const entities: fc.Arbitrary<Entity> = fc.record({
  respondent: fc.option(codes),
  note: fc.option(texts),
  value: fc.option(numbers),
  late: fc.option(fc.boolean()),
  day: fc.option(days),
});

const writeOperand = (one: Operand): string => {
  if (one.kind === 'property') return one.name;
  if (one.kind === 'call') return `${one.name}( ${writeOperand(one.of)} )`;
  return one.type === 'string' ? `'${one.value.replaceAll("'", "''")}'` : String(one.value);
};
/** Every part in parentheses. */
function write(filter: Filter): string {
  if (filter.kind === 'is') return writeOperand(filter.of);
  if (filter.kind === 'not') return `not (${write(filter.part)})`;
  if (filter.kind === 'compare')
    return `${writeOperand(filter.left)} ${filter.by} ${writeOperand(filter.right)}`;
  if (filter.kind === 'in')
    return `${writeOperand(filter.left)} in (${filter.list.map(writeOperand).join(', ')})`;
  if (filter.kind === 'test')
    return `${filter.by}(${writeOperand(filter.left)},${writeOperand(filter.right)})`;
  return filter.parts.map((part) => `(${write(part)})`).join(` ${filter.kind} `);
}

const letters = [
  '(',
  ')',
  "'",
  ',',
  ' ',
  'and ',
  'or ',
  'not ',
  'eq ',
  'in ',
  'contains(',
  'value ',
  '2008-01-24 ',
  '1',
  'null ',
  '-',
  '\u0000',
  '%',
  ';',
];

describe('a filter', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(filters, (filter) => expect(readFilter(write(filter))).toEqual(filter)),
      { numRuns: 500 },
    );
  });

  it('binds "and" closer than "or", and "not" closest', () => {
    expect(readFilter('late or value eq 1 and not late')).toEqual(
      readFilter('late or ((value eq 1) and (not (late)))'),
    );
  });

  it('is read or refused, and never anything else', () => {
    const odd = fc.array(fc.oneof(fc.constantFrom(...letters), fc.string({ maxLength: 3 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(odd, (parts) => {
        try {
          toPredicate(readFilter(parts.join('')), columns)({ value: 1 });
        } catch (error) {
          expect(error).toBeInstanceOf(ODataFault);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('that narrows what is read leaves nothing out that it lets through', () => {
    fc.assert(
      fc.property(filters, fc.array(entities, { maxLength: 20 }), (filter, all) => {
        const holds = toPredicate(filter, columns);
        const allowed = textsAllowed(filter, 'respondent');
        for (const entity of all)
          if (allowed && holds(entity)) expect([...allowed]).toContain(entity['respondent']);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets through what its opposite does not, as far as that is known', () => {
    fc.assert(
      fc.property(filters, entities, (filter, entity) => {
        const opposite: Filter = { kind: 'not', part: filter };
        const both = [filter, opposite].filter((one) => toPredicate(one, columns)(entity));
        // Neither holds where it is not known.
        expect(both.length).toBeLessThan(2);
        if (Object.values(entity).every((value) => value !== null)) expect(both).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});
