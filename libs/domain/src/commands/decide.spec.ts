/** The specification of the commands: given what has happened, when a command comes, then this follows. */
import { describe, expect, it } from '@jest/globals';
import type { Command } from './command.js';
import { parseCorrection, parseReplacement, parseReply, parseRound, parseWithdrawal } from './commands.js';
import { decideReply, decideRound, toCanonical, type Confirmed } from './decide.js';
import { evolve, noReply } from './reply-state.js';
import type { DomainEvent } from '../events/events.js';
import { corrected, opened, registry, replaced, round, submitted, withdrawn } from '../samples/examples.js';
import { toStatements } from '../tables/fold.js';
import type { Parsed } from './parse.js';
import { readEvent } from '../events/stored-event.js';

const key = { collection: 'ecosoc-2006-27', round: '2008' };
const figure = (period: string, value: number) => ({
  indicator: 'persons-prosecuted',
  period,
  value,
  paragraph: 14,
});
const command = <T extends Command>(parsed: Parsed<T>): T => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const decide = (given: DomainEvent[], when: Exclude<Command, { type: 'OpenRound' }>) =>
  decideReply(
    when,
    given.some((e) => e.type === 'RoundOpened') ? round : null,
    given.reduce(evolve, noReply),
  );
const then = (given: DomainEvent[], when: Exclude<Command, { type: 'OpenRound' }>) => {
  const decision = decide(given, when);
  if (decision.kind === 'accepted') return decision.event;
  return decision.kind === 'refused'
    ? `${decision.reason}: ${decision.problems.map((p) => p.code).join(', ')}`
    : decision.kind;
};

const reply = (body: object) =>
  command(parseReply({ respondent: 'SV', receivedOn: '2008-01-20', language: 'es', ...body }, key, registry));
const correction = (body: object, receivedOn = '2008-02-10') =>
  command(parseCorrection({ receivedOn, reason: 'typing error', ...body }, key, 'SV', registry));
const sameReply = reply({
  respondent: 'El Salvador',
  observations: [figure('2006', 37), figure('2007', 6)],
  findings: [{ topic: 'protocol-ratified', paragraph: 5, footnote: 1 }],
});

describe('OpenRound', () => {
  const open = (body: object = {}) =>
    command(parseRound({ ...key, cutOff: '2008-01-24', ...body }, registry));
  it('opens a round that is not there', () => {
    expect(decideRound(open(), null)).toMatchObject({
      kind: 'accepted',
      event: { type: 'RoundOpened', data: { cutOff: '2008-01-24' } },
    });
  });
  it('changes nothing when the same round is opened again', () => {
    expect(decideRound(open(), open().data).kind).toBe('unchanged');
  });
  it('refuses the same round with other particulars', () => {
    expect(decideRound(open({ cutOff: '2008-01-25' }), open().data)).toMatchObject({
      kind: 'refused',
      reason: 'conflict',
    });
  });
});

