/** The words of the workbench, in French. */
import type { enWorkbench } from '../en/workbench.js';

export const frWorkbench: typeof enWorkbench = {
  letters: 'Lettres à coder',
  noLetters:
    'Aucune lettre de ce cycle n’est conservée. Ajoutez-en une par l’API\u00a0: POST /v1/rounds/…/documents (voir sa documentation).',
  letter: 'Lettre',
  proposals: 'Propositions',
  none: 'Il ne reste aucune proposition. Lisez tout de même la lettre\u00a0: les règles en manquent.',
  best: (n, of) => `${n} sur ${of}, la meilleure d’abord`,
  take: 'Retenir',
  dismiss: 'Écarter',
  edit: 'Modifier',
  done: 'Terminé',
  asFigure: 'Chiffre tiré de la sélection',
  asFinding: 'Constatation tirée de la sélection',
  selectFirst:
    'Sélectionnez des mots d’un même paragraphe de la lettre, à la souris ou avec Maj et les flèches.',
  undo: 'Annuler',
  redo: 'Rétablir',
  coded: 'Ce qui est codé',
  nothingCoded: 'Rien encore\u00a0: retenez une proposition ou sélectionnez des mots.',
  saved: 'Enregistré sur le serveur\u00a0; pas encore envoyé',
  saving: 'Enregistrement…',
  notSaved: 'Non enregistré\u00a0: le serveur ne répond pas ou refuse. Un nouvel essai suit.',
  here: (names) => `Également ouvert chez\u00a0: ${names}`,
  you: (name) => `${name} (une autre de vos fenêtres)`,
  changedBy: (name, at) => `Dernière modification par ${name}, ${at}`,
  conflict: (name) => `${name} a modifié ce brouillon entre-temps.`,
  takeTheirs: 'Reprendre la version du serveur',
  keepMine: 'Garder la mienne',
  counts: (taken, changed, dismissed, own) =>
    `Propositions retenues\u00a0: ${taken}, dont modifiées\u00a0: ${changed}\u00a0; écartées\u00a0: ${dismissed}\u00a0; entrées sans proposition\u00a0: ${own}`,
  earlier: (version) => `Envoyé comme version ${version}`,
  storedAs: (version) => `Enregistré comme version ${version} de la réponse.`,
  withoutPassages: 'Les passages ne sont pas encore rattachés\u00a0; le brouillon est gardé jusque-là.',
  tryAgain: 'Rattacher les passages',
  passagesNotAllowed:
    'Vos rôles ne permettent pas de rattacher des passages\u00a0: un chargé de dossier le peut.',
  keys: 'Touches',
  keyList: [
    ['n p', 'proposition suivante, précédente'],
    ['Enter', 'la retenir'],
    ['x', 'l’écarter'],
    ['e', 'la modifier\u00a0; Escape termine'],
    ['f g', 'chiffre, constatation tirés de la sélection'],
    ['u r', 'annuler, rétablir'],
    ['Ctrl Enter', 'envoyer'],
  ],
};
