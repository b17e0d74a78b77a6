/** The direction of yearly figures as answers show it. */
import type { Direction } from '@rapporteur/domain';

/** The direction by itself, and why it is that. */
export const showDirection = ({
  direction,
  ...trend
}: Direction): Pick<Direction, 'direction'> & { readonly trend: Omit<Direction, 'direction'> } => ({
  direction,
  trend,
});
