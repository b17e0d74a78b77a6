/** Where somebody is led after signing in: a path of this server, and never another site (open redirects). */

/** What an address of ours never has, and browsers read in ways of their own: they drop tabs, and take `\` for `/`. */
const printable = /^[\u0021-\u005b\u005d-\u007e]+$/;
/** Far longer than any address of the page. */
const longest = 2000;

/**
 * In: what a request gave as `returnTo`. Out: the same; undefined where it may lead away from this server, also after
 * a proxy or browser has resolved its dots and decoded it.
 */
export function toOwnPath(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > longest || !printable.test(given)) return undefined;
  if (!given.startsWith('/')) return undefined;
  const [path = ''] = given.split(/[?#]/, 1);
  // After two slashes stands a host, and no way of resolving dots makes two where there are none side by side.
  return /\/\/|\\/.test(decode(path)) ? undefined : given;
}

/** Decodes until nothing is left to decode: each turn makes the text shorter. */
function decode(path: string): string {
  for (let text = path; ;) {
    const next = text.replace(/%([0-7][0-9a-f])/gi, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (next === text) return next;
    text = next;
  }
}
