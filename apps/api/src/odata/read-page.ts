/** Reads a page of entities: those that a filter lets through, in the order of the table or sorted, from a place on. */
import { signOf, textsAllowed, toPredicate, type Columns, type Entity } from './apply-filter.js';
import { keyName, type Context, type EntitySet, type Part, type Selection } from './entity-sets.js';
import { ODataFault } from './fault.js';
import type { Filter } from './read-filter.js';
import type { Options, Sorting, Token } from './read-options.js';

/** Entities of a page at most. */
const entitiesAtMost = 1000;
/** Of those that are sorted, so many are in memory at once; each page sorts anew. */
export const sortedAtMost = 10_000;

export interface Page {
  readonly entities: readonly Entity[];
  /** Undefined: it was not asked for. */
  readonly count: number | undefined;
  /** Where the next page begins; undefined: this is the last. */
  readonly next: Token | undefined;
}

interface Asked {
  readonly set: EntitySet;
  readonly context: Context;
  readonly columns: Columns;
  readonly options: Options;
  /** The most entities that the client takes at once. */
  readonly pageSize?: number | undefined;
  /** Whether nobody waits for the answer any more. */
  readonly isGone: () => boolean;
}

interface Placed {
  readonly entity: Entity;
  readonly part: string;
  readonly row: number;
}

/** PostgreSQL takes no other text, and so has none. */
const isStorable = (text: string) => !text.includes('\u0000');

const selectionOf = (filter: Filter | undefined, { selectable }: EntitySet): Selection =>
  new Map(
    selectable.flatMap((name) => {
      const texts = filter && textsAllowed(filter, name);
      return texts ? [[name, new Set([...texts].filter(isStorable))] as const] : [];
    }),
  );

/** The rows of a part as entities, each with its key. */
function toEntities({ columns, identify }: EntitySet, { rows }: Part): Entity[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const id = identify(row);
    const number = (seen.get(id) ?? 0) + 1;
    seen.set(id, number);
    const entity: Record<string, Entity[string]> = { [keyName]: number === 1 ? id : `${id}#${number}` };
    for (const { name, valueIn } of columns) entity[name] = valueIn(row);
    return entity;
  });
}

/** All entities that the filter lets through, from a place on. */
async function* find(asked: Asked, from?: Token): AsyncGenerator<Placed> {
  const { set, context, options, columns, isGone } = asked;
  const { filter } = options;
  const holds = filter ? toPredicate(filter, columns) : () => true;
  const selection = selectionOf(filter, set);
  if ([...selection.values()].some(({ size }) => size === 0)) return;
  let row = from?.row ?? 0;
  for await (const one of set.read(context, selection, from?.part)) {
    if (isGone()) return;
    const entities = toEntities(set, one);
    for (; row < entities.length; row += 1)
      if (holds(entities[row]!)) yield { entity: entities[row]!, part: one.part, row };
    row = 0;
  }
}

/** Errors: ODataFault; HttpProblem; those of pg. */
export async function readPage(asked: Asked): Promise<Page> {
  const { options, pageSize = entitiesAtMost } = asked;
  const taken = options.token?.taken ?? 0;
  const size = Math.max(0, Math.min(entitiesAtMost, pageSize, options.top - taken));
  return options.sortings.length > 0 ? readSorted(asked, taken, size) : readOn(asked, taken, size);
}

async function readOn(asked: Asked, taken: number, size: number): Promise<Page> {
  const { options } = asked;
  const { token, top } = options;
  const toSkip = token ? 0 : options.skip;
  const isCounting = options.count && !token;
  const entities: Entity[] = [];
  let next: Placed | undefined;
  let seen = 0;
  for await (const placed of find(asked, token)) {
    seen += 1;
    if (seen <= toSkip) continue;
    if (entities.length < size) entities.push(placed.entity);
    else next ??= placed;
    if (next && !isCounting) break;
  }
  const count = isCounting ? seen : token?.count;
  const hasMore = next !== undefined && top > taken + entities.length;
  const place = hasMore ? { part: next!.part, row: next!.row } : {};
  return { entities, count, next: hasMore ? toToken(taken + entities.length, count, place) : undefined };
}

const toToken = (taken: number, count: number | undefined, place: Partial<Token>): Token => ({
  taken,
  ...place,
  ...(count === undefined ? {} : { count }),
});

/** What is missing comes first, and last where the order is turned round. */
function toOrder(sortings: readonly Sorting[]) {
  const compare = (a: Entity, b: Entity): number => {
    for (const { name, isDescending } of sortings) {
      const [one, other] = [a[name] ?? null, b[name] ?? null];
      const sign =
        one === null || other === null ? Number(one !== null) - Number(other !== null) : signOf(one, other);
      if (sign !== 0) return isDescending ? -sign : sign;
    }
    return 0;
  };
  return compare;
}

async function readSorted(asked: Asked, taken: number, size: number): Promise<Page> {
  const { options } = asked;
  const compare = toOrder(options.sortings);
  const start = options.skip + taken;
  if (start + size > sortedAtMost) throw tooMuchToSort();
  let kept: Entity[] = [];
  let seen = 0;
  // Sorting keeps the order of what is alike: a later one goes behind an earlier one.
  const cut = () => {
    kept = kept.sort(compare).slice(0, start + size);
  };
  for await (const { entity } of find(asked)) {
    seen += 1;
    kept.push(entity);
    if (kept.length > 2 * (start + size) + entitiesAtMost) cut();
  }
  cut();
  // Told at once, and not to a client that has read for long.
  if (Math.min(seen, options.skip + options.top) > sortedAtMost) throw tooMuchToSort();
  const entities = kept.slice(start);
  const count = options.count ? seen : undefined;
  const hasMore = seen > start + entities.length && options.top > taken + entities.length;
  return { entities, count, next: hasMore ? toToken(taken + entities.length, count, {}) : undefined };
}

const tooMuchToSort = () =>
  new ODataFault(
    400,
    'too-much-to-sort',
    `${sortedAtMost} entities at most are sorted: narrow them by $filter or $top, or leave $orderby out`,
    '$orderby',
  );
