/** What changed between two vintages or two rounds, in words: what became what, by which event, and what cannot be compared. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent, Observation } from '@rapporteur/domain';
import { compareFacts } from './compare-facts.js';
import { corrected, opened, replied, said, withdrew } from '../samples/examples.js';
import { loadLanguage, type ReportLanguage } from '../document/language.js';
import { factsOf } from '../facts/round-2008-facts.js';

let language: ReportLanguage;
beforeAll(async () => {
  language = await loadLanguage('en');
});

const events: DomainEvent[] = [
  opened(),
  replied('SV', [said('2006', 37), said('2007', 6)], [{ topic: 'hotline', paragraph: 46 }]),
  replied(
    'GR',
    [said('2006', 4), said('2006', 3, { breakdown: { sex: 'female' } })],
    [
      { topic: 'hotline', paragraph: 46 },
      { topic: 'training-audience', detail: 'police', paragraph: 30 },
    ],
  ),
];
/** The lines of each section. */
const compare = (then: readonly DomainEvent[], now: readonly DomainEvent[], asOf = '2009-01-01') => {
  const text = compareFacts(factsOf(then, '2008-01-24'), factsOf(now, asOf), language);
  const [title = '', ...sections] = text.trimEnd().split('\n\n## ');
  const linesOf = (section: string) => section.split('\n\n')[1]!.split('\n');
  const [replies, changed, figures, findings] = sections.map(linesOf);
  return { title, replies, changed, figures, findings, heads: sections.map((s) => s.split('\n')[0]) };
};
const nothing = ['Nothing.'];

describe('two vintages of a round', () => {
  const since = (...more: DomainEvent[]) => compare(events, [...events, ...more]);

  it('of which nothing has changed say so, under a head that names both', () => {
    expect(since()).toEqual({
      title:
        '# Changes from c/2008 as received by 24 January 2008 (position 3) to c/2008 as received by 1 January 2009 (position 3)',
      heads: [
        'Who replied',
        'What was corrected',
        'What is higher or lower (two years are no trend)',
        'What was stated since',
      ],
      replies: [
        '- Both times: two States (El Salvador and Greece).',
        '- All of the first replied the second time.',
        '- Nobody replied the second time only.',
      ],
      changed: nothing,
      figures: nothing,
      findings: nothing,
    });
  });

  it('tell what became what, and why: with reference and reason, with a reason alone', () => {
    const changed = [said('2007', 9)];
    expect(since(corrected('SV', { changed, reference: 'Corr.1' })).changed).toEqual([
      '- El Salvador, Persons prosecuted in 2007: 6 became 9, corrected on 1 March 2008 (Corr.1: typing error; event 4)',
    ]);
    expect(since(corrected('SV', { changed })).changed).toEqual([
      '- El Salvador, Persons prosecuted in 2007: 6 became 9, corrected on 1 March 2008 (typing error; event 4)',
    ]);
  });

  it('tell the breakdown, and all of several values', () => {
    const women = { breakdown: { sex: 'female' } };
    const changed = [said('2006', 5, women), said('2006', 7, women)];
    expect(since(corrected('GR', { changed })).changed).toEqual([
      '- Greece, Persons prosecuted (Female) in 2006: 3 became 5 or 7, corrected on 1 March 2008 (typing error; event 4)',
    ]);
  });

  it('give as the cause of what no longer stands the last that its respondent said since, and nobody else', () => {
    const { changed, replies } = since(
      corrected('GR', { changed: [said('2006', 5)] }, { receivedOn: '2008-02-01' }),
      withdrew('GR'),
      corrected('SV', { added: [said('2005', 18)] }, { receivedOn: '2008-03-05' }),
    );
    expect(changed).toEqual([
      '- Greece, Persons prosecuted in 2006: 4 no longer stands, withdrawn on 2 March 2008 (sent by mistake; event 5)',
      '- Greece, Persons prosecuted (Female) in 2006: 3 no longer stands, withdrawn on 2 March 2008 (sent by mistake; event 5)',
    ]);
    expect(replies).toEqual([
      '- Both times: one State (El Salvador).',
      '- The first time only: one State (Greece).',
      '- Nobody replied the second time only.',
    ]);
  });

  it('do not tell what was added as corrected, nor a later year as higher than the one before it was known', () => {
    const { changed, figures } = since(corrected('SV', { added: [said('2005', 18)] }));
    expect([changed, figures]).toEqual([nothing, nothing]);
  });

  it('tell by theme what was stated since, by whom, and what is stated no longer', () => {
    const more = { findings: [{ topic: 'protocol-ratified', paragraph: 5 }] };
    expect(since(corrected('SV', more), corrected('GR', more), withdrew('GR')).findings).toEqual([
      '- Protocol ratified: El Salvador',
      '- No longer stated: Groups trained: Police: Greece',
      '- No longer stated: Hotline: Greece',
    ]);
  });
});

it('what was stated since is told of those who stated it, topic by topic and detail by detail', () => {
  const audience = (detail?: string) => ({ topic: 'training-audience', detail, paragraph: 30 });
  const since = [
    replied('LV', [], [audience('police'), audience('judges'), { topic: 'shelters', paragraph: 5 }]),
    replied('JP', [], [audience('judges'), audience(), { topic: 'protocol-ratified', paragraph: 5 }]),
  ];
  expect(compare(events, [...events, ...since]).findings!.toSorted()).toEqual([
    '- Groups trained: Japan',
    '- Groups trained: Judges: Japan and Latvia',
    '- Groups trained: Police: Latvia',
    '- Protocol ratified: Japan',
    '- Shelters: Latvia',
  ]);
});

