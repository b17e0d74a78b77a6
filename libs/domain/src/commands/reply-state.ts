/** What one reply says, as its events leave it: the state that commands on it are decided by. */
import { isReplyEvent, type DomainEvent, type Finding, type Observation } from '../events/events.js';
import { idsWithin } from './stored-form.js';

/** What one reply says now: its figures and findings by cell id; an imported reply may give a cell two figures. */
export interface ReplyState {
  readonly status: 'none' | 'standing' | 'withdrawn';
  /** Day of the text, or of its withdrawal. */
  readonly receivedOn: string;
  /** Latest day of a correction; empty where there is none. */
  readonly correctedOn: string;
  readonly language: string | null;
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  readonly findings: ReadonlyMap<string, Finding>;
}

export const noReply: ReplyState = {
  status: 'none',
  receivedOn: '',
  correctedOn: '',
  language: null,
  observations: new Map(),
  findings: new Map(),
};

/** The state of a reply after one more of its events. */
export function evolve(state: ReplyState, event: DomainEvent): ReplyState {
  if (!isReplyEvent(event)) return state;
  const { data } = event;
  const ids = idsWithin(data.collection, data.round, data.respondent);
  const finding = (f: Finding) => [ids.finding(f), f] as const;
  switch (event.type) {
    case 'ReplySubmitted':
    case 'ReplyReplaced':
      return {
        status: 'standing',
        receivedOn: data.receivedOn,
        // A correction that was received after this text still counts.
        correctedOn: state.correctedOn,
        language: event.data.language,
        observations: byCell(event.data.observations, ids.observation),
        findings: new Map(event.data.findings.map(finding)),
      };
    case 'ReplyWithdrawn':
      return { ...noReply, status: 'withdrawn', receivedOn: data.receivedOn };
    case 'ChangeUndone':
      // Whoever reads a stream leaves the undone event out.
      return state;
    case 'ReplyCorrected': {
      const { observations, findings } = event.data;
      const figures = new Map([
        ...state.observations,
        ...byCell([...observations.changed, ...observations.added], ids.observation),
      ]);
      observations.retracted.forEach((key) => figures.delete(ids.observation(key)));
      const statements = new Map([
        ...state.findings,
        ...[...findings.changed, ...findings.added].map(finding),
      ]);
      findings.retracted.forEach((key) => statements.delete(ids.finding(key)));
      const correctedOn = data.receivedOn > state.correctedOn ? data.receivedOn : state.correctedOn;
      return { ...state, correctedOn, observations: figures, findings: statements };
    }
  }
}

function byCell(
  observations: readonly Observation[],
  idOf: (o: Observation) => string,
): Map<string, readonly Observation[]> {
  const cells = new Map<string, Observation[]>();
  for (const o of observations) {
    const variants = cells.get(idOf(o));
    if (variants) variants.push(o);
    else cells.set(idOf(o), [o]);
  }
  return cells;
}
