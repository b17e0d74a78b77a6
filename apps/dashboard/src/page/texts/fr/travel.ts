/** The words of time travel, in French. */
import { countedIn } from '../counted.js';
import type { enTravel } from '../en/travel.js';

const counted = countedIn('fr');

export const frTravel: typeof enTravel = {
  events: (n) => counted(n, { one: 'un événement reçu ce jour-là', other: '# événements reçus ce jour-là' }),
  compare: 'Comparer avec un jour antérieur',
  noCompare: 'pas de comparaison',
  changed: (from, to) => `Ce qui a changé du ${from} au ${to}`,
  nothing: (from, to) => `Rien de ce qui est choisi n’a changé du ${from} au ${to}.`,
  counts: (revised, added, withdrawn) =>
    `Révisions\u00a0: ${revised}\u00a0; ajouts\u00a0: ${added}\u00a0; retraits\u00a0: ${withdrawn}`,
  shownAsOf: (when) => `L’affichage montre ce que l’on savait alors (${when}).`,
  first: (n) => `Seuls les ${n} premiers sont listés\u00a0; l’adresse des données les contient tous.`,
  before: 'Avant',
  after: 'Après',
  data: 'les changements sous forme de données',
};
