/** The words of inconsistencies and discrepancies, in French. */
import type { enChecks } from '../en/checks.js';

export const frChecks: typeof enChecks = {
  kind: 'Type',
  allKinds: 'Tous les types',
  allRespondents: 'Tous les répondants',
  allIndicators: 'Tous les indicateurs',
  state: 'Statut',
  states: { all: 'tous', open: 'pas encore examinées', seen: 'examinées' },
  seen: 'Examinée',
  seenNote: 'Ce que vous avez examiné n’est mémorisé que dans ce navigateur.',
  count: (shown, all) => `${shown} sur ${all} affichées`,
  noneOfChoice: 'Aucune ne correspond à ce choix. Choisissez un autre type, répondant ou statut.',
  noDiscrepancies:
    'Il n’y a pas deux jeux de données qui donnent des chiffres différents pour la même chose. S’il n’y en a qu’un, il n’y a rien à comparer\u00a0: importez-en un autre (npm run import).',
  onlyFirst: (shown) =>
    `Les ${shown} premiers sont affichés. Choisissez un répondant pour voir tous les siens.`,
  difference: 'Écart',
  what: 'Objet',
  sentence: {
    'cited-but-not-listed': (paragraphs, list) =>
      `Cité aux paragraphes ${paragraphs}, mais ne figure pas parmi ceux qui ont répondu selon le paragraphe ${list}.`,
    'listed-but-not-cited': (list) =>
      `Figure au paragraphe ${list} parmi ceux qui ont répondu, mais aucun de ses chiffres ni aucune de ses constatations n’est donné nulle part.`,
    'name-spelt-otherwise': (written, list, name) =>
      `«\u00a0${written}\u00a0», au paragraphe ${list}, n’est pas un nom usuel\u00a0; il a été compris comme ${name}, le seul nom proche.`,
    'part-exceeds-whole': ['', ' font ', ' ou plus, mais ', ' est de ', ' au plus.'],
    'conflicting-figures': ['', ' est donné comme ', '\u00a0; aucun n’est retenu.'],
    and: ' et comme ',
    plus: ' + ',
    'figure-not-applicable': ['', ' est dit sans objet, mais ', ' compte quelque chose.'],
    'implied-finding-missing': (topic, implied) =>
      `Figure sous «\u00a0${topic}\u00a0», ce qui est dit de ceux qui figurent sous «\u00a0${implied}\u00a0»\u00a0; or il n’y figure pas.`,
  },
};