describe('SubmitReply', () => {
  it('records a first reply with the name as it was written', () => {
    expect(then([opened], sameReply)).toEqual(submitted);
  });
  it('keeps that a figure starts a new way of counting, from the wire to what is read back', () => {
    const event = then([opened], reply({ observations: [{ ...figure('2007', 6), break: true }] }));
    const stored = JSON.parse(JSON.stringify(event)) as DomainEvent;
    const [statement] = toStatements(readEvent({ ...stored, schemaVersion: 1 }), 2);
    expect(statement!.source).toEqual({ paragraph: 14, break: true });
    expect(then([opened, event as DomainEvent], reply({ observations: [figure('2007', 6)] }))).toBe(
      'conflict: reply-exists',
    );
  });
  it('is refused without its round', () => {
    expect(then([], sameReply)).toBe('not-found: unknown-round');
  });
  it('changes nothing when the same reply comes again, in whatever order its figures stand', () => {
    const shuffled = { ...sameReply, observations: [...sameReply.observations].reverse() };
    expect(then([opened, submitted], shuffled)).toBe('unchanged');
  });
  it('is refused where another reply stands, or one was withdrawn', () => {
    expect(then([opened, submitted], reply({ observations: [figure('2007', 7)] }))).toBe(
      'conflict: reply-exists',
    );
    expect(then([opened, submitted, withdrawn], sameReply)).toBe('conflict: reply-exists');
    const empty = { ...reply({ receivedOn: '2008-04-01' }), language: null };
    expect(then([opened, submitted, withdrawn], empty)).toBe('conflict: reply-exists');
  });
  it('is refused where nothing but a finding is another', () => {
    const { findings } = sameReply;
    for (const other of [
      [],
      [{ ...findings[0]!, footnote: 2 }],
      [...findings, { topic: 'shelters', paragraph: 61 }],
    ])
      expect(then([opened, submitted], { ...sameReply, findings: other })).toBe('conflict: reply-exists');
  });
  it('is another reply when it was received on another day, though it says the same', () => {
    for (const receivedOn of ['2008-01-19', '2008-01-21'])
      expect(then([opened, submitted], { ...sameReply, receivedOn })).toBe('conflict: reply-exists');
  });
  it.each([
    ['2008-01-24', false],
    ['2008-01-25', true],
    [{ onOrBefore: '2008-01-24' }, false],
    [{ onOrBefore: '2008-01-25' }, null],
  ])('received %j is late: %s', (receivedOn, late) => {
    expect(then([opened], reply({ receivedOn }))).toMatchObject({ data: { late } });
  });
});

describe('CorrectReply', () => {
  const all = correction({
    reference: 'E/CN.15/2008/6/Corr.1',
    observations: {
      changed: [figure('2007', 8)],
      added: [figure('2005', 18)],
      retracted: [{ indicator: 'persons-prosecuted', period: '2006' }],
    },
  });
  it('records what is changed, added and retracted, with reason and reference', () => {
    expect(then([opened, submitted], all)).toEqual(corrected);
  });
  it('is refused where there is no reply or a withdrawn one', () => {
    expect(then([opened], all)).toBe('not-found: no-reply');
    expect(then([opened, submitted, withdrawn], all)).toBe('conflict: reply-withdrawn');
  });
  it('lists at once all that it names wrongly', () => {
    const wrong = correction(
      {
        observations: {
          changed: [figure('2004', 8)],
          added: [figure('2007', 8)],
          retracted: [{ indicator: 'persons-prosecuted', period: '2007' }],
        },
        findings: { retracted: [{ topic: 'shelters', paragraph: 61 }] },
      },
      '2008-01-19',
    );
    expect(then([opened, submitted], wrong)).toBe(
      'invalid: received-before-reply, not-there, already-there, named-twice, not-there',
    );
  });
  it('is taken when it was received before another that was recorded earlier', () => {
    const before = correction({ observations: { changed: [figure('2007', 7)] } }, '2008-02-09');
    expect(then([opened, submitted, corrected], before)).toMatchObject({
      type: 'ReplyCorrected',
      data: { receivedOn: '2008-02-09' },
    });
  });
  it('sees what earlier corrections did', () => {
    const again = correction({
      observations: { added: [figure('2006', 38)], changed: [figure('2005', 19)] },
    });
    expect(then([opened, submitted, corrected], again)).toMatchObject({ type: 'ReplyCorrected' });
    expect(then([opened, submitted, corrected, replaced], again)).toBe(
      'invalid: received-before-reply, not-there',
    );
  });
});

