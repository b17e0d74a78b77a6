/** The words of the report's view, in French. */
import type { enReport } from '../en/report.js';

export const frReport: typeof enReport = {
  claim: 'Sur quoi cela repose',
  choose:
    'Choisissez un nombre, une liste ou une phrase soulignée\u00a0: ce sur quoi elle repose s’affiche ici.',
  open: (open, all) =>
    `Énoncés auxquels les réponses ne permettent pas de répondre\u00a0: ${open} sur ${all}`,
  query: 'Question',
  text: 'Réponse donnée',
  asOf: 'Telles que reçues au',
  position: 'Position',
  reason: 'Pourquoi il n’y a pas de réponse',
  cells: 'Chiffres et constatations',
  events: 'Événements',
  more: (count) => `et ${count} de plus`,
  reasons: {
    'unknown-code': 'code inconnu',
    'no-data': 'pas de données',
    'not-known': 'inconnu pour ce cycle',
    'conflicting-figures': 'chiffres contradictoires',
    'under-five-points': 'moins de cinq chiffres annuels',
    'no-number': 'aucun nombre avec lequel calculer',
  },
};
