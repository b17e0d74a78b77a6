/** Reads what stands around the data of an SDMX message: the structures it names, its action, and what its service says. */
import type { Attributes } from '@rapporteur/office-file';
import { limits } from '../limits.js';
import { lengthen } from '../sheet-reader.js';
import { UnreadableFile } from '../unreadable-file.js';
import { errorInstead, refusePart, type Note } from './message-kind.js';

/** What the header says of the structure of a data set. */
export interface Structure {
  /** `dataflow`, `datastructure` or `dataprovision`; '' where the header does not say. */
  readonly kind: string;
  /** `AGENCY:ID(1.0.0)`. */
  readonly id: string;
  /** The dimension by which the observations of a series differ, or `AllDimensions`. */
  readonly dimension: string | undefined;
}

const noStructure: Structure = { kind: '', id: '', dimension: undefined };

const reference: Readonly<Record<string, string>> = { Ref: 'ref', URN: 'urn' };
/** The elements that are read, by the kind of their parent: each as what. The others are passed over. */
export const headElements: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  header: { Structure: 'structure', DataSetAction: 'action' },
  structure: {
    ...{ Structure: 'datastructure', StructureUsage: 'dataflow' },
    // The schema of 2.1 spells it so.
    ...{ ProvisionAgreement: 'dataprovision', ProvisionAgrement: 'dataprovision' },
  },
  ...{
    datastructure: reference,
    dataflow: reference,
    dataprovision: reference,
    ref: {},
    urn: {},
    action: {},
  },
  ...{ footer: { Message: 'note' }, error: { ErrorMessage: 'note' }, note: { Text: 'text' }, text: {} },
};

const actions: ReadonlyMap<string, string> = new Map(
  ['Append', 'Replace', 'Delete', 'Information', 'Merge'].map((name) => [name.toLowerCase(), name[0]!]),
);

/** In: what a data set does to those before. Out: as SDMX-CSV has it; another text stays as it is. */
export const toActionCode = (action: string): string =>
  actions.get(action.trim().toLowerCase()) ?? action.trim();

/** The end of a URN names the structure. */
const idOfUrn = (urn: string): string => urn.trim().split('=').at(-1)!;

/** Notes of one message that are told to people. */
const notesAtMost = 5;

/** Errors of its functions: UnreadableFile. */
export class HeadReader {
  /** What data sets do that say nothing of it, as SDMX-CSV has it. */
  action = '';
  private readonly structures = new Map<string, Structure>();
  private ref = '';
  private kind = '';
  private id = '';
  private dimension: string | undefined;
  private note: Note = { code: '', severity: '', text: '' };
  private readonly notes: Note[] = [];

  /** In: the dimension by which observations differ where the header does not say. */
  constructor(private readonly unsaid: string | undefined) {}

  /** The structure of a data set that refers to one. */
  find(structureRef: string): Structure {
    const [only] = this.structures.size === 1 ? this.structures.values() : [];
    return this.structures.get(structureRef) ?? only ?? { ...noStructure, dimension: this.unsaid };
  }

  enter(kind: string, attributes: Attributes): void {
    if (kind === 'structure') {
      this.ref = attributes['structureID'] ?? '';
      this.dimension = attributes['dimensionAtObservation'] ?? this.unsaid;
      [this.kind, this.id] = ['', ''];
    } else if (kind === 'ref') {
      const { agencyID = '', id = '', version = '1.0' } = attributes;
      this.id = `${agencyID}:${id}(${version})`;
    } else if (kind === 'note') {
      this.note = { code: attributes['code'] ?? '', severity: attributes['severity'] ?? '', text: '' };
    }
  }

  /** In: the kind of an element that ends, that of its parent, and its text. */
  leave(kind: string, parent: string | undefined, text: string): void {
    if (kind === 'urn') this.id = idOfUrn(text);
    else if (kind === 'action') this.action = toActionCode(text);
    else if (kind === 'text') this.note = { ...this.note, text: lengthen(this.note.text, `${text.trim()} `) };
    else if (kind === 'error') throw errorInstead(this.notes);
    else if (parent === 'structure') {
      this.kind = kind;
      this.id ||= idOfUrn(text);
    } else if (kind === 'structure') this.keepStructure();
    else if (kind === 'note' && parent === 'footer') refusePart(this.note);
    else if (kind === 'note' && this.notes.length < notesAtMost) this.notes.push(this.note);
  }

  private keepStructure(): void {
    const { kind, id, dimension } = this;
    this.structures.set(this.ref, { kind, id, dimension });
    if (this.structures.size > limits.sheets)
      throw new UnreadableFile('too-large', `The message names more than ${limits.sheets} structures.`);
  }
}
