/** The words of opening a round, in French. */
import type { enOpening } from '../en/opening.js';

export const frOpening: typeof enOpening = {
  name: 'Ouvrir un cycle',
  what: 'Un cycle est un appel à réponses. Ce qui en est dit ici ne peut plus être changé une fois qu’il est ouvert.',
  collection: 'Jeu de données (un code, par exemple ecosoc-2006-27)',
  round: 'Cycle (un code, par exemple 2008)',
  title: 'Titre dans la langue de cette page (facultatif)',
  mandate: 'Mandat (facultatif)',
  symbol: 'Cote du rapport (facultatif)',
  noteVerbaleOn: 'Note verbale du',
  replyBy: 'Réponses demandées pour le',
  cutOff: 'Date limite\u00a0: les réponses ultérieures sont tardives',
  asked: 'À qui l’on demande\u00a0: un nom ou un code par ligne (vide\u00a0: on ne sait pas)',
  fromShown: 'Mettre ceux du cycle affiché',
  more: 'Plus',
  compiledBy: 'Qui a établi le rapport (son propre texte n’est pas une réponse)',
  complete: 'Ce qu’une réponse de ce cycle ne mentionne pas est retiré',
  paragraph: 'Paragraphe qui énumère ceux qui ont répondu',
  listed: 'Qui le rapport énumère, tel qu’il l’écrit, un nom par ligne',
  check: 'Vérifier',
  open: 'Ouvrir le cycle',
  checked: 'Rien n’est encore enregistré. Ce cycle sera ouvert\u00a0:',
  askedCount: 'À qui l’on demande',
  notKnown: 'on ne sait pas',
  unchanged: 'Ce cycle est déjà ouvert, exactement ainsi.',
  problemWords: {
    '/collection malformed': 'Un code\u00a0: lettres minuscules et chiffres, joints par des traits d’union',
    '/round malformed': 'Un code\u00a0: lettres minuscules et chiffres, joints par des traits d’union',
    '/noteVerbaleOn malformed': 'Un jour qui existe',
    '/replyBy malformed': 'Un jour qui existe',
    '/cutOff malformed': 'Un jour qui existe',
    'round-exists':
      'Un cycle de ce code est déjà ouvert, avec d’autres indications. Choisissez un autre code.',
    '/listed/paragraph malformed': 'Un numéro de paragraphe, 1 ou plus',
    '/listed/paragraph wrong-type': 'Un numéro de paragraphe, 1 ou plus',
  },
};