describe('ReplaceReply', () => {
  const replace = (body: object) =>
    command(
      parseReplacement(
        { receivedOn: '2008-03-01', language: 'es', reason: 'new text', ...body },
        key,
        'SV',
        registry,
      ),
    );
  it('puts a whole new text in the place of the old', () => {
    expect(then([opened, submitted], replace({ observations: [figure('2007', 9)] }))).toEqual(replaced);
  });
  it('changes nothing when the text says the same', () => {
    expect(then([opened, submitted, replaced], replace({ observations: [figure('2007', 9)] }))).toBe(
      'unchanged',
    );
  });
  it('counts when nothing but its language is another', () => {
    const text = { observations: [figure('2007', 9)] };
    for (const language of ['fr', undefined])
      expect(then([opened, submitted, replaced], replace({ ...text, language }))).toMatchObject({
        type: 'ReplyReplaced',
        data: { language: language ?? null },
      });
  });
  it('knows two figures of one cell, as imported replies have them, and changes nothing when both come again', () => {
    const [first] = sameReply.observations;
    const twice = { ...sameReply, observations: [first!, { ...first!, value: 62 }] };
    const given = decide([opened], twice);
    if (given.kind !== 'accepted') throw new Error(given.kind);
    const again = { ...replace({}), findings: twice.findings, observations: twice.observations };
    expect(then([opened, given.event], again)).toBe('unchanged');
    expect(then([opened, given.event], { ...again, observations: [first!] })).toMatchObject({
      type: 'ReplyReplaced',
    });
  });
  it('reinstates a withdrawn reply also where it says nothing, as the reply that was withdrawn now does', () => {
    const empty = { ...replace({ receivedOn: '2008-05-01' }), language: null };
    expect(then([opened, submitted, withdrawn], empty)).toMatchObject({ type: 'ReplyReplaced' });
  });
  it('reinstates a withdrawn reply, and is refused where there never was one', () => {
    const later = replace({ receivedOn: '2008-05-01', observations: [figure('2007', 9)] });
    expect(then([opened, submitted, withdrawn], later)).toMatchObject({ type: 'ReplyReplaced' });
    expect(then([opened], later)).toBe('not-found: no-reply');
  });
});

describe('WithdrawReply', () => {
  const withdraw = command(
    parseWithdrawal({ receivedOn: '2008-04-01', reason: 'sent by mistake' }, key, 'SV', registry),
  );
  it('withdraws a reply once', () => {
    expect(then([opened, submitted], withdraw)).toEqual(withdrawn);
    expect(then([opened, submitted, withdrawn], withdraw)).toBe('conflict: reply-withdrawn');
    expect(then([opened], withdraw)).toBe('not-found: no-reply');
  });
  it('withdraws nothing on a day before a correction: that would count on', () => {
    const after = { ...corrected, data: { ...corrected.data, receivedOn: '2019-01-01' } } as DomainEvent;
    expect(then([opened, submitted, after], withdraw)).toBe('invalid: received-before-correction');
    expect(then([opened, submitted, after, corrected], withdraw)).toBe('invalid: received-before-correction');
    expect(then([opened, submitted, corrected], withdraw)).toMatchObject({ type: 'ReplyWithdrawn' });
    const sameDay = { ...corrected, data: { ...corrected.data, receivedOn: '2008-04-01' } } as DomainEvent;
    expect(then([opened, submitted, sameDay], withdraw)).toMatchObject({ type: 'ReplyWithdrawn' });
  });
  it('withdraws nothing before a correction though a new text has come since: that would count on all the same', () => {
    const after = { ...corrected, data: { ...corrected.data, receivedOn: '2008-05-01' } } as DomainEvent;
    expect(then([opened, submitted, after, replaced], withdraw)).toBe('invalid: received-before-correction');
  });
});

