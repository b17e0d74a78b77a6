/** Sends an entry to ingest, as a dry run or to be stored. */
import type { Named, Problem, Refusal, ReplyPreview, ReplyReceipt } from '@rapporteur/contract';
import { codeOf } from '../../session/session.js';
import { toBody } from './entry-body.js';
import type { Entry } from './entry.js';

export type Sent<T> =
  | { readonly state: 'done'; readonly answer: T }
  | { readonly state: 'stale'; readonly version: number }
  /** Nobody is signed in, or no more. */
  | { readonly state: 'signed-out' }
  /** Whoever is signed in may not do this, or not for this State; `code` and `words` of the problem. */
  | { readonly state: 'not-allowed'; readonly code: string; readonly words: string }
  | { readonly state: 'refused'; readonly problem: Refusal; readonly problems: readonly Problem[] }
  | { readonly state: 'away' };

/** Where the page sends replies: to its own server, or to another address (empty when it is not known). */
export function ingestAddress(): 'here' | { readonly elsewhere: string } {
  const said = document.querySelector<HTMLMetaElement>('meta[name="rapporteur-ingest"]')?.content ?? 'here';
  return said === 'here' ? 'here' : { elsewhere: said };
}

/** The problem that asks whether a day of receipt before the call for replies is right. */
export const dayBeforeRound = 'received-before-round';

const ends = {
  correction: 'corrections',
  replacement: 'replacement',
  withdrawal: 'withdrawal',
} as const;

/** The draft that an entry comes from. */
export interface FromDraft {
  /** SHA-256 of the document. */
  readonly document: string;
  /** Whether it is sent although a second look is waited for. */
  readonly isUnlooked: boolean;
}

/** In: the entry with its key, the round (`collection/round`), the respondent, whether it is a dry run, and its draft. */
export async function sendEntry<T extends ReplyPreview | ReplyReceipt>(
  entry: Entry,
  round: string,
  respondent: Named,
  isTrial: boolean,
  draft?: FromDraft,
): Promise<Sent<T>> {
  const end = entry.kind === 'reply' ? '' : `/${respondent.code}/${ends[entry.kind]}`;
  const confirmed = [
    ...(entry.isDayConfirmed ? [dayBeforeRound] : []),
    ...(draft?.isUnlooked ? ['waits-for-second-look'] : []),
  ];
  const query = [
    ...(isTrial ? ['dryRun=true'] : []),
    ...(draft ? [`draft=${draft.document}`] : []),
    ...(confirmed.length > 0 ? [`confirm=${confirmed.join(',')}`] : []),
  ].join('&');
  try {
    const response = await fetch(`/v1/rounds/${round}/replies${end}${query && `?${query}`}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isTrial ? {} : { 'idempotency-key': entry.key.value }),
        ...(entry.kind !== 'reply' ? { 'if-match': `"${entry.version}"` } : {}),
      },
      body: JSON.stringify(toBody(entry, respondent.code)),
    });
    if (response.ok) return { state: 'done', answer: (await response.json()) as T };
    if (response.status >= 502) return { state: 'away' };
    const refusal = (await response.json()) as Refusal;
    const { version, title, detail, problems = [] } = refusal;
    if (refusal.type === '/problems/stale' && version !== undefined) return { state: 'stale', version };
    if (response.status === 401) return { state: 'signed-out' };
    const words = [title, detail].filter(Boolean).join('. ');
    if (response.status === 403) return { state: 'not-allowed', code: codeOf(refusal), words };
    return { state: 'refused', problem: refusal, problems };
  } catch {
    return { state: 'away' };
  }
}
