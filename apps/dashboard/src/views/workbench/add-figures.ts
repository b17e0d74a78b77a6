/** Figures of a pasted table, added to what is coded: they have no passage until somebody gives them one. Pure. */
import { emptyFigure, type FigureRow } from '../submit/entry.js';
import type { Coding } from './coding.js';

export function addFigures(coding: Coding, added: readonly Partial<FigureRow>[]): Coding {
  const { entry } = coding;
  const rows = added.map((fields, i): FigureRow => ({
    ...{ ...emptyFigure, ...fields },
    ...{ id: entry.nextId + i, part: 'added' },
  }));
  const figures = [...entry.figures, ...rows];
  return { ...coding, entry: { ...entry, nextId: entry.nextId + rows.length, figures } };
}