it('what was stated since comes by theme, in whatever order it is found', () => {
  const topics = ['hotline', 'training-audience', 'data-registry', 'protocol-ratified', 'shelters'];
  const findings = topics.map((topic) => ({ topic, paragraph: 5 }));
  const told = (...given: typeof findings) =>
    compare(events, [...events, replied('LV', [], given)]).findings!.map((line) => line.split(':')[0]);
  const byTheme = [
    ...['- Protocol ratified', '- Data register', '- Groups trained'],
    ...['- Hotline', '- Shelters'],
  ];
  expect(told(...findings).slice(0, 3)).toEqual(byTheme.slice(0, 3));
  expect(told(...findings.toReversed()).slice(0, 3)).toEqual(byTheme.slice(0, 3));
  expect(told(...findings).sort()).toEqual([...byTheme].sort());
});

describe('two rounds', () => {
  const next = (figures: Observation[], ...more: DomainEvent[]) =>
    compare(
      events,
      [
        ...events,
        opened({ round: '2010', cutOff: '2010-01-24' }),
        replied('SV', figures, [], { round: '2010', receivedOn: '2010-01-05' }),
        ...more,
      ],
      '2010-01-24',
    );
  const judged = (...figures: Observation[]) => next(figures).figures;

  it('tell who replied both times, and who did the second time only', () => {
    const japan = replied('JP', [], [{ topic: 'protocol-ratified', paragraph: 1 }], {
      round: '2010',
      receivedOn: '2010-01-05',
    });
    const { title, replies, findings } = next([], japan);
    expect(title).toContain('to c/2010 as received by 24 January 2010 (position 6)');
    expect(replies).toEqual([
      '- Both times: one State (El Salvador).',
      '- The first time only: one State (Greece).',
      '- The second time only: one State (Japan).',
    ]);
    // A finding is not withdrawn by a later round that does not repeat it.
    expect(findings).toEqual(['- Protocol ratified: Japan']);
  });

  it('tell the compiler’s own account nowhere', () => {
    const own = replied('UNODC', [said('2009', 3)], [{ topic: 'protocol-ratified', paragraph: 1 }], {
      round: '2010',
      receivedOn: '2010-01-05',
    });
    expect(next([], own)).toMatchObject({ figures: nothing, findings: nothing });
  });

  it.each<[string, Observation, string]>([
    ['a higher number', said('2009', 7), 'higher, 6 in 2007, 7 in 2009'],
    ['a lower one', said('2009', 5), 'lower, 6 in 2007, 5 in 2009'],
    ['the same', said('2009', 6), 'the same, 6 in 2007, 6 in 2009'],
    [
      'one that is above the number at least',
      said('2009', 7, { qualifier: 'at-least' }),
      'higher, 6 in 2007, at least 7 in 2009',
    ],
    [
      'one that may be the number or above it',
      said('2009', 6, { qualifier: 'at-least' }),
      'cannot be compared, 6 in 2007, at least 6 in 2009',
    ],
    [
      'one that is below the number at most',
      said('2009', 6, { qualifier: 'fewer-than' }),
      'lower, 6 in 2007, fewer than 6 in 2009',
    ],
    [
      'one that may be the number or below it',
      said('2009', 7, { qualifier: 'fewer-than' }),
      'cannot be compared, 6 in 2007, fewer than 7 in 2009',
    ],
    ['none known', said('2009', null), 'cannot be compared, 6 in 2007, none known in 2009'],
    [
      'an approximation',
      said('2009', 90, { qualifier: 'approximately' }),
      'cannot be compared, 6 in 2007, approximately 90 in 2009',
    ],
  ])('call %s what holds for every value that the figures admit', (_, figure, told) => {
    expect(judged(figure)).toEqual([`- El Salvador, Persons prosecuted: ${told}`]);
  });

  it('do not call 4 higher than "<5" was, which may have been 4', () => {
    const was = [opened(), replied('SV', [said('2007', 5, { qualifier: 'fewer-than' })])];
    const now = [
      ...was,
      opened({ round: '2010' }),
      replied('SV', [said('2009', 4)], [], { round: '2010', receivedOn: '2010-01-05' }),
    ];
    expect(compare(was, now, '2010-01-24').figures).toEqual([
      '- El Salvador, Persons prosecuted: cannot be compared, fewer than 5 in 2007, 4 in 2009',
    ]);
  });

  it('compare nothing with several values of one figure', () => {
    expect(judged(said('2009', 7), said('2009', 8))).toEqual([
      '- El Salvador, Persons prosecuted: cannot be compared, 6 in 2007, 7 or 8 in 2009',
    ]);
  });

  it('compare the latest year of each with the latest of the other, where that is later', () => {
    expect(judged(said('2008', 7), said('2009', 8), said('2010', 2))).toEqual([
      '- El Salvador, Persons prosecuted: lower, 6 in 2007, 2 in 2010',
    ]);
    expect(judged(said('2006', 7))).toEqual(nothing);
    expect(judged(said('2008/2010', 70))).toEqual(nothing);
    expect(judged(said('2009', 7, { indicator: 'cases-recorded' }))).toEqual(nothing);
  });

  it('list respondents as the language does', () => {
    const greece = replied('GR', [said('2009', 9)], [], { round: '2010', receivedOn: '2010-01-06' });
    expect(next([said('2009', 7)], greece).figures!.map((line) => line.split(',')[0])).toEqual([
      '- El Salvador',
      '- Greece',
    ]);
  });
});
