/** The cookie that holds a session's secret in a browser. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';

/** With this beginning a browser takes it over HTTPS (or from this machine) only, for this host only, and every path. */
export const sessionCookie = '__Host-rapporteur';

/** Of every cookie here: no script reads it, and no form of another site sends it along. */
export const cookieAttributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** In: a session's secret. Out: the value of `Set-Cookie`. A browser forgets the cookie when it is closed. */
export const toSetCookie = (secret: string): string =>
  stringifySetCookie({ ...cookieAttributes, name: sessionCookie, value: secret });

/** The value of `Set-Cookie` that removes it. */
export const removedCookie = stringifySetCookie({
  ...cookieAttributes,
  name: sessionCookie,
  value: '',
  maxAge: 0,
});

/**
 * In: the headers of a request, and the name of a cookie. Out: what it holds; '' where it holds two different ones, since
 * a page of a neighbouring host may have slipped in one of them; undefined where there is none.
 */
export function readCookie({ cookie }: IncomingHttpHeaders, name: string): string | undefined {
  if (cookie === undefined || !cookie.includes(name)) return undefined;
  const sent = new Set<string>();
  for (const part of cookie.split(';')) {
    const value = parseCookie(part, { decode: (text) => text })[name];
    if (value !== undefined) sent.add(value);
  }
  return sent.size > 1 ? '' : [...sent][0];
}

/** The same for a session's secret. */
export const readSessionCookie = (headers: IncomingHttpHeaders): string | undefined =>
  readCookie(headers, sessionCookie);
