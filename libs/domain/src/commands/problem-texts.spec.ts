/** What a sender is told of each thing that can be wrong with a body: where, what, what was expected, what may have been meant. */
import { expect, it } from '@jest/globals';
import { parseCorrection, parseReplacement, parseReply, parseRound, parseWithdrawal } from './commands.js';
import { registry } from '../samples/examples.js';
import type { Parsed } from './parse.js';

const key = { collection: 'ecosoc-2006-27', round: '2008' };
const good = { indicator: 'persons-prosecuted', period: '2007', value: 6, paragraph: 14 };
const told = (parsed: Parsed<unknown>) =>
  parsed.ok
    ? 'taken'
    : parsed.problems
        .map(({ pointer, code, message, expected, suggestions }) =>
          [`${pointer} ${code}: ${message}`, expected, suggestions?.join(' | ')]
            .filter((part) => part !== undefined)
            .join('; '),
        )
        .join('\n');

const reply = (body: object) =>
  parseReply({ respondent: 'SV', receivedOn: '2008-01-20', ...body }, key, registry);

it.each<[string, unknown]>([
  ['nothing', null],
  ['a list', []],
  ['a text', 'x'],
  ['an empty object', {}],
])('of a body that is %s', (_, body) => {
  expect(told(parseReply(body, key, registry))).toMatchSnapshot();
});

it.each<object>(
  [
    ...[
      '1945-10-23',
      '1945-10-24',
      '2008-06-01',
      '2008-06-02',
      'soon',
      '2008-02-30',
      '02008-01-20',
      '2008-01-201',
      5,
    ],
    ...[{ onOrBefore: '2008-06-02' }, { onOrBefore: 'soon' }, { before: '2008-01-20' }, null],
  ].map((receivedOn) => ({ receivedOn })),
)('of %j', (body) => {
  expect(told(reply(body))).toMatchSnapshot();
});

it.each<object>([
  { respondent: 'Atlantis' },
  { respondent: '  ' },
  { respondent: 5 },
  { language: 'Spanish' },
  { language: 'x-es' },
  { language: 'es-MX' },
  { observations: {} },
  { observations: [5, null] },
  { findings: 'x' },
  { colour: 1, size: 2 },
])('of a reply with %j', (body) => {
  expect(told(reply(body))).toMatchSnapshot();
});

it.each<object>([
  ...['x', 'Persons', 'persons-', undefined, 5].map((indicator) => ({ indicator })),
  ...['2009', 'x', '2007/2006', '2007/2009', undefined, 5, 2009].map((period) => ({ period })),
  ...[-1, 1.5, '6', undefined, null].map((value) => ({ value })),
  ...['x', 'none-known'].map((qualifier) => ({ qualifier })),
  { value: null, qualifier: 'none-known' },
  { value: 0, qualifier: 'fewer-than' },
  { value: 1, qualifier: 'fewer-than' },
  ...[undefined, 0, 1, 100_000, 100_001, 1.5].map((paragraph) => ({ paragraph })),
  ...[0, 100_001, 'x'].map((footnote) => ({ footnote })),
  { row: 0 },
  { row: 1, paragraph: undefined },
  { break: true, period: '2003/2006' },
  { break: true, period: 'x' },
  { break: true },
  { break: false },
  ...[{ sex: 'x' }, { age: 'x' }, { sexes: 'female' }, { sex: 5 }, { constructor: 'x' }, 5, null].map(
    (breakdown) => ({ breakdown }),
  ),
  ...['', '\u0000', '\ud800', '\u202d', '\u0001'].map((note) => ({ note })),
])('of a figure with %j', (more) => {
  expect(told(reply({ observations: [{ ...good, ...more }] }))).toMatchSnapshot();
});

it.each([
  ['note', 2000],
  ['asWritten', 200],
])('of a %s of more than %i characters', (field, most) => {
  const withText = (length: number) => reply({ observations: [{ ...good, [field]: 'x'.repeat(length) }] });
  expect(told(withText(most))).toBe('taken');
  expect(told(withText(most + 1))).toMatchSnapshot();
});

