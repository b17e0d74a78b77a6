/** Says that something needs signing in, and how to; also where the reader was signed in, and is no more. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { askSession } from './session.js';
import { SignInWays } from './sign-in-ways.js';

/** In: what needs signing in, in words. */
export function MustSignIn({ children }: { readonly children: ComponentChildren }) {
  // The server has just said that nobody is signed in, which the head of the page may not know yet.
  useEffect(() => void askSession(), []);
  return (
    <div class="state must-sign-in" role="alert">
      <p>{children}</p>
      <SignInWays />
    </div>
  );
}
