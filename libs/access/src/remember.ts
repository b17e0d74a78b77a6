/** Remembers for a moment who has shown a secret, so that not every request asks the database. */
import type { Authority } from '@rapporteur/domain';

/**
 * How long an answer of the access log is used again (ms). What is appended is checked against the log once more, so
 * that this is how long a read may go on after the right to it has ended.
 */
const usedAgainMs = 500;
/** How many secrets are remembered at most: others are looked up each time. */
const rememberedAtMost = 10_000;

/** In: how a secret is looked up. Out: the same, whose answers are used again for half a second; refusals are not. */
export function remember(
  find: (secret: string) => Promise<Authority>,
): (secret: string) => Promise<Authority> {
  const remembered = new Map<string, { readonly authority: Promise<Authority>; readonly until: number }>();
  return (secret) => {
    const now = performance.now();
    const known = remembered.get(secret);
    if (known && known.until > now) return known.authority;
    if (remembered.size >= rememberedAtMost) remembered.clear();
    const authority = find(secret);
    remembered.set(secret, { authority, until: now + usedAgainMs });
    authority.catch(() => remembered.delete(secret));
    return authority;
  };
}
