/** The words of drafts on the workbench, in French. */
import type { enDrafts } from '../en/drafts.js';

export const frDrafts: typeof enDrafts = {
  title: 'Seconde lecture',
  ask: 'Demander une seconde lecture',
  whom: 'À qui (le nom sous lequel la personne est connue ici\u00a0; vide\u00a0: toute personne qui peut coder cette lettre)',
  asked: (by, at) => `${by} a demandé une seconde lecture, ${at}.`,
  askedOf: (by, whom, at) => `${by} a demandé une seconde lecture à ${whom}, ${at}.`,
  own: 'Vous avez codé ce brouillon\u00a0: une autre personne le relit.',
  remarks: 'Remarques (peut rester vide)',
  looked: 'Je l’ai relu',
  lookedBy: (by, at) => `${by} l’a relu, ${at}.`,
  said: 'Remarques',
  changedSince: 'Quelque chose a changé depuis\u00a0: la relecture ne vaut pas pour cela.',
  again: 'Demander encore',
  unlooked: 'Envoyer sans seconde lecture',
  waits: 'attend une seconde lecture',
  isCoding: (name) => `codage en cours\u00a0: ${name}`,
  codedBy: 'Codé par',
  reviewedBy: 'Seconde lecture par',
  apart: 'Coder séparément',
  apartIntro:
    'Vous codez cette lettre dans un brouillon à vous. Ce qu’une autre personne code séparément s’affiche quand vous avez terminé tous les deux.',
  isDone: (name) => `${name} a terminé`,
  iAmDone: 'J’ai terminé',
  compared: 'Deux codages de cette lettre',
  alpha: (alpha, n) => `alpha de Krippendorff ${alpha} (${n} unités)`,
  alphaMeans:
    '1\u00a0: accord en tout\u00a0; 0\u00a0: comme par hasard\u00a0; au-dessous de 0,8 on ne peut guère conclure. Les unités des chiffres sont les cellules codées par l’un des deux, celles des constatations tous les thèmes.',
  agreement: 'Accord',
  onlyIn: (name) => `${name} seulement`,
  agree: 'd’accord',
  differ: (fields) => `diffèrent\u00a0: ${fields}`,
  takeOf: (name) => `Prendre ce que ${name} a codé`,
};
