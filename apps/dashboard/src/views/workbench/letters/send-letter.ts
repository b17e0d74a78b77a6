/** Sends a letter as a file, with what is known of it in the address. */
import type { DocumentReceipt, Refusal } from '@rapporteur/contract';
import type { Sent } from '../../../page/send.js';

interface Said {
  /** `collection/round`. */
  readonly round: string;
  /** By code; empty: it belongs to the round as a whole. */
  readonly respondent: string;
  /** ISO day. */
  readonly received: string;
  /** In which pages that are pictures are read; empty: it is found out. */
  readonly language: string;
}

const longestName = 200;

export async function sendLetter(
  file: File,
  { round, respondent, received, language }: Said,
): Promise<Sent<DocumentReceipt>> {
  const of = respondent === '' ? '' : `/replies/${respondent}`;
  const query = new URLSearchParams({
    received,
    name: file.name.slice(0, longestName),
    ...(language === '' ? {} : { language }),
  });
  try {
    const response = await fetch(`/v1/rounds/${round}${of}/documents?${query.toString()}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/octet-stream' },
      body: file,
    });
    if (response.status >= 502) return { state: 'away' };
    return response.ok
      ? { state: 'done', answer: (await response.json()) as DocumentReceipt }
      : { state: 'refused', problem: (await response.json()) as Refusal };
  } catch {
    return { state: 'away' };
  }
}
