/** One collection at a time, since the figures of two are never mixed: the one of the address, else that with the most series. */
import type { Series } from '@rapporteur/contract';
import type { Params } from '../../page/address.js';
import { goTo } from '../../page/address.js';
import { groupBy } from '../../page/group-by.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';

export interface OneCollection {
  readonly collection: string;
  /** The series of the collection. */
  readonly series: readonly Series[];
  readonly collections: readonly string[];
}

/** In: series, at least one. */
export function chooseCollection(series: readonly Series[], params: Params): OneCollection {
  const all = [...groupBy(series, ({ collection }) => collection)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const [collection, own] = all.find(([code]) => code === params.collection) ?? all[0]!;
  return { collection, series: own, collections: all.map(([code]) => code) };
}

interface Props {
  readonly chosen: Pick<OneCollection, 'collection' | 'collections'>;
  /** What depends on the collection, and is left open by another. */
  readonly resets?: Params;
}

/** The choice among several collections; nothing where there is one. */
export function CollectionSelect({ chosen: { collection, collections }, resets = {} }: Props) {
  const page = usePage();
  if (collections.length < 2) return null;
  return (
    <Select
      label={page.texts.collection}
      value={collection}
      options={collections.map((code) => [code, page.collection(code)] as const)}
      onChange={(code) => goTo(page.link({ ...resets, collection: code }))}
    />
  );
}
