/** The direction of yearly figures in the form of the answers. */
import type { Direction } from '@rapporteur/domain';

/** The direction alone, and the reason for it. */
export const showDirection = ({
  direction,
  ...trend
}: Direction): Pick<Direction, 'direction'> & { readonly trend: Omit<Direction, 'direction'> } => ({
  direction,
  trend,
});
