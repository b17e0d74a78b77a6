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
  work: {
    name: 'Suivi',
    state: 'Statut du suivi',
    owner: 'Qui s’en occupe',
    note: 'Remarque',
    everybody: 'tous',
    save: 'Enregistrer',
    saved: 'Enregistré.',
    change: 'Modifier',
    shared:
      'Incohérences et questions ouvertes forment une seule liste. Statut, note et personne qui s’en occupe sont communs à tous ceux qui peuvent les voir.',
    correction: 'La correction reçue',
    reopened: 'Le point était réglé, et ce dont il s’agit a changé depuis.',
    kinds: {
      'no-reply': 'Pas de réponse',
      'theme-not-answered': 'Thème sans réponse',
      'second-look': 'Seconde lecture demandée',
    },
    reply: 'sa réponse',
    draft: 'le brouillon',
    noReply: 'Aucune réponse n’est en vigueur.',
    notAnswered: (theme) => `La réponse ne dit rien sur «\u00a0${theme}\u00a0».`,
    overtaken:
      'Quelqu’un vient de la modifier. Ce qui a été dit figure ci-dessus\u00a0; enregistrez de nouveau pour y substituer votre texte.',
    history: (n) => `Dit auparavant\u00a0: ${n}`,
    gone: (n) => `Ne sont plus constatées\u00a0: ${n}`,
    states: {
      open: 'ouverte',
      'in-progress': 'en cours',
      resolved: 'réglée',
      'not-an-error': 'pas une erreur',
    },
  },
  count: (shown, all) => `${shown} sur ${all} affichées`,
  noneOfChoice: 'Aucune ne correspond à ce choix. Choisissez un autre type, répondant ou statut.',
  noDiscrepancies:
    'Il n’y a pas deux jeux de données qui donnent des chiffres différents pour la même chose. S’il n’y en a qu’un, il n’y a rien à comparer\u00a0: importez-en un autre (npm run import).',
  onlyFirst: (shown) =>
    `Les ${shown} premiers sont affichés. Choisissez un répondant pour voir tous les siens.`,
  difference: 'Écart',
  what: 'Objet',
  differences: {
    collection: 'Jeu de données',
    earlier: 'Publication précédente',
    later: 'Publication suivante',
    none: 'Aucun jeu de données n’a deux publications à comparer. Importez-en une autre (vue «\u00a0Importer\u00a0», ou npm run import).',
    same: 'Choisissez deux publications différentes\u00a0: une publication ne diffère pas d’elle-même.',
    title: (from, to) => `Ce que ${to} dit autrement que ${from}`,
    counts: (added, revised, withdrawn, unchanged) =>
      `Ajoutés\u00a0: ${added}\u00a0; révisés\u00a0: ${revised}\u00a0; retirés\u00a0: ${withdrawn}\u00a0; restés tels quels\u00a0: ${unchanged}.`,
    notMentionedCount: (n) =>
      `Non mentionnés par la suivante, qui n’est que partielle, et donc toujours valables\u00a0: ${n}.`,
    largest: (what, change) => `La révision la plus forte\u00a0: ${what}\u00a0: ${change}.`,
    note: 'Pour une note, en anglais',
    copy: 'Copier la note',
    copied: 'Copié',
    byRespondent: 'Par répondant',
    byIndicator: 'Par indicateur',
    kinds: { added: 'ajouté', revised: 'révisé', withdrawn: 'retiré', 'not-mentioned': 'non mentionné' },
    list: 'Les différences, les plus fortes d’abord',
    nothing:
      'Les deux disent la même chose de ce qui est choisi. Choisissez d’autres publications, ou tous les répondants et indicateurs.',
    before: 'Avant',
    after: 'Après',
    difference: 'Différence',
    first: (n) =>
      `Les ${n} premières sont listées. Choisissez un répondant ou un indicateur pour voir toutes les siennes.`,
    csv: 'CSV de ce qui est listé',
    nothingSaid: 'rien',
  },
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
    'figure-not-in-quote': ['', ' vaut ', ', mais sa source dit « ', ' ».'],
    'figure-not-applicable': ['', ' est dit sans objet, mais ', ' compte quelque chose.'],
    'implied-finding-missing': (topic, implied) =>
      `Figure sous «\u00a0${topic}\u00a0», ce qui est dit de ceux qui figurent sous «\u00a0${implied}\u00a0»\u00a0; or il n’y figure pas.`,
  },
};
