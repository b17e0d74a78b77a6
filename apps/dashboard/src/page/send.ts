/** Sends what changes something, and what must be fresh: gives the answer, the refusal, or that the server is away. */
import type { Refusal } from '@rapporteur/contract';

export type Sent<T> =
  | { readonly state: 'done'; readonly answer: T }
  | { readonly state: 'refused'; readonly problem: Refusal }
  | { readonly state: 'away' };

/** In: method, path, and a body that becomes JSON. Out: what became of it; the answer is undefined where it is empty. */
export async function send<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<Sent<T>> {
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A proxy may answer when the server is away, and its answer is no problem document.
    if (response.status >= 502) return { state: 'away' };
    const text = await response.text();
    if (!response.ok) return { state: 'refused', problem: JSON.parse(text) as Refusal };
    return { state: 'done', answer: (text === '' ? undefined : JSON.parse(text)) as T };
  } catch {
    return { state: 'away' };
  }
}
