/** Gathers what an SDMX data message says of each observation: itself, its series, its groups and its data set. */
import type { Attributes } from '@rapporteur/office-file';
import { limits } from '../limits.js';
import { quote, UnreadableFile } from '../unreadable-file.js';
import type { Said } from './groups.js';
import type { Structure } from './head-reader.js';

export interface DataSet {
  /** Its place in the message, from 0. */
  readonly index: number;
  /** What it does to those before, as SDMX-CSV has it; '' where nothing says so. */
  readonly action: string;
  readonly structure: Structure;
  /** Components that its observations have themselves, or by their series. */
  readonly ids: Set<string>;
  /** What it says of many observations at once. */
  readonly groups: Said[];
}

export interface ReadObservation {
  readonly set: DataSet;
  readonly series: Said | undefined;
  readonly own: Said;
}

/** Who is told what is read. */
export interface Listener {
  observation(read: ReadObservation): void;
  closeSet?(set: DataSet): void;
}

/** Where the column of a component stands: among dimensions, measures or attributes. */
type Rank = 0 | 1 | 2;

/** Attributes of a data set that are none of its structure, with or without a prefix. */
const ofSet: ReadonlySet<string> = new Set(
  'structureRef setID action reportingBeginDate reportingEndDate validFromDate validToDate publicationYear publicationPeriod dataScope'.split(
    ' ',
  ),
);
/** An attribute of groups and observations that names their type. */
const ofOthers: ReadonlySet<string> = new Set(['type']);

/** Errors of its functions: UnreadableFile. */
export class DataReader {
  /** The ids of the components that were read so far, each with the rank of its column. */
  readonly columns = new Map<string, Rank>();
  private sets = 0;
  private set: DataSet | undefined;
  private setSaid: Said | undefined;
  private group: Said | undefined;
  private series: Said | undefined;
  private hasObservations = false;
  private own: Said | undefined;
  private observations = 0;
  private groupValues = 0;

  constructor(private readonly listener: Listener) {}

  /** In: what the set does, its structure, and its attributes. */
  openSet(action: string, structure: Structure, attributes: Attributes): void {
    this.set = { index: this.sets, action, structure, ids: new Set(), groups: [] };
    this.sets += 1;
    if (this.sets > limits.dataSets)
      throw new UnreadableFile('too-large', `The message has more than ${limits.dataSets} data sets.`);
    // It is found by no dimension, and so said of every observation.
    this.setSaid = { values: new Map(), keys: new Set() };
    this.addAll(attributes, 2, ofSet);
  }

  closeSet(): void {
    this.attach(this.setSaid!);
    this.listener.closeSet?.(this.set!);
    this.setSaid = undefined;
  }

  openGroup(attributes: Attributes): void {
    this.say(attributes, (said) => (this.group = said), 2);
  }

  closeGroup(): void {
    this.attach(this.group!);
    this.group = undefined;
  }

  openSeries(attributes: Attributes): void {
    this.hasObservations = false;
    this.say(attributes, (said) => (this.series = said), 0);
  }

  /** What a series without observations says, it says of others with its dimensions. */
  closeSeries(): void {
    if (!this.hasObservations) this.attach(this.series!);
    this.series = undefined;
  }

  openObservation(attributes: Attributes): void {
    this.observations += 1;
    if (this.observations >= limits.rows)
      throw new UnreadableFile(
        'too-large',
        `The message has more than ${limits.rows - 1} observations. Import it in parts.`,
      );
    if (this.series && !this.hasObservations)
      for (const id of this.series.values.keys()) this.set!.ids.add(id);
    this.hasObservations = true;
    this.say(attributes, (said) => (this.own = said), 1);
    // Where a type stands for the dimension, it is named by it.
    const { dimension } = this;
    const isTyped = attributes['type'] !== undefined;
    if (isTyped && dimension !== '' && !this.has(dimension)) this.add(dimension, attributes['type'], 0);
  }

  closeObservation(): void {
    const { set, series, own } = this;
    for (const id of own!.values.keys()) set!.ids.add(id);
    this.listener.observation({ set: set!, series, own: own! });
    this.own = undefined;
  }

  /** One more value of what is open; `isKey` where the message says that it is that of a dimension. */
  add(id: string, value: string | undefined, rank: Rank, isKey = false): void {
    const said = this.inner;
    if (id === '') throw this.damaged('has a value without the id of its component');
    if (said.values.has(id)) throw this.damaged(`says ${quote(id)} twice`);
    const before = this.columns.get(id);
    if (before === undefined || rank < before) this.columns.set(id, rank);
    if (this.columns.size > limits.columns - 4)
      throw new UnreadableFile('too-large', `The message has more than ${limits.columns - 4} components.`);
    if (value === undefined || value === '') return;
    said.values.set(id, value.length > limits.cell ? value.slice(0, limits.cell + 1) : value);
    if (isKey) (said.keys ??= new Set()).add(id);
  }

  /** The rank of attributes where they stand. */
  get rank(): Rank {
    return this.own ? 1 : this.series && !this.group ? 0 : 2;
  }

  /** The dimension by which the observations of a series differ; '' where the header does not say, or where it says all. */
  get dimension(): string {
    const { dimension = '' } = this.set!.structure;
    return dimension === 'AllDimensions' ? '' : dimension;
  }

  /** In: what is wrong with what is open. */
  damaged(what: string): UnreadableFile {
    const next = `observation ${this.observations + 1}`;
    const place = this.own
      ? `observation ${this.observations}`
      : this.series
        ? `the series ${this.hasObservations ? `after observation ${this.observations}` : `of ${next}`}`
        : `the data before ${next}`;
    return new UnreadableFile('damaged', `The message is damaged: ${place} ${what}.`);
  }

  private get inner(): Said {
    return (this.own ?? this.series ?? this.group ?? this.setSaid)!;
  }

  private has(id: string): boolean {
    return this.own?.values.has(id) === true || this.series?.values.has(id) === true;
  }

  /** Opens a place where more is said. */
  private say(attributes: Attributes, open: (said: Said) => void, rank: Rank): void {
    const said: Said = { values: new Map() };
    open(said);
    this.addAll(attributes, rank, ofOthers);
  }

  /** A component has no prefix; what has one belongs to SDMX or to XML. */
  private addAll(attributes: Attributes, rank: Rank, others: ReadonlySet<string>): void {
    for (const name in attributes)
      if (!name.includes(':') && name !== 'xmlns' && !others.has(name))
        this.add(name, attributes[name], rank);
  }

  /** Of what deletes figures, nothing is needed: its rows are refused. */
  private attach(said: Said): void {
    if (said.values.size === 0 || this.set!.action === 'D') return;
    this.groupValues += said.values.size;
    if (this.groupValues > limits.groupValues)
      throw new UnreadableFile(
        'too-large',
        `The groups of the message say more than ${limits.groupValues} values.`,
      );
    this.set!.groups.push(said);
  }
}
