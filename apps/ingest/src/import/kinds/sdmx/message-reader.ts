/** Turns the XML of an SDMX data message into observations, and refuses what is no such message. */
import type { Attributes, Handlers } from '@rapporteur/office-file';
import { lengthen } from '../sheet-reader.js';
import { notTaken, quote, UnreadableFile } from '../unreadable-file.js';
import { DataReader, type Listener } from './data-reader.js';
import { HeadReader, headElements, toActionCode } from './head-reader.js';
import { kindOfMessage } from './message-kind.js';

type Elements = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The elements of the data, by the kind of their parent: in generic data each value is an element, in structure-specific
 * data an attribute or a Comp. What a message calls itself does not tell which: sdmx1 writes generic data under the other
 * name. What else is in these elements is refused, since a figure may be in it.
 */
const dataElements: Elements = {
  message: { Header: 'header', DataSet: 'set', Footer: 'footer' },
  set: { Attributes: 'values', Atts: 'group', Group: 'group', Series: 'series', Obs: 'obs' },
  group: { GroupKey: 'key', Attributes: 'values', Comp: 'comp' },
  series: { SeriesKey: 'key', Attributes: 'values', Comp: 'comp', Obs: 'obs' },
  obs: {
    ...{ ObsKey: 'key', ObsDimension: 'dimension', ObsValue: 'measure' },
    ...{ Attributes: 'values', Comp: 'comp' },
  },
  ...{ key: { Value: 'keyValue' }, values: { Value: 'value' }, comp: { Value: 'part' } },
  ...{ keyValue: {}, value: {}, dimension: {}, measure: {} },
};
/** What says nothing of a figure. */
const besides = ['Annotations', 'DataProvider', 'Metadata'];

const childOf = (elements: Elements, parent: string, name: string): string | undefined => {
  const children = Object.hasOwn(elements, parent) ? elements[parent]! : {};
  return Object.hasOwn(children, name) ? children[name] : undefined;
};

/** Errors of its handlers: UnreadableFile. */
export class MessageReader implements Handlers {
  private head = new HeadReader(undefined);
  private data: DataReader | undefined;
  /** The kinds of the elements that are open. */
  private readonly path: string[] = [];
  /** The depth within an element that is passed over; 0 outside of one. */
  private passed = 0;
  private said = '';
  private comp = '';
  /** The values of the component that is open, as SDMX-CSV parts them; undefined before the first. */
  private values: string | undefined;

  constructor(private readonly listener: Listener) {}

  /** The ids of the components: of dimensions, then of measures, then of attributes, each in the order of the message. */
  get columns(): readonly string[] {
    const ranked = [...(this.data?.columns ?? [])];
    return ranked.sort(([, a], [, b]) => a - b).map(([id]) => id);
  }

  open(name: string, attributes: Attributes, prefix: string): void {
    const parent = this.path.at(-1);
    if (this.passed > 0) this.passed += 1;
    else if (parent === undefined) this.openMessage(name, attributes, prefix);
    else {
      const kind = this.kindOf(parent, name);
      if (kind === undefined) return void (this.passed = 1);
      this.path.push(kind);
      this.enter(kind, attributes);
    }
  }

  text(part: string): void {
    const kind = this.path.at(-1);
    if (this.passed > 0 || kind === undefined) return;
    if (!Object.hasOwn(dataElements, kind)) this.said = lengthen(this.said, part);
    else if (/\S/.test(part))
      throw this.damaged(`holds the text ${quote(part.trim())}, which belongs to no value`);
  }

  doctype(declaration: string): void {
    if (/^\s*html\b/i.test(declaration)) throw notTaken('a web page');
    throw new UnreadableFile(
      'not-a-spreadsheet',
      'The XML declares a document type (<!DOCTYPE …>), as no message of SDMX does: nothing of it is read.',
    );
  }

  close(): void {
    if (this.passed > 0) return void (this.passed -= 1);
    const kind = this.path.pop()!;
    this.leave(kind, this.path.at(-1));
  }

  private openMessage(name: string, attributes: Attributes, prefix: string): void {
    this.path.push(kindOfMessage(name, attributes, prefix));
    this.head = new HeadReader(name.includes('TimeSeries') ? 'TIME_PERIOD' : undefined);
    this.data = new DataReader(this.listener);
  }

  /** As what an element is read; undefined: it is passed over. */
  private kindOf(parent: string, name: string): string | undefined {
    // What is marked up within a text is part of it.
    if (parent === 'part') return 'part';
    if (!Object.hasOwn(dataElements, parent)) return childOf(headElements, parent, name);
    const kind = childOf(dataElements, parent, name);
    if (kind === undefined && !besides.includes(name))
      throw this.damaged(`holds an element ${quote(name)}, which is not of SDMX-ML`);
    return kind;
  }

  private damaged(what: string): UnreadableFile {
    if (this.path.length > 1) return this.data!.damaged(what);
    return new UnreadableFile('damaged', `The message is damaged: it ${what}.`);
  }

  private enter(kind: string, attributes: Attributes): void {
    const data = this.data!;
    const { id, value } = attributes;
    switch (kind) {
      case 'set':
        return this.openSet(attributes);
      case 'group':
        return data.openGroup(attributes);
      case 'series':
        return data.openSeries(attributes);
      case 'obs':
        return data.openObservation(attributes);
      case 'dimension':
        return data.add(id ?? data.dimension, value, 0, true);
      case 'measure':
        return data.add(id ?? 'OBS_VALUE', value, 1);
      case 'keyValue':
        return data.add(id ?? '', value, 0, true);
      case 'value':
        return data.add(id ?? '', value, 2);
      case 'comp':
        [this.comp, this.values] = [id ?? '', undefined];
        return;
      case 'part':
        if (this.path.at(-2) === 'comp') this.said = '';
        return;
      default:
        this.said = '';
        this.head.enter(kind, attributes);
    }
  }

  private openSet(attributes: Attributes): void {
    let [action, structureRef] = [this.head.action, ''];
    for (const name in attributes) {
      if (/^(?:.*:)?action$/.test(name)) action = toActionCode(attributes[name]!);
      if (/^(?:.*:)?structureRef$/.test(name)) structureRef = attributes[name]!;
    }
    this.data!.openSet(action, this.head.find(structureRef), attributes);
  }

  private leave(kind: string, parent: string | undefined): void {
    const data = this.data!;
    switch (kind) {
      case 'set':
        return data.closeSet();
      case 'group':
        return data.closeGroup();
      case 'series':
        return data.closeSeries();
      case 'obs':
        return data.closeObservation();
      case 'part':
        if (parent !== 'comp') return;
        this.values =
          this.values === undefined ? this.said.trim() : lengthen(this.values, `;${this.said.trim()}`);
        return;
      case 'comp':
        return data.add(this.comp, this.values, data.rank);
      default:
        this.head.leave(kind, parent, this.said);
    }
  }
}
