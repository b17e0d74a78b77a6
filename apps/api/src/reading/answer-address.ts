/** Addresses that an answer names: the one that gives it again for ever, and that of its next page. */

/** The address that gives the same for ever: with the position, and without `wait`. */
export function toCitable(address: string, position: number): string {
  return withParameter(address, 'at', String(position));
}

/** The address of the next page, for formats that cannot hold a cursor; undefined: there is none. */
export function toNextAddress(address: string, cursor: unknown): string | undefined {
  if (typeof cursor !== 'string') return undefined;
  return withParameter(address, 'cursor', cursor);
}

/** Any origin, to parse an address that has none. */
const anyOrigin = 'http://localhost';

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address, anyOrigin);
  url.searchParams.set(name, value);
  url.searchParams.delete('wait');
  return address.startsWith('/') ? toPath(url.href) : url.href;
}

/** Path and query of an address. A request to a proxy has the host before them. */
export function toPath(address: string): string {
  const { pathname, search } = new URL(address, anyOrigin);
  return pathname + search;
}
