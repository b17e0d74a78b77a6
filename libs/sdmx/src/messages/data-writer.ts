/** What every form of a data message is written by: piece by piece, so that none is ever whole in memory. */
import type { Dataflow, DataStructure, Row } from '../model.js';
import { componentsOf } from '../model.js';
import type { Head } from './header.js';

/** What a data set does to those that came before it. */
export type Action = 'Replace' | 'Merge' | 'Delete';

/** The action as SDMX-ML up to 3.0 and SDMX-JSON up to 2.0 have it: their schemas know no `Merge` yet. */
export const toOlderAction = (action: Action): string => (action === 'Merge' ? 'Append' : action);

/** A data set of a message: what it does, and from when to when its figures stood. */
export interface SetHead {
  readonly action: Action;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

export interface Message {
  readonly flow: Dataflow;
  readonly structure: DataStructure;
  readonly head: Head;
  /** `TIME_PERIOD`: observations stand in series; `AllDimensions`: each stands for itself. */
  readonly dimensionAtObservation: 'TIME_PERIOD' | 'AllDimensions';
  /** Ids of the attributes and measures that are given. */
  readonly shown: ReadonlySet<string>;
  /** The names of a component's codes, for forms that give them. */
  readonly nameOf: (component: string, code: string) => string;
}

export interface DataWriter {
  begin(): string;
  beginSet(head: SetHead): string;
  /** Rows that share the series: all dimensions but time. At least one. */
  series(rows: readonly Row[]): string;
  endSet(): string;
  end(): string;
}

/** The instant at which a day begins, as XML has it. */
export const startOf = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : `${day}T00:00:00Z`;

/** A component and where its value stands in a row. */
export interface Column {
  readonly id: string;
  readonly index: number;
}

export interface Columns {
  readonly dimensions: readonly Column[];
  readonly time: Column | undefined;
  /** Undefined where no values are asked for. */
  readonly measure: Column | undefined;
  /** Attributes that depend on dimensions; without series they are said of each observation. */
  readonly ofSeries: readonly Column[];
  readonly ofObservation: readonly Column[];
  readonly isSeries: boolean;
}

/** Where everything stands in a row. */
export function columnsOf({ structure, dimensionAtObservation, shown }: Message): Columns {
  const all = componentsOf(structure).map(({ id }, index) => ({ id, index }));
  const { dimensions, time, attributes } = structure;
  const isSeries = dimensionAtObservation === 'TIME_PERIOD' && time !== undefined;
  const first = dimensions.length + (time ? 1 : 0);
  const own = attributes
    .map((attribute, i) => ({
      ...all[first + 1 + i]!,
      isOfSeries: isSeries && attribute.dimensions !== undefined,
    }))
    .filter(({ id }) => shown.has(id));
  return {
    dimensions: all.slice(0, dimensions.length),
    time: time && all[dimensions.length],
    measure: shown.has(structure.measure.id) ? all[first] : undefined,
    ofSeries: own.filter((one) => one.isOfSeries),
    ofObservation: own.filter((one) => !one.isOfSeries),
    isSeries,
  };
}