it.each<[string, object[]]>([
  ['the same figure twice', [good, { ...good, period: '2006' }, { ...good, value: 7, paragraph: 15 }]],
  ['the same period written otherwise', [good, { ...good, period: 2007 }]],
  [
    'figures that differ',
    [
      good,
      { ...good, indicator: 'persons-arrested' },
      { ...good, breakdown: { sex: 'female' } },
      { ...good, breakdown: { sex: 'male' } },
      { ...good, period: '2006' },
    ],
  ],
])('of %s', (_, observations) => {
  expect(told(reply({ observations }))).toMatchSnapshot();
});

it.each<object>([
  { topic: 'x', paragraph: 1 },
  { topic: 'shelters', detail: 'polic', paragraph: 1 },
  { topic: 'shelters' },
  { topic: 'shelters', row: 1 },
  { topic: 'shelters', paragraph: 1, value: 1 },
  { paragraph: 1 },
])('of a finding %j', (finding) => {
  expect(
    told(reply({ findings: [{ topic: 'protocol-ratified', paragraph: 5 }, finding] })),
  ).toMatchSnapshot();
});

it('of findings that are alike', () => {
  const finding = { topic: 'shelters', paragraph: 2 };
  expect(told(reply({ findings: [{ ...finding, paragraph: 1 }, finding, finding] }))).toMatchSnapshot();
});

const day = { receivedOn: '2008-02-01' };
const why = { ...day, reason: 'x' };

it.each<[string, Parsed<unknown>]>([
  ['correction that says nothing', parseCorrection(day, key, 'SV', registry)],
  ['correction of nothing', parseCorrection({ ...why, observations: { added: [] } }, key, 'SV', registry)],
  [
    'correction that is wrong in each of its lists',
    parseCorrection(
      {
        ...why,
        observations: {
          changed: [{ ...good, value: -1 }],
          added: [{ ...good, indicator: 'x' }],
          retracted: [{ indicator: 'persons-prosecuted', period: '2009' }, { ...good }],
        },
        findings: {
          changed: [{ topic: 'x', paragraph: 1 }],
          added: [{ topic: 'shelters' }],
          retracted: [{ topic: 'shelters', detail: 'x', paragraph: 1 }],
        },
      },
      key,
      'SV',
      registry,
    ),
  ],
  [
    'correction that retracts one figure',
    parseCorrection(
      { ...why, observations: { retracted: [{ indicator: 'persons-prosecuted', period: '2007' }] } },
      key,
      'SV',
      registry,
    ),
  ],
  [
    'correction that retracts one finding',
    parseCorrection(
      { ...why, findings: { retracted: [{ topic: 'shelters', paragraph: 1 }] } },
      key,
      'SV',
      registry,
    ),
  ],
  ['withdrawal that says nothing', parseWithdrawal({}, key, 'SV', registry)],
  [
    'withdrawal that is too early',
    parseWithdrawal({ ...why, receivedOn: '1900-01-01' }, key, 'SV', registry),
  ],
  ['replacement without a reason', parseReplacement(day, key, 'SV', registry)],
  [
    'replacement that is wrong',
    parseReplacement(
      { ...why, receivedOn: '2031-01-01', observations: [{}], findings: [{}] },
      key,
      'SV',
      registry,
    ),
  ],
  ['round without a name', parseRound({}, registry)],
  [
    'round that is wrong',
    parseRound(
      {
        ...key,
        title: { de: 'x', en: '' },
        noteVerbaleOn: 5,
        cutOff: '2008-02-30',
        complete: 'yes',
        compiledBy: 'Atlantis',
        asked: ['SV', 'Atlantis', '', 5],
        listed: { paragraph: 0, respondents: ['Atlantis'] },
      },
      registry,
    ),
  ],
])('of a %s', (_, parsed) => {
  expect(told(parsed)).toMatchSnapshot();
});
