/** GET /v1/events/{position}/changes: what one event changed in the tables, with the values before and after. */
import { changesAnswer } from '@rapporteur/contract';
import { breakdownOf, toReceived, type Revision, type StoredEvent } from '@rapporteur/domain';
import { findEvent } from '@rapporteur/event-store';
import { HttpProblem } from '@rapporteur/http';
import type { Language } from '@rapporteur/names';
import { z } from 'zod';
import { readEventChanges, readReplyEvent } from '../reading/event-changes.js';
import { nameIndicator, nameRespondent } from '../reading/names.js';
import { commonQuery } from '../reading/parameters.js';
import { pageQuery, toPage } from '../reading/pages.js';
import { route } from '../reading/route.js';
import { showSaid } from './revisions.js';

const { asOf: _asOf, at: _at, ...common } = commonQuery;

const countKinds = (revisions: readonly Revision[]) => {
  const count = (kind: Revision['kind']) => revisions.filter((r) => r.kind === kind).length;
  return { revised: count('revised'), added: count('added'), withdrawn: count('withdrawn') };
};

export const changes = route({
  method: 'get',
  action: 'read-released',
  path: '/v1/events/:position/changes',
  summary: 'What an event changed in the tables as they stood before it: figures with both values',
  query: z.strictObject({ ...common, ...pageQuery }),
  answer: changesAnswer,
  async read({ params, query, snapshot, language, position }) {
    const wanted = /^\d{1,15}$/.test(params['position'] ?? '') ? Number(params['position']) : NaN;
    const stored = wanted <= position ? await findEvent(snapshot.client, wanted) : undefined;
    if (!stored)
      throw new HttpProblem({
        status: 404,
        code: 'unknown-event',
        title: `There is no event at position ${params['position']}`,
        detail: `Positions run from 1 to ${position}.`,
      });
    const event = readReplyEvent(stored);
    const { round, respondent } = subjectOf(stored);
    const { revisions, findings } = event ? await readEventChanges(snapshot, event.data, wanted) : nothing;
    const { items, next } = toPage(revisions, ({ id }) => id, query);
    return {
      body: {
        event: wanted,
        type: stored.type,
        round,
        respondent: respondent === null ? null : nameRespondent(respondent, language),
        receivedOn: event ? toReceived(event.data.receivedOn, event.data.receivedPrecision) : null,
        reason: event && 'reason' in event.data ? event.data.reason : null,
        items: items.map((revision) => showRevision(revision, language)),
        counts: countKinds(revisions),
        findings,
        ...(next ? { next } : {}),
        position,
      },
    };
  },
});

/** Which round an event is about, and whom. The stream of a document is named by the document, which belongs to both. */
function subjectOf({ stream, data }: StoredEvent): {
  readonly round: string;
  readonly respondent: string | null;
} {
  const said = data as { readonly [name in 'collection' | 'round' | 'respondent']?: unknown };
  const respondent = typeof said.respondent === 'string' ? said.respondent : null;
  const round =
    typeof said.collection === 'string' && typeof said.round === 'string'
      ? `${said.collection}/${said.round}`
      : stream.split('/').slice(1, 3).join('/');
  return { round, respondent };
}

const nothing = { revisions: [], findings: { added: 0, withdrawn: 0 } };

function showRevision({ before, after, ...rest }: Revision, language: Language) {
  const { respondent, code, breakdown, period } = (after[0] ?? before[0])!;
  return {
    ...rest,
    respondent: nameRespondent(respondent, language),
    indicator: nameIndicator(code, language),
    breakdown: breakdownOf(breakdown),
    period,
    before: before.map(showSaid),
    after: after.map(showSaid),
  };
}
