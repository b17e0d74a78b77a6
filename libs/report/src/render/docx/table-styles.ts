/** How tables look, as the style that an editor can change for all of them. */
import { element } from './elements.js';

/** In: twentieths of a point left and right of the text. */
export function cellMargins(side: number): string {
  const margins = ['top', 'left', 'bottom', 'right'].map((name) =>
    element(`w:${name}`, { 'w:w': name === 'left' || name === 'right' ? side : 0, 'w:type': 'dxa' }),
  );
  return element('w:tblPr', {}, element('w:tblCellMar', {}, ...margins));
}

/** Rules above and below, a thin one under the head: no upright ones. */
export function reportTable(emphasis: string): string {
  const edges = ['top', 'bottom'].map((side) =>
    element(`w:${side}`, {
      'w:val': 'single',
      'w:sz': side === 'top' ? 4 : 12,
      'w:space': 0,
      'w:color': 'auto',
    }),
  );
  const inside = element('w:insideH', { 'w:val': 'single', 'w:sz': 2, 'w:space': 0, 'w:color': 'D0D0D0' });
  const margins = ['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': 60, 'w:type': 'dxa' }));
  const under = element('w:bottom', { 'w:val': 'single', 'w:sz': 12, 'w:space': 0, 'w:color': 'auto' });
  return (
    element(
      'w:tblPr',
      {},
      element('w:tblBorders', {}, ...edges, inside),
      element('w:tblCellMar', {}, ...margins),
    ) +
    element(
      'w:tblStylePr',
      { 'w:type': 'firstRow' },
      emphasis === '' ? '' : element('w:rPr', {}, emphasis),
      element('w:tcPr', {}, element('w:tcBorders', {}, under)),
    )
  );
}
