/** Notes what a file is while it is read, as people are shown it: sheets, header, columns with their use, and the period. */
import type { SeenFile } from '@rapporteur/contract';
import type { Body } from './find-bodies.js';
import { usesOf, type Header } from './find-header.js';
import type { MappedRow } from './map-row.js';
import type { Mapping } from './mapping.js';

export interface Sight {
  /** A sheet whose rows come next. */
  open(body: Pick<Body, 'sheet' | 'header'>): void;
  add(mapped: MappedRow): void;
  /** What was seen: of several sheets all names, and the header of the first. */
  readonly seen: SeenFile;
}

export function makeSight(mapping: Mapping): Sight {
  const sheets: string[] = [];
  let first: Header | undefined;
  const ends = makeEnds();
  return {
    open({ sheet, header }) {
      sheets.push(sheet);
      first ??= header;
    },
    add(mapped) {
      if ('observation' in mapped) ends.add(mapped.observation.period);
      else if ('waitsFor' in mapped) ends.add(mapped.known.period);
    },
    get seen() {
      const columns = first ? toColumns(first, mapping) : [];
      return { sheet: sheets.join(', '), headerRow: first?.row ?? 0, columns, ...ends.ends };
    },
  };
}

/** The named columns of a header, with what each is read as. */
function toColumns(header: Header, mapping: Mapping): SeenFile['columns'] {
  const uses = usesOf(header, mapping);
  return header.names.flatMap((name, i) => (name.trim() === '' ? [] : [{ name, use: uses[i]! }]));
}

/**
 * Notes where the earliest of some periods begins and the latest ends. A shorter text is a longer time: it begins first,
 * and ends last.
 */
function makeEnds() {
  const ends: { from: string | null; to: string | null } = { from: null, to: null };
  return {
    ends,
    add(period: string): void {
      const [from = '', to = from] = period.split('/');
      if (/^\d/.test(from) && (ends.from === null || from < ends.from)) ends.from = from;
      if (/^\d/.test(to) && (ends.to === null || `${to}~` > `${ends.to}~`)) ends.to = to;
    },
  };
}
