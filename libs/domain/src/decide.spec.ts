/** The specification of the commands: given what has happened, when a command comes, then this follows. */
import { describe, expect, it } from '@jest/globals';
import {
  parseCorrection,
  parseReplacement,
  parseReply,
  parseRound,
  parseWithdrawal,
  type Command,
} from './commands.js';
import { decideReply, decideRound, type Confirmed } from './decide.js';
import { evolve, noReply } from './reply-state.js';
import type { DomainEvent } from './events.js';
import { corrected, opened, registry, replaced, round, submitted, withdrawn } from './examples.js';
import { toStatements } from './fold.js';
import type { Parsed } from './parse.js';
import { readEvent } from './stored-event.js';

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
