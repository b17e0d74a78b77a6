/** Named examples that the tests of the domain share: El Salvador's reply and its corrections. */
import type { DomainEvent, Observation, RoundOpened } from '../events/events.js';
import type { Registry } from '../commands/parse.js';

export const round: RoundOpened = {
  collection: 'ecosoc-2006-27',
  round: '2008',
  title: {},
  mandate: null,
  symbol: 'E/CN.15/2008/6',
  noteVerbaleOn: '2007-11-12',
  replyBy: '2007-12-15',
  cutOff: '2008-01-24',
  complete: false,
  compiledBy: null,
  asked: null,
  listed: null,
};

export const registry: Registry = {
  today: '2008-06-01',
  resolve: (written) =>
    ['SV', 'El Salvador', '萨尔瓦多'].includes(written)
      ? { code: 'SV', asWritten: written, match: written === 'SV' ? 'code' : 'exact' }
      : { suggestions: [{ code: 'SV', name: 'El Salvador' }] },
  indicators: ['cases-investigated', 'persons-arrested', 'persons-prosecuted'],
  topics: ['protocol-ratified', 'shelters'],
  details: ['police'],
  dimensions: { sex: ['female', 'male'] },
};

export const prosecuted = (period: string, value: number): Observation => ({
  indicator: 'persons-prosecuted',
  breakdown: {},
  period,
  value,
  qualifier: 'exact',
  paragraph: 14,
});

const reply = {
  collection: 'ecosoc-2006-27',
  round: '2008',
  respondent: 'SV',
  receivedOn: '2008-01-20',
  receivedPrecision: 'on' as const,
  late: false,
};

export const submitted: DomainEvent = {
  type: 'ReplySubmitted',
  data: {
    ...reply,
    resolved: { code: 'SV', asWritten: 'El Salvador', match: 'exact' },
    language: 'es',
    complete: false,
    observations: [prosecuted('2006', 37), prosecuted('2007', 6)],
    findings: [{ topic: 'protocol-ratified', paragraph: 5, footnote: 1 }],
  },
};

export const corrected: DomainEvent = {
  type: 'ReplyCorrected',
  data: {
    ...reply,
    receivedOn: '2008-02-10',
    late: true,
    reason: 'typing error',
    reference: 'E/CN.15/2008/6/Corr.1',
    observations: {
      changed: [prosecuted('2007', 8)],
      added: [prosecuted('2005', 18)],
      retracted: [{ indicator: 'persons-prosecuted', breakdown: {}, period: '2006' }],
    },
    findings: { changed: [], added: [], retracted: [] },
  },
};

export const replaced: DomainEvent = {
  type: 'ReplyReplaced',
  data: {
    ...reply,
    receivedOn: '2008-03-01',
    late: true,
    language: 'es',
    complete: false,
    observations: [prosecuted('2007', 9)],
    findings: [],
    reason: 'new text',
    reference: null,
  },
};

export const withdrawn: DomainEvent = {
  type: 'ReplyWithdrawn',
  data: { ...reply, receivedOn: '2008-04-01', late: true, reason: 'sent by mistake', reference: null },
};

/** Takes the replacement back, which is the third event of its stream and stands at position 4. */
export const undone: DomainEvent = {
  type: 'ChangeUndone',
  data: {
    ...reply,
    receivedOn: '2008-03-15',
    late: null,
    reason: 'the wrong file',
    reference: null,
    version: 3,
    position: 4,
  },
};

export const opened: DomainEvent = { type: 'RoundOpened', data: round };
