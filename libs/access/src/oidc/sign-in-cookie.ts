/** The cookie by which a browser is known that has begun to sign in at the identity provider. */
import { stringifySetCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';
import { cookieAttributes, readCookie } from '../sessions/session-cookie.js';
import { signInMinutes } from './pending-sign-ins.js';

const signInCookie = '__Host-rapporteur-sign-in';

/** In: what a browser is known by. Out: the value of `Set-Cookie`. It is sent along when the provider leads back here. */
export const toSignInCookie = (browser: string): string =>
  stringifySetCookie({ ...cookieAttributes, name: signInCookie, value: browser, maxAge: signInMinutes * 60 });

/** In: the headers of a request. Out: what its browser is known by; '' or undefined where that is not clear. */
export const readSignInCookie = (headers: IncomingHttpHeaders): string | undefined =>
  readCookie(headers, signInCookie);
