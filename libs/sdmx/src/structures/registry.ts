/** Every artefact that there is, and finding those that a request names, with what they refer to. */
import type { Artefact, DataStructure, Dataflow, ItemScheme, Kind, Reference } from '../model.js';
import { componentsOf, shortName } from '../model.js';
import { isNamed, isVersion } from '../query/versions.js';
import { agencyScheme } from './agency.js';
import { codeLists, type KnownCollection } from './code-lists.js';
import { conceptScheme, conceptSchemeReference } from './concepts.js';
import { figuresFlow, figuresStructure, untimedFlow, untimedStructure } from './flows.js';
import { sdgFlow, sdgLists, sdgStructure } from './sdg.js';

export interface Registry {
  readonly artefacts: readonly Artefact[];
  /** The list of a reference; undefined where there is none. */
  list(reference: Reference): ItemScheme | undefined;
  structureOf(flow: Dataflow): DataStructure;
}

/** In: the collections that there are. */
export function makeRegistry(collections: readonly KnownCollection[]): Registry {
  const artefacts: readonly Artefact[] = [
    agencyScheme,
    figuresFlow,
    untimedFlow,
    sdgFlow,
    ...codeLists(collections),
    ...sdgLists(collections),
    conceptScheme,
    figuresStructure,
    untimedStructure,
    sdgStructure,
  ];
  const byName = new Map(artefacts.map((one) => [`${one.kind} ${shortName(one)}`, one]));
  return {
    artefacts,
    list: (reference) => byName.get(`codelist ${shortName(reference)}`) as ItemScheme | undefined,
    structureOf: ({ structure }) => byName.get(`datastructure ${shortName(structure)}`) as DataStructure,
  };
}

/** Which artefacts; each part as it stands in the address. */
export interface StructureQuery {
  readonly kinds: readonly Kind[];
  readonly agency: string;
  readonly id: string;
  readonly version: string;
  /** Items of a scheme; '' for all. */
  readonly item: string;
  readonly references: string;
}

const listsOf = (registry: Registry, structure: DataStructure): ItemScheme[] => {
  const lists = componentsOf(structure).flatMap(({ codelist }) => {
    const found = codelist && registry.list(codelist);
    return found ? [found] : [];
  });
  return [...new Set(lists)];
};

/** What an artefact refers to itself. */
function childrenOf(registry: Registry, artefact: Artefact): Artefact[] {
  if (artefact.kind === 'dataflow') return [registry.structureOf(artefact)];
  // Code lists belong to the components of a structure and not to the concepts, so they are its children.
  if (artefact.kind === 'datastructure') return [...listsOf(registry, artefact), conceptScheme];
  if (artefact.kind === 'contentconstraint')
    return registry.artefacts.filter((one) => one.kind === 'dataflow' && one.id === artefact.flow.id);
  return [];
}

const parentsOf = (registry: Registry, artefact: Artefact): Artefact[] =>
  registry.artefacts.filter((one) => childrenOf(registry, one).includes(artefact));

/** Everything that can be reached by a step, without the beginning. */
function reach(from: readonly Artefact[], step: (artefact: Artefact) => readonly Artefact[]): Artefact[] {
  const reached = new Set<Artefact>();
  const open = from.flatMap(step);
  for (let one = open.pop(); one; one = open.pop()) {
    if (reached.has(one)) continue;
    reached.add(one);
    open.push(...step(one));
  }
  return [...reached];
}

/** In: what was found, and which references are wanted: the names of REST 1.5 and 2.2, or a kind. */
function referencesOf(registry: Registry, found: readonly Artefact[], references: string): Artefact[] {
  const children = (one: Artefact) => childrenOf(registry, one);
  const parents = (one: Artefact) => parentsOf(registry, one);
  switch (references) {
    case '':
    case 'none':
      return [];
    case 'children':
      return found.flatMap(children);
    case 'descendants':
      return reach(found, children);
    case 'parents':
      return found.flatMap(parents);
    case 'ancestors':
      return reach(found, parents);
    case 'parentsandsiblings': {
      const above = found.flatMap(parents);
      return [...above, ...above.flatMap(children)];
    }
    case 'all': {
      const above = reach(found, parents);
      return [...above, ...reach([...above, ...found], children), agencyScheme];
    }
    default:
      return [...reach(found, parents), ...reach(found, children)].filter(({ kind }) => kind === references);
  }
}

const isItemScheme = (artefact: Artefact): artefact is ItemScheme => 'items' in artefact;

/** Only the items that are named, with the scheme said to be partial. */
function withItems(artefact: Artefact, item: string): Artefact {
  if (item === '' || !isItemScheme(artefact)) return artefact;
  return { ...artefact, isPartial: true, items: artefact.items.filter(({ id }) => isNamed(item, id)) };
}

/** How much of an artefact is given: of stubs its name, of complete stubs its description and annotations, too. */
const details = [
  'full',
  'referencepartial',
  'raw',
  'allstubs',
  'referencestubs',
  'allcompletestubs',
  'referencecompletestubs',
] as const;
export type StructureDetail = (typeof details)[number];

export const isStructureDetail = (text: string): text is StructureDetail =>
  (details as readonly string[]).includes(text);

/** In: an artefact, and where all of it is. */
function toStub(artefact: Artefact, isComplete: boolean, whereOf: (artefact: Artefact) => string): Artefact {
  const { descriptions: _, annotations: __, ...short } = artefact;
  return { ...(isComplete ? artefact : short), stubOf: whereOf(artefact) };
}

/**
 * In: what is asked; how much of each artefact; and where an artefact is. Out: what was found first, and then what it refers to,
 * each once.
 */
export function findArtefacts(
  registry: Registry,
  { kinds, agency, id, version, item, references }: StructureQuery,
  detail: StructureDetail = 'full',
  whereOf: (artefact: Artefact) => string = () => '',
): Artefact[] {
  const found = registry.artefacts.filter(
    (one) =>
      kinds.includes(one.kind) &&
      isNamed(agency, one.agency) &&
      isNamed(id, one.id) &&
      isVersion(version, one.version),
  );
  const others = referencesOf(registry, found, references).filter((one) => !found.includes(one));
  const stub = (one: Artefact) => toStub(one, detail.endsWith('completestubs'), whereOf);
  const isStubs = detail.endsWith('stubs');
  return [
    ...found.map((one) => (isStubs && detail.startsWith('all') ? stub(one) : withItems(one, item))),
    ...[...new Set(others)].map((one) => (isStubs ? stub(one) : one)),
  ];
}

/** The concept of a component. */
export const conceptOf = (id: string) => conceptScheme.items.find((one) => one.id === id);
export { conceptSchemeReference };
