/** The conditions of every read: that the tables have come so far, that it ends in time, and what its client has. */
import type { Vintage } from '@rapporteur/domain';
import { HttpProblem } from '@rapporteur/http';
import { isTooSlow, type Snapshot } from '@rapporteur/projections';

/**
 * In: a snapshot, and the position that is asked for. Out: the position of the answer.
 * Errors: HttpProblem 400 where the tables have not come so far.
 */
export function reached({ position }: Snapshot, at: number | undefined): number {
  if (at === undefined || at <= position) return at ?? position;
  throw new HttpProblem({
    status: 400,
    code: 'position-not-reached',
    title: `The tables have come to position ${position}, not yet to ${at}`,
    detail: 'Leave "at" out, or give a position up to that one.',
    extra: { position },
  });
}

/**
 * In: a snapshot, and the day and position that are asked for. Out: which state is read. Where nothing was recorded since the
 * position, it is what stands in the tables, which is read ten times as fast: so are the pages after the first.
 */
export const vintageOf = (
  { position }: Snapshot,
  asOf: string | undefined,
  at: number | undefined,
): Vintage => ({
  asOf,
  at: at === position ? undefined : at,
});

/** In: what a read failed with. Errors: that, or HttpProblem 503 where the read was stopped because it took too long. */
export function toTooSlow(error: unknown): never {
  if (!isTooSlow(error)) throw error;
  throw new HttpProblem({
    status: 503,
    code: 'too-slow',
    title: 'The read was stopped because it took too long',
    detail: 'Ask for fewer respondents, indicators or years at a time.',
    headers: { 'retry-after': '5' },
  });
}

/** Whether If-None-Match, a list of tags, weak ones included, or `*`, names this one. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => [strong(etag), '*'].includes(strong(tag)));
}
