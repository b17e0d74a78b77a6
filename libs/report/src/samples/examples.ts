/** Small histories for tests: rounds, and replies that say no more than a test needs. */
import type { DomainEvent, Finding, Observation, RoundOpened } from '@rapporteur/domain';

export const said = (period: string, value: number | null, more: Partial<Observation> = {}): Observation => ({
  indicator: 'persons-prosecuted',
  breakdown: {},
  period,
  value,
  qualifier: value === null ? 'none-known' : 'exact',
  paragraph: 14,
  ...more,
});

export const opened = (more: Partial<RoundOpened> = {}): DomainEvent => ({
  type: 'RoundOpened',
  data: {
    collection: 'c',
    round: '2008',
    title: { en: 'Round of 2008' },
    mandate: null,
    symbol: 'E/2008/1',
    noteVerbaleOn: null,
    replyBy: '2008-01-15',
    cutOff: '2008-01-24',
    complete: false,
    compiledBy: 'UNODC',
    asked: null,
    listed: null,
    ...more,
  },
});

interface When {
  readonly receivedOn?: string;
  readonly round?: string;
}

const keyOf = (respondent: string, { receivedOn = '2008-01-10', round = '2008' }: When) => ({
  collection: 'c',
  round,
  respondent,
  receivedOn,
  receivedPrecision: 'on' as const,
  late: false,
});

export const replied = (
  respondent: string,
  observations: Observation[],
  findings: Finding[] = [],
  when: When = {},
): DomainEvent => ({
  type: 'ReplySubmitted',
  data: {
    ...keyOf(respondent, when),
    resolved: { code: respondent, asWritten: respondent, match: 'code' },
    language: null,
    complete: false,
    observations,
    findings,
  },
});

interface Corrected {
  readonly changed?: Observation[];
  readonly added?: Observation[];
  readonly retracted?: string[];
  readonly findings?: Finding[];
  readonly reason?: string;
  readonly reference?: string | null;
}

/** In: the figures that are changed, added, and the periods of those that are retracted; findings that are added. */
export const corrected = (
  respondent: string,
  {
    changed = [],
    added = [],
    retracted = [],
    findings = [],
    reason = 'typing error',
    reference = null,
  }: Corrected,
  when: When = { receivedOn: '2008-03-01' },
): DomainEvent => ({
  type: 'ReplyCorrected',
  data: {
    ...keyOf(respondent, when),
    reason,
    reference,
    observations: {
      changed,
      added,
      retracted: retracted.map((period) => ({ indicator: 'persons-prosecuted', breakdown: {}, period })),
    },
    findings: { changed: [], added: findings, retracted: [] },
  },
});

export const withdrew = (respondent: string, when: When = { receivedOn: '2008-03-02' }): DomainEvent => ({
  type: 'ReplyWithdrawn',
  data: { ...keyOf(respondent, when), reason: 'sent by mistake', reference: null },
});
