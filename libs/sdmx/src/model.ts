/** What SDMX describes data with, as plain objects that each writer turns into its own format. */

/** A text by language: `{ en: 'Sex', fr: 'Sexe' }`. */
export type Texts = Readonly<Record<string, string>>;

export interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

/** A code, a concept or an agency. */
export interface Item {
  readonly id: string;
  readonly names: Texts;
  readonly descriptions?: Texts;
  readonly annotations?: readonly Annotation[];
}

/** What an artefact is called by others. */
export interface Reference {
  readonly agency: string;
  readonly id: string;
  readonly version: string;
}

interface Named extends Reference {
  /** Where the whole artefact is, if this is only a stub of it: its name without its content. */
  readonly stubOf?: string;
  readonly names: Texts;
  readonly descriptions?: Texts;
  readonly annotations?: readonly Annotation[];
}

export interface ItemScheme extends Named {
  readonly kind: 'agencyscheme' | 'codelist' | 'conceptscheme';
  /** A list of SDMX itself, of which only the codes that occur here are given. */
  readonly isPartial?: true;
  readonly items: readonly Item[];
}

export type TextType = 'String' | 'Integer' | 'Double' | 'ObservationalTimePeriod';

/** A dimension, a measure or an attribute: its concept has the same id. */
export interface Component {
  readonly id: string;
  /** A text is either coded, by a list, or of a type. */
  readonly codelist?: Reference;
  readonly text?: TextType;
}

export interface Attribute extends Component {
  /** The dimensions that it depends on; absent: it is said of each observation. */
  readonly dimensions?: readonly string[];
}

export interface DataStructure extends Named {
  readonly kind: 'datastructure';
  /** Without that of time. */
  readonly dimensions: readonly Component[];
  readonly time: Component | undefined;
  readonly measure: Component;
  readonly attributes: readonly Attribute[];
}

export interface Dataflow extends Named {
  readonly kind: 'dataflow';
  readonly structure: Reference;
}

/** Which codes there are figures for. */
export interface Constraint extends Named {
  readonly kind: 'contentconstraint';
  readonly flow: Reference;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** First and last day of what there is; absent where nothing has a time. */
  readonly time: { readonly from: string; readonly to: string } | undefined;
  readonly series: number;
  readonly observations: number;
}

export type Artefact = ItemScheme | DataStructure | Dataflow | Constraint;
export type Kind = Artefact['kind'];

/**
 * The values of one observation in the order of `componentsOf`; undefined where it has none. A list and not an object,
 * because a message holds tens of thousands of them.
 */
export type Row = readonly (string | undefined)[];

/** Every component of a structure: dimensions, time, measure, attributes. */
export const componentsOf = ({
  dimensions,
  time,
  measure,
  attributes,
}: DataStructure): readonly Attribute[] => [...dimensions, ...(time ? [time] : []), measure, ...attributes];

const classes: Readonly<Record<Kind, string>> = {
  agencyscheme: 'base.AgencyScheme',
  codelist: 'codelist.Codelist',
  conceptscheme: 'conceptscheme.ConceptScheme',
  datastructure: 'datastructure.DataStructure',
  dataflow: 'datastructure.Dataflow',
  contentconstraint: 'registry.ContentConstraint',
};

/** The class of an artefact as a URN names it; SDMX 3.0 calls a content constraint a data constraint. */
export const classOf = (kind: Kind, generation: 2 | 3 = 2): string =>
  kind === 'contentconstraint' && generation === 3 ? 'registry.DataConstraint' : classes[kind];

/** `RAPPORTEUR:FIGURES(1.0.0)`. */
export const shortName = ({ agency, id, version }: Reference): string => `${agency}:${id}(${version})`;

export const urnOf = (kind: Kind, reference: Reference, generation: 2 | 3 = 2): string =>
  `urn:sdmx:org.sdmx.infomodel.${classOf(kind, generation)}=${shortName(reference)}`;
