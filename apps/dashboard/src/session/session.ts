/** Who is signed in on this page: asked of the server, begun by a link, and ended. */
import { useEffect, useState } from 'preact/hooks';
import type { Refusal, SessionAnswer } from '@rapporteur/contract';
import type { Role } from '@rapporteur/domain';
import { askAgain } from '../page/live.js';
import { send } from '../page/send.js';

export type SessionState =
  | { readonly state: 'asking' }
  /** The server has not said yet who is signed in; it is asked again. */
  | { readonly state: 'away' }
  /** This server signs nobody in. */
  | { readonly state: 'none' }
  | { readonly state: 'known'; readonly session: SessionAnswer };

/** What became of a link that was opened here; `because` says why it signs nobody in. */
export type LinkOutcome =
  | { readonly state: 'none' | 'opening' | 'done' | 'away' }
  | { readonly state: 'refused'; readonly because: string; readonly problem: Refusal };

interface Kept {
  readonly now: SessionState;
  readonly link: LinkOutcome;
}

let kept: Kept = { now: { state: 'asking' }, link: { state: 'none' } };
const listeners = new Set<() => void>();
function set(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  listeners.forEach((listener) => listener());
}

const idOf = (state: SessionState) =>
  state.state === 'known' && state.session.signedIn ? state.session.principal.id : '';

const retryAfterMs = 3000;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Asks the server who is signed in. Where that has changed, everything that is shown is asked for anew. */
export async function askSession(): Promise<void> {
  const before = kept.now;
  const sent = await send<SessionAnswer>('GET', '/v1/session');
  clearTimeout(retry);
  if (sent.state === 'away') {
    retry = setTimeout(() => void askSession(), retryAfterMs);
    // What was said before may still hold.
    if (before.state === 'asking') set({ now: { state: 'away' } });
    return;
  }
  const now: SessionState =
    sent.state === 'done' ? { state: 'known', session: sent.answer } : { state: 'none' };
  set({ now });
  if (before.state !== 'asking' && idOf(before) !== idOf(now)) askAgain();
}

/** Signs out on the server, and then shows who is signed in. Out: whether the server answered. */
export async function signOut(): Promise<boolean> {
  const sent = await send<undefined>('POST', '/v1/session/end', {});
  set({ link: { state: 'none' } });
  await askSession();
  return sent.state !== 'away';
}

/** The problem's code: the last part of its type. */
export const codeOf = ({ type }: Pick<Refusal, 'type'>): string => type.split('/').at(-1) ?? '';

/** Why a link was refused; empty for a problem of another kind. */
const becauseOf = (problem: Refusal & { readonly because?: string }): string => problem.because ?? '';

const inAddress = /^#sign-in=(.+)$/;

/**
 * Takes the secret of a link out of the address, before anything else can see it there, and signs in with it. It is
 * kept nowhere.
 */
async function openLink(): Promise<boolean> {
  const [, token] = inAddress.exec(location.hash) ?? [];
  if (token === undefined) return false;
  history.replaceState(null, '', location.pathname + location.search);
  set({ link: { state: 'opening' } });
  const sent = await send<unknown>('POST', '/v1/session', { link: token });
  await askSession();
  set({
    link:
      sent.state === 'refused'
        ? { state: 'refused', because: becauseOf(sent.problem), problem: sent.problem }
        : { state: sent.state },
  });
  return true;
}

export const forgetLink = (): void => set({ link: { state: 'none' } });

/** Finds out who is signed in, now and whenever the reader comes back to this page: another one may have signed in. */
export function startSession(): void {
  void openLink().then((isOpened) => (isOpened ? undefined : askSession()));
  // A link that is pasted into the address of the open page loads nothing anew.
  window.addEventListener('hashchange', () => void openLink());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void askSession();
  });
}

function useKept<T>(pick: (now: Kept) => T): T {
  const [picked, setPicked] = useState(() => pick(kept));
  useEffect(() => {
    const look = () => setPicked(() => pick(kept));
    look();
    listeners.add(look);
    return () => void listeners.delete(look);
  }, []);
  return picked;
}

/** The roles that may manage access. The server decides; this says only whether the view is offered. */
export const managers: readonly Role[] = ['administrator', 'owner'];

/** The roles that may import a file and take its import back, and those that may decide what words mean. */
export const importers: readonly Role[] = ['desk-officer', 'owner'];
export const wordDeciders: readonly Role[] = ['statistician', 'owner'];

/** The roles that may have other systems told of changes. */
export const webhookKeepers: readonly Role[] = ['administrator', 'owner'];

/** The roles that may open a round. */
export const openers: readonly Role[] = ['desk-officer', 'owner'];

/** The roles that see the list of work, and those that may say how an inconsistency stands. */
export const workReaders: readonly Role[] = ['desk-officer', 'statistician', 'releaser', 'reader', 'owner'];
export const workers: readonly Role[] = ['desk-officer', 'statistician', 'owner'];

/** The roles that may code letters in drafts, and look at those of others. */
export const coders: readonly Role[] = ['focal-point', 'desk-officer', 'owner'];

/** Whether somebody is signed in who holds one of some roles. */
export const holdsOneOf = (state: SessionState, roles: readonly Role[]): boolean =>
  state.state === 'known' &&
  state.session.signedIn &&
  state.session.grants.some(({ role }) => roles.includes(role));

export const mayManageAccess = (state: SessionState): boolean => holdsOneOf(state, managers);

export const useSession = (): SessionState => useKept(({ now }) => now);
export const useLinkOutcome = (): LinkOutcome => useKept(({ link }) => link);
