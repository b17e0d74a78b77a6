/** What an SDMX-ML says of many observations at once: of a data set, of a group, or of a series without observations. */
import { limits } from '../limits.js';
import { UnreadableFile, quote } from '../unreadable-file.js';

/** What is said at one place of a message, by the ids of components. */
export interface Said {
  readonly values: Map<string, string>;
  /** The dimensions among these; undefined where the message does not tell them from attributes. */
  keys?: Set<string>;
}

/** The groups that are found by the same dimensions. */
interface Kind {
  readonly keys: readonly string[];
  readonly found: Map<string, Map<string, string>>;
}

export interface Groups {
  /** In: what an observation says by itself. Out: what its groups say beside, the nearest last; or why that is not known. */
  find(valueOf: (id: string) => string | undefined): {
    readonly values: readonly ReadonlyMap<string, string>[];
    readonly fault?: string;
  };
}

/** How SDMX 3.0 writes that a dimension does not count. */
const anyCode = '~';

/**
 * In: what is said of groups in one data set, and which components its observations have themselves, or by their series.
 * Where the form does not tell dimensions from attributes, a group is found by those components. Out: undefined where
 * nothing is said. Errors: UnreadableFile, where two groups contradict each other, or where there are too many kinds.
 */
export function makeGroups(groups: readonly Said[], ids: ReadonlySet<string>): Groups | undefined {
  // Where there are no observations, nothing is said of any, and it is not known what dimensions are.
  if (ids.size === 0) return undefined;
  const kinds = new Map<string, Kind>();
  for (const { values, keys } of groups) {
    const wanted = [...values.keys()]
      .filter((id) => (keys ?? ids).has(id) && values.get(id) !== anyCode)
      .sort();
    const attributes = [...values].filter(([id]) => !(keys ?? ids).has(id));
    if (attributes.length === 0) continue;
    const name = JSON.stringify(wanted);
    let kind = kinds.get(name);
    if (!kind) kinds.set(name, (kind = { keys: wanted, found: new Map() }));
    if (kinds.size > limits.groupKinds)
      throw new UnreadableFile(
        'too-large',
        `The message has groups by more than ${limits.groupKinds} sets of dimensions.`,
      );
    put(kind, JSON.stringify(wanted.map((id) => values.get(id))), attributes);
  }
  if (kinds.size === 0) return undefined;
  // A group by more dimensions is nearer to its observations.
  const sorted = [...kinds.values()].sort((a, b) => a.keys.length - b.keys.length);
  return { find: (valueOf) => findIn(sorted, valueOf) };
}

function put({ found }: Kind, key: string, attributes: readonly (readonly [string, string])[]): void {
  let group = found.get(key);
  if (!group) found.set(key, (group = new Map()));
  for (const [id, value] of attributes) {
    const before = group.get(id);
    if (before !== undefined && before !== value)
      throw new UnreadableFile(
        'damaged',
        `The message says of the same group that ${quote(id)} is ${quote(before)} and ${quote(value)}.`,
      );
    group.set(id, value);
  }
}

function findIn(
  kinds: readonly Kind[],
  valueOf: (id: string) => string | undefined,
): ReturnType<Groups['find']> {
  const values: ReadonlyMap<string, string>[] = [];
  for (const { keys, found } of kinds) {
    const own = keys.map(valueOf);
    const lacking = own.indexOf(undefined);
    // Were it passed over, a figure in thousands could be taken for one in ones.
    if (lacking >= 0)
      return {
        values,
        fault: `it has no ${keys[lacking]!}, by which groups of the message are found: what they say of it is not known`,
      };
    const group = found.get(JSON.stringify(own));
    if (group) values.push(group);
  }
  return { values };
}
