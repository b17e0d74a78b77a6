/** Asks the API: gives the answer, or the state of the request (loading, refused, server away). */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Refusal } from '@rapporteur/contract';
import { noteAnswer, useLive } from './live.js';
import { usePage } from './page-context.js';

export type RequestState<T> =
  | { readonly state: 'loading'; readonly answer?: T }
  | { readonly state: 'ready'; readonly answer: T }
  | { readonly state: 'refused'; readonly problem: Refusal; readonly answer?: undefined }
  | { readonly state: 'away'; readonly answer?: T };

/** A list that is given whole. */
export interface Items<T> {
  readonly items: readonly T[];
}

const retryAfterMs = 3000;

async function ask(
  path: string,
  signal: AbortSignal,
): Promise<RequestState<never> | { state: 'ready'; answer: unknown; position: number }> {
  try {
    const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
    const position = Number(response.headers.get('rapporteur-position') ?? Infinity);
    if (response.ok) return { state: 'ready', answer: await response.json(), position };
    // A proxy may answer when the server is away, and its answer is no problem document.
    if (response.status >= 502) return { state: 'away' };
    return { state: 'refused', problem: (await response.json()) as Refusal };
  } catch {
    return { state: 'away' };
  }
}

/**
 * In: a path of the API; undefined: nothing to ask yet. Out: the state of the request. While the server is
 * away, it is asked again every three seconds, and the last answer stays visible. It is also asked again when
 * events arrive, unless the page shows an earlier vintage or the answer is about one event, which never
 * changes; and whenever whoever asks has changed, or what was asked for was changed on this page.
 */
export function useAnswer<T>(path: string | undefined): RequestState<T> {
  const [asked, setAsked] = useState<RequestState<T>>({ state: 'loading' });
  const { asOf, at } = usePage().params;
  const isFixed = Boolean(asOf ?? at) || path?.startsWith('/v1/events/');
  const revision = useLive((live) => live.revision);
  const again = useLive((live) => live.again);
  // A layout effect runs before the browser paints, so that the request is on its way by then.
  useLayoutEffect(() => {
    if (path === undefined) return undefined;
    const aborting = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const once = async () => {
      const got = await ask(path, aborting.signal);
      if (aborting.signal.aborted) return;
      if (got.state === 'away') {
        timer = setTimeout(() => void once(), retryAfterMs);
        setAsked((before) => ({ state: 'away', answer: before.answer }));
        return;
      }
      if (!isFixed && 'position' in got) noteAnswer(got.position);
      setAsked(got as RequestState<T>);
    };
    setAsked((before) => ({ state: 'loading', answer: before.answer }));
    void once();
    return () => {
      aborting.abort();
      clearTimeout(timer);
    };
  }, [path, isFixed ? 0 : revision, again]);
  return asked;
}
