/** The words of time travel, in Spanish. */
import { countedIn } from '../counted.js';
import type { enTravel } from '../en/travel.js';

const counted = countedIn('es');

export const esTravel: typeof enTravel = {
  events: (n) => counted(n, { one: 'un evento recibido ese día', other: '# eventos recibidos ese día' }),
  compare: 'Comparar con un día anterior',
  noCompare: 'sin comparación',
  changed: (from, to) => `Qué cambió del ${from} al ${to}`,
  nothing: (from, to) => `Nada de lo elegido cambió del ${from} al ${to}.`,
  counts: (revised, added, withdrawn) => `Revisadas: ${revised}; añadidas: ${added}; retiradas: ${withdrawn}`,
  shownAsOf: (when) => `Se muestra lo que se sabía entonces (${when}).`,
  first: (n) => `Se enumeran las primeras ${n}; la dirección de los datos las contiene todas.`,
  before: 'Antes',
  after: 'Después',
  data: 'los cambios como datos',
};
