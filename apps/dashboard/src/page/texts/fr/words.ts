/** The words of deciding what words of files mean, and of taking an import back, in French. */
import { countedIn } from '../counted.js';
import type { enWords } from '../en/words.js';
import { frReasons } from './reasons.js';

const counted = countedIn('fr');
const number = (n: number) => counted(n, { one: '#', other: '#' });

export const frWords: typeof enWords = {
  title: 'Mots en attente',
  none: 'Aucun mot de ce jeu de données n’attend de décision.',
  noCollection:
    'Choisissez un jeu de données ci-dessus ou importez un fichier\u00a0: le sens des mots inconnus est demandé ici.',
  waiting: (n) => counted(n, { one: '# mot attend une décision.', other: '# mots attendent une décision.' }),
  firstOnly: (shown) =>
    `Les ${shown} premiers sont présentés\u00a0; les autres, quand ceux-ci seront enregistrés.`,
  region: 'Examen des mots',
  place: (at, of) => `${at} sur ${of}`,
  dimensions: {
    respondent: 'Répondant',
    indicator: 'Indicateur',
    break: 'Rupture de la série',
    breakdown: 'Ventilation',
  },
  breakCodes: { break: 'début d’une nouvelle façon de compter', 'no-break': 'compté comme avant' },
  blank: '(vide)',
  rows: (n) =>
    counted(n, { one: '# ligne et son chiffre attendent', other: '# lignes et leurs chiffres attendent' }),
  inColumn: (name) => `dans la colonne «\u00a0${name}\u00a0»`,
  sample: (row) => `ligne ${row}`,
  proposals: 'Ce qu’il peut vouloir dire',
  noProposal: 'Rien de connu n’en est proche.',
  reasons: frReasons,
  other: 'un autre code',
  otherTitle: 'Code',
  total: 'le total',
  notCode: 'pas un code\u00a0: refuser ses lignes',
  later: 'plus tard',
  undo: 'annuler le dernier choix',
  keys: '1–9 prend une proposition, Entrée la première, c un autre code, t le total, n pas un code, l plus tard, u annule le dernier choix, les flèches déplacent, s enregistre.',
  said: (what) => `Décidé\u00a0: ${what}`,
  saidLater: 'Laissé pour plus tard',
  noSuchProposal: (n) => `Il n’y a pas de proposition ${n}.`,
  noTotal: 'Cela ne peut pas être le total.',
  nothingToUndo: 'Rien n’a encore été décidé.',
  wasLast: 'C’était le dernier mot.',
  decided: (n) =>
    counted(n, {
      one: '# décision n’est pas encore enregistrée.',
      other: '# décisions ne sont pas encore enregistrées.',
    }),
  store: (n) => `Enregistrer (${n})`,
  storing: 'Enregistrement…',
  following: 'Les lignes sont prises en compte…',
  came: (came, refused, waiting) =>
    `Lignes prises en compte\u00a0: ${number(came)}\u00a0; refusées\u00a0: ${refused}\u00a0; encore en attente\u00a0: ${waiting}.`,
  problem: (round) => `Le cycle ${round} ne suit pas les décisions\u00a0: `,
  goOn: 'Continuer avec les autres',
  standing: (n) => `Décidés jusqu’ici (${n})`,
  word: 'Mot',
  meaning: 'Sens',
  by: 'Par',
  askAnew: 'Redemander',
  undoTitle: 'Annuler une importation',
  undoIntro:
    'La dernière importation d’un cycle est annulée d’un seul coup\u00a0: à partir d’aujourd’hui, tout compte comme si elle n’avait jamais eu lieu. Les jours antérieurs la montrent toujours.',
  undoRound: 'Cycle',
  undoNoRounds: 'Ce jeu de données n’a aucun cycle. Importez d’abord un fichier.',
  undoReason: 'Motif, tel que ses événements le diront',
  undoShow: 'Montrer ce qui serait annulé',
  undoWhat: (name, events, respondents) =>
    `«\u00a0${name}\u00a0»\u00a0: ${counted(events, { one: 'ne comptera plus # événement', other: 'ne compteront plus # événements' })}, répondants\u00a0: ${number(respondents)}.`,
  undoChanged: (names) =>
    `Des réponses ont été modifiées à la main depuis, et cela disparaît aussi\u00a0: ${names}.`,
  undoMeant: 'Ces modifications peuvent disparaître aussi',
  undo2: 'Annuler l’importation',
  undoReasonNeeded: 'Dites d’abord pourquoi.',
  undone: (name) => `«\u00a0${name}\u00a0» a été annulé.`,
};
