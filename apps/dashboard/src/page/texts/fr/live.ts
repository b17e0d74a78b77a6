/** The words about events that arrive, and about a lost connection, in French. */
import { countedIn } from '../counted.js';
import type { enLive } from '../en/live.js';

const counted = countedIn('fr');

export const frLive: typeof enLive = {
  news: 'Nouveautés',
  clearNews: 'Effacer',
  showNow: 'Afficher ce que l’on sait aujourd’hui',
  position: (position) => `position ${position}`,
  newsInPast: (n, when) =>
    `${counted(n, { one: 'Un événement est arrivé', other: '# événements sont arrivés' })}. L’affichage reste dans son état d’alors (${when}).`,
  manyArrived: (n) =>
    `${counted(n, { one: 'Un événement est arrivé', other: '# événements sont arrivés ensemble' })}\u00a0; l’affichage en tient compte.`,
  arrived(type, who) {
    switch (type) {
      case 'RoundOpened':
        return `Le cycle ${who} a été ouvert.`;
      case 'ReplyCorrected':
        return `Correction – ${who}\u00a0:`;
      case 'ReplyReplaced':
        return `Réponse remplacée – ${who}\u00a0:`;
      case 'ReplyWithdrawn':
        return `Réponse retirée – ${who}\u00a0:`;
      case 'ChangeUndone':
        return `Une importation a été annulée pour ${who}\u00a0:`;
      case 'WordDecided':
        return `Le sens d’un mot des fichiers de ${who} a été décidé.`;
      case 'DocumentReceived':
        return `Document reçu – ${who}.`;
      case 'EvidenceAttached':
        return `Des chiffres de ${who} mènent désormais à leurs mots dans un document.`;
      case 'DocumentRemoved':
        return 'Un document a été retiré de la consultation.';
      default:
        return `Réponse reçue – ${who}\u00a0:`;
    }
  },
  moreFigures: (n) => counted(n, { one: 'un chiffre de plus', other: '# chiffres de plus' }),
  findingsChanged: (n) => counted(n, { one: 'une constatation', other: '# constatations' }),
  changedNothing: 'aucun chiffre des tableaux n’en est modifié',
  receivedThen: (day) => `reçu le ${day}`,
  badParameters: (list: string) => `Ces valeurs de l’adresse ne peuvent pas être utilisées\u00a0: ${list}.`,
  limits: {
    'unknown-round': 'Ce cycle n’existe pas.',
    'unknown-event': 'Il n’y a pas d’événement à cette position.',
    'unknown-observation': 'Ce chiffre n’existe pas.',
    'unknown-document': 'Ce document n’existe pas.',
    'position-not-reached': 'Les tableaux ne sont pas encore arrivés à cette position.',
    'too-many-requests':
      'Vous avez fait trop de demandes cette minute. Attendez une minute, puis recommencez\u00a0: rien n’est perdu.',
    'too-many-sign-ins':
      'Trop de connexions depuis votre adresse ont échoué. Attendez une minute, puis réessayez.',
  },
  unread: (what) =>
    `L’adresse contient ${what}, que cette page ne connaît pas\u00a0: ce qui est affiché n’en tient pas compte. Vérifiez l’orthographe.`,
  noLiveYet: 'Le serveur ne peut pas être écouté. La page réessaie d’elle-même.',
  liveLost: (position) =>
    `La connexion au serveur est perdue\u00a0: ce qui est affiché était exact à la ${position}. Vérifiez qu’il fonctionne (npm start)\u00a0; la page reprend d’elle-même et ne manque rien.`,
  degraded: (n) =>
    `${counted(n, { one: 'Un événement n’a pas pu être appliqué', other: '# événements n’ont pas pu être appliqués' })} aux tableaux\u00a0: des chiffres peuvent manquer. La personne qui gère le serveur voit lesquels avec\u00a0: npm run dead-letters list.`,
};
