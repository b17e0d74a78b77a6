/** The data sets that an answer has: one, those of a change, or one for each day of receipt. */
import type { CellStatement, Vintage } from '@rapporteur/domain';
import {
  readCellsInBatches,
  readChangesInBatches,
  readReceipts,
  type CellFilter,
  type Snapshot,
} from '@rapporteur/projections';
import type { Action, SetHead } from '@rapporteur/sdmx';

export interface DataSet extends SetHead {
  readonly cells: AsyncIterable<CellStatement[]>;
  /** The vintage at which its figures stood. */
  readonly vintage: Vintage;
}

export interface SetRequest {
  readonly snapshot: Snapshot;
  readonly filter: CellFilter;
  readonly vintage: Vintage;
  readonly includeHistory: boolean;
  /** The position that a client has come to. */
  readonly after: number | undefined;
  /** What a plain answer does: `Merge` where not everything of an observation is given. */
  readonly action: Action;
}

/** Before the first day on which anything was received. */
const beforeAll = '0001-01-01';

export async function* readDataSets(request: SetRequest): AsyncGenerator<DataSet> {
  const { snapshot, filter, vintage, includeHistory, after, action } = request;
  if (after !== undefined) return yield* changesOf(request, { ...vintage, at: after }, vintage);
  if (includeHistory) {
    let earlier = beforeAll;
    for (const { receivedOn } of await readReceipts(snapshot, filter.collections, vintage)) {
      const from = { ...vintage, asOf: earlier };
      yield* changesOf(request, from, { ...vintage, asOf: receivedOn }, receivedOn);
      earlier = receivedOn;
    }
    return;
  }
  const cells = readCellsInBatches(snapshot, filter, vintage);
  yield { action, cells, vintage, validFrom: vintage.asOf, validTo: vintage.asOf };
}

/** What is no more, and what is new or other. In: both vintages, and the day on which it changed. */
function* changesOf(
  { snapshot, filter, action }: SetRequest,
  from: Vintage,
  to: Vintage,
  day?: string,
): Generator<DataSet> {
  const read = (changed: 'set' | 'gone') => readChangesInBatches(snapshot, filter, { from, to, changed });
  yield { action: 'Delete', cells: read('gone'), vintage: from, validTo: day };
  yield { action, cells: read('set'), vintage: to, validFrom: day };
}