describe('A day of receipt before the call for replies', () => {
  const on = (receivedOn: string) => reply({ receivedOn });
  const ask = (
    when: Exclude<Command, { type: 'OpenRound' }>,
    particulars: object,
    confirmed: Confirmed = [],
  ) => {
    const decision = decideReply(when, { ...round, ...particulars }, noReply, confirmed);
    return decision.kind === 'refused' ? decision.problems.map((p) => p.code).join() : decision.kind;
  };
  it('is asked about, and taken where it is confirmed', () => {
    expect(ask(on('2007-11-12'), {})).toBe('accepted');
    expect(ask(on('2007-11-11'), {})).toBe('received-before-round');
    expect(ask(on('2007-11-11'), {}, ['received-before-round'])).toBe('accepted');
  });
  it('is two years before replies were due, where the day of the note verbale is not known', () => {
    const called = { noteVerbaleOn: null };
    expect(ask(on('2005-12-15'), called)).toBe('accepted');
    expect(ask(on('2005-12-14'), called)).toBe('received-before-round');
    expect(ask(on('2006-01-24'), { ...called, replyBy: null })).toBe('accepted');
    expect(ask(on('2006-01-23'), { ...called, replyBy: null })).toBe('received-before-round');
    expect(ask(on('1950-01-01'), { ...called, replyBy: null, cutOff: null })).toBe('accepted');
    expect(ask(on('1950-01-01'), { ...called, replyBy: '1001-01-01' })).toBe('accepted');
  });
  it('is asked about in what changes a reply as well', () => {
    const withdrawal = command(
      parseWithdrawal({ receivedOn: '2007-10-01', reason: 'sent by mistake' }, key, 'SV', registry),
    );
    const early = { ...submitted, data: { ...submitted.data, receivedOn: '2007-09-01' } } as DomainEvent;
    expect(then([opened, early], withdrawal)).toBe('invalid: received-before-round');
  });
  it('before there were the United Nations is no day of receipt', () => {
    const parse = (receivedOn: unknown) => parseReply({ respondent: 'SV', receivedOn }, key, registry);
    for (const day of ['0001-01-01', '0914-05-30', '1945-10-23'])
      for (const given of [day, { onOrBefore: day }])
        expect(parse(given)).toMatchObject({ ok: false, problems: [{ code: 'received-too-early' }] });
    expect(parse('1945-10-24').ok).toBe(true);
  });
});

describe('what is refused says where, what is wrong, and what was expected', () => {
  const problemsOf = (decision: ReturnType<typeof decideReply>) =>
    decision.kind === 'refused' ? decision.problems : decision.kind;
  const refused = (given: DomainEvent[], when: Exclude<Command, { type: 'OpenRound' }>) =>
    problemsOf(decide(given, when));
  const withdraw = (receivedOn: string) =>
    command(parseWithdrawal({ receivedOn, reason: 'sent by mistake' }, key, 'SV', registry));

  it('a round that is open', () => {
    const open = (cutOff: string) => command(parseRound({ ...key, cutOff }, registry));
    expect(problemsOf(decideRound(open('2008-01-25'), open('2008-01-24').data))).toEqual([
      {
        pointer: '',
        code: 'round-exists',
        message: 'the round ecosoc-2006-27/2008 is open already, with other particulars',
        expected: 'the same particulars, or another round',
      },
    ]);
  });
  it('a round that is not there', () => {
    expect(refused([], sameReply)).toEqual([
      {
        pointer: '',
        code: 'unknown-round',
        message: 'there is no round ecosoc-2006-27/2008',
        expected: 'a round that POST /v1/rounds has opened',
      },
    ]);
  });
  it.each([
    ['that stands', [opened, submitted], 'SV has a reply in this round'],
    ['that was withdrawn', [opened, submitted, withdrawn], 'SV has a withdrawn reply in this round'],
  ])('a reply %s', (_, given, message) => {
    expect(refused(given, reply({}))).toEqual([
      {
        pointer: '',
        code: 'reply-exists',
        message,
        expected: 'POST …/corrections for single figures, …/replacement for a whole new text',
      },
    ]);
  });
  it('a reply that is not there', () => {
    expect(refused([opened], withdraw('2008-04-01'))).toEqual([
      {
        pointer: '',
        code: 'no-reply',
        message: 'SV has no reply in ecosoc-2006-27/2008',
        expected: 'a reply sent before by POST …/replies',
      },
    ]);
  });
  it('a reply that nobody stands by', () => {
    expect(refused([opened, submitted, withdrawn], withdraw('2008-05-01'))).toEqual([
      {
        pointer: '',
        code: 'reply-withdrawn',
        message: 'the reply has been withdrawn',
        expected: 'POST …/replacement with the text that now stands',
      },
    ]);
  });
  it('days that are too early', () => {
    expect(refused([opened, submitted, corrected], withdraw('2008-01-19'))).toEqual([
      {
        pointer: '/receivedOn',
        code: 'received-before-reply',
        message: '2008-01-19 is before the text that this changes was received',
        expected: '2008-01-20 or later',
      },
      {
        pointer: '/receivedOn',
        code: 'received-before-correction',
        message: '2008-01-19 is before a correction of the reply was received',
        expected: '2008-02-10 or later',
      },
    ]);
  });
  it('a day before the call for replies, known or reckoned', () => {
    const early = reply({ receivedOn: '1999-01-01' });
    const ask = (particulars: object) =>
      problemsOf(decideReply(early, { ...round, ...particulars }, noReply));
    const shared = { pointer: '/receivedOn', code: 'received-before-round' };
    const again = 'if the day is right, send the same again with confirm=received-before-round';
    expect(ask({})).toEqual([
      {
        ...shared,
        message: '1999-01-01 is before the note verbale of 2007-11-12',
        expected: `2007-11-12 or later; ${again}`,
      },
    ]);
    expect(ask({ noteVerbaleOn: null })).toEqual([
      {
        ...shared,
        message: '1999-01-01 is more than 2 years before replies were due, 2007-12-15',
        expected: `2005-12-15 or later; ${again}`,
      },
    ]);
  });
  it('what a correction names wrongly, each in its place', () => {
    const wrong = correction({
      observations: {
        changed: [figure('2004', 8)],
        added: [figure('2007', 8)],
        retracted: [
          { indicator: 'persons-prosecuted', period: '2007' },
          { indicator: 'persons-prosecuted', period: '2003' },
        ],
      },
      findings: { added: [{ topic: 'protocol-ratified', paragraph: 5, footnote: 1 }] },
    });
    const id = (year: number) => `ecosoc-2006-27~SV~persons-prosecuted~_T~${year}`;
    expect(refused([opened, submitted], wrong)).toEqual([
      {
        pointer: '/observations/changed/0',
        code: 'not-there',
        message: `the reply has no ${id(2004)}`,
        expected: 'list it under "added"',
      },
      {
        pointer: '/observations/added/0',
        code: 'already-there',
        message: `the reply has ${id(2007)} already`,
        expected: 'list it under "changed"',
      },
      {
        pointer: '/observations/retracted/0',
        code: 'named-twice',
        message: `${id(2007)} is named twice in this correction`,
        expected: 'each cell once',
      },
      {
        pointer: '/observations/retracted/1',
        code: 'not-there',
        message: `the reply has no ${id(2003)}`,
        expected: 'a figure or finding that the reply has',
      },
      {
        pointer: '/findings/added/0',
        code: 'already-there',
        message: 'the reply has ecosoc-2006-27~SV~protocol-ratified~_~2008.p5.n1 already',
        expected: 'list it under "changed"',
      },
    ]);
  });
});

