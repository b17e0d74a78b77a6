/** Figures of a pasted table, added to what is coded, and the passage that an entry gets after. Pure. */
import { emptyFigure, type FigureRow } from '../submit/entry.js';
import type { Coding } from './coding.js';
import { onlyPlace, type AnyPlace } from './region/page-place.js';

export function addFigures(coding: Coding, added: readonly Partial<FigureRow>[]): Coding {
  const { entry } = coding;
  const rows = added.map((fields, i): FigureRow => ({
    ...{ ...emptyFigure, ...fields },
    ...{ id: entry.nextId + i, part: 'added' },
  }));
  const figures = [...entry.figures, ...rows];
  return { ...coding, entry: { ...entry, nextId: entry.nextId + rows.length, figures } };
}

/** The coding with another passage or region of an entry. */
export const placeRow = (coding: Coding, name: string, place: AnyPlace): Coding => ({
  ...coding,
  places: { ...coding.places, [name]: onlyPlace(place) },
});
