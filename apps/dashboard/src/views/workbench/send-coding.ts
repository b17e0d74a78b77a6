/** Sends what was coded: the reply by the command of the form, then its passages. */
import type { EvidenceAnswer, Named, ReplyReceipt } from '@rapporteur/contract';
import { send } from '../../page/send.js';
import { sendEntry, type FromDraft, type Sent } from '../submit/send-entry.js';
import { passagesOf, type Coding } from './coding.js';

/** Stores the reply or correction. Sent twice, it is stored once (Idempotency-Key). */
export const sendReply = (
  coding: Coding,
  round: string,
  respondent: Named,
  draft: FromDraft,
): Promise<Sent<ReplyReceipt>> => sendEntry<ReplyReceipt>(coding.entry, round, respondent, false, draft);

/** Gives the stored statements their passages. Out: what became of it; `not-allowed` where a role may not. */
export async function sendPassages(
  coding: Coding,
  { document, round, respondent }: { document: string; round: string; respondent: string },
  token: string | undefined,
): Promise<'done' | 'not-allowed' | 'failed'> {
  const passages = passagesOf(coding, round, respondent);
  if (passages.length === 0) return 'done';
  // The tables have the reply then, and so has the log that passages are attached by.
  if (token !== undefined) await send('GET', `/v1/observations?limit=1&wait=${token}`);
  const sent = await send<EvidenceAnswer>('POST', `/v1/documents/${document}/evidence`, { round, passages });
  if (sent.state === 'done') return 'done';
  return sent.state === 'refused' && sent.problem.status === 403 ? 'not-allowed' : 'failed';
}
