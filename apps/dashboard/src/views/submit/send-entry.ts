/** Sends an entry to ingest, as a dry run or to be stored. */
import type { Named, Problem, Refusal, ReplyPreview, ReplyReceipt } from '@rapporteur/contract';
import { toBody } from './entry-body.js';
import type { Entry } from './entry.js';

export type Sent<T> =
  | { readonly state: 'done'; readonly answer: T }
  | { readonly state: 'stale'; readonly version: number }
  | { readonly state: 'refused'; readonly title: string; readonly problems: readonly Problem[] }
  | { readonly state: 'away' };

/** Where the page sends replies: to its own server, or to another address (empty when it is not known). */
export function ingestAddress(): 'here' | { readonly elsewhere: string } {
  const said = document.querySelector<HTMLMetaElement>('meta[name="rapporteur-ingest"]')?.content ?? 'here';
  return said === 'here' ? 'here' : { elsewhere: said };
}

/** A text for a header of `fetch`, which takes one character for each byte: the bytes of its UTF-8. */
const toHeader = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** The problem that asks whether a day of receipt before the call for replies is right. */
export const dayBeforeRound = 'received-before-round';

/** In: the entry with its key, the round (`collection/round`), the respondent, and whether it is a dry run. */
export async function sendEntry<T extends ReplyPreview | ReplyReceipt>(
  entry: Entry,
  round: string,
  respondent: Named,
  isTrial: boolean,
): Promise<Sent<T>> {
  const end = entry.kind === 'reply' ? '' : `/${respondent.code}/corrections`;
  const author = entry.recordedBy.trim();
  const query = [
    ...(isTrial ? ['dryRun=true'] : []),
    ...(entry.isDayConfirmed ? [`confirm=${dayBeforeRound}`] : []),
  ].join('&');
  try {
    const response = await fetch(`/v1/rounds/${round}/replies${end}${query && `?${query}`}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isTrial ? {} : { 'idempotency-key': entry.key.value }),
        ...(entry.kind === 'correction' ? { 'if-match': `"${entry.version}"` } : {}),
        ...(author === '' ? {} : { 'x-recorded-by': toHeader(author) }),
      },
      body: JSON.stringify(toBody(entry, respondent.code)),
    });
    if (response.ok) return { state: 'done', answer: (await response.json()) as T };
    if (response.status >= 502) return { state: 'away' };
    const refusal = (await response.json()) as Refusal;
    const { version, title, detail, problems = [] } = refusal;
    if (refusal.type === '/problems/stale' && version !== undefined) return { state: 'stale', version };
    // The only header with typed text.
    const ofHeader = { pointer: '/recordedBy', code: 'bad-header', message: title };
    return {
      state: 'refused',
      title: [title, detail].filter(Boolean).join('. '),
      problems: refusal.type === '/problems/bad-header' ? [ofHeader] : problems,
    };
  } catch {
    return { state: 'away' };
  }
}