it('writes canonical JSON with its keys in order, for it is kept and compared by later releases', () => {
  expect(toCanonical({ b: [{ d: 1, c: null }, 2], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1},2]}');
});

describe('the state of a reply', () => {
  const findings = (...events: DomainEvent[]) => [...events.reduce(evolve, noReply).findings.keys()];
  const correct = (lists: object): DomainEvent =>
    ({
      ...corrected,
      data: { ...corrected.data, findings: { changed: [], added: [], retracted: [], ...lists } },
    }) as DomainEvent;
  const ratified = { topic: 'protocol-ratified', paragraph: 5, footnote: 1 };
  const shelters = { topic: 'shelters', paragraph: 61 };
  const idOf = (rest: string) => `ecosoc-2006-27~SV~${rest}`;

  it('has the findings that corrections change, add and retract', () => {
    const ids = [idOf('protocol-ratified~_~2008.p5.n1'), idOf('shelters~_~2008.p61')];
    expect(findings(submitted)).toEqual([ids[0]]);
    expect(findings(submitted, correct({ added: [shelters] }))).toEqual(ids);
    expect(findings(submitted, correct({ added: [shelters], retracted: [ratified] }))).toEqual([ids[1]]);
    const noted = { ...ratified, note: 'in 2005' };
    const state = [submitted, correct({ changed: [noted] })].reduce(evolve, noReply);
    expect([...state.findings.values()]).toEqual([noted]);
  });
  it('is left as it is by what happens to the round', () => {
    const state = evolve(noReply, submitted);
    expect(evolve(state, opened)).toBe(state);
  });
});
