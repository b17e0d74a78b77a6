/** The query of an address, read so that `+` stays a plus: in SDMX it joins values. */

export type Parameters = ReadonlyMap<string, string>;

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * In: `a=1&c%5BREF_AREA%5D=SV`. Out: each parameter; of those that are given several times, all: filters joined by `+`, as
 * all of them must hold, others by commas.
 */
export function readParameters(search: string): Parameters {
  const found = new Map<string, string>();
  for (const part of search.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = decode(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? '' : decode(part.slice(at + 1));
    const before = found.get(name);
    found.set(name, before === undefined ? value : [before, value].join(name.startsWith('c[') ? '+' : ','));
  }
  return found;
}

/** The parts of a path after its root, decoded; a slash at the end makes none. In: `/data/F/..SV../`. */
export const readPath = (path: string): string[] =>
  path
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .map(decode);

/** What `c[…]` says of each component. */
export function readFilters(parameters: Parameters): Map<string, string> {
  const filters = new Map<string, string>();
  for (const [name, value] of parameters) {
    const component = /^c\[(\w+)\]$/.exec(name)?.[1];
    if (component !== undefined) filters.set(component, value);
  }
  return filters;
}
