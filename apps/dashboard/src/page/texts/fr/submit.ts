/** The words of submitting a reply or a correction, in French. */
import { countedIn } from '../counted.js';
import type { enSubmit } from '../en/submit.js';

const counted = countedIn('fr');
const notADay = 'Ce n’est pas une date qui existe\u00a0: une date s’écrit comme 2008-12-31';

export const frSubmit: typeof enSubmit = {
  intro:
    'Une réponse est déposée une fois\u00a0; ce qui y change ensuite est une correction. Rien n’est enregistré avant que vous ayez vu ce qui change dans les tableaux et que vous l’ayez envoyé.',
  apart: (where) =>
    `Ce serveur ne sert qu’à la lecture. Les réponses sont reçues par ingest${where === '' ? '\u00a0; la personne qui gère ce serveur en connaît l’adresse (ici, c’est le paramètre INGEST_URL)' : ` à l’adresse ${where}`}. Ce que vous saisissez peut être copié comme corps de la requête.`,
  round: 'Cycle',
  respondent: 'Répondant',
  chooseRespondent: 'choisissez un répondant',
  what: 'Ce qui est envoyé',
  kindsOfEntry: {
    reply: 'une réponse',
    correction: 'une correction\u00a0: seulement ce qui change',
    replacement: 'un remplacement\u00a0: un nouveau texte complet',
    withdrawal: 'un retrait\u00a0: toute la réponse est reprise',
  },
  isReply: (name) => `${name} n’a pas encore de réponse dans ce cycle\u00a0: ceci est sa réponse.`,
  headings: {
    correction: (name, version) =>
      `${name} a répondu\u00a0; ceci est une correction de la version ${version} de sa réponse.`,
    replacement: (name, version) =>
      `Ce texte complet (${name}) prend la place de la version ${version} de la réponse\u00a0: ce qu’il ne dit pas est retiré.`,
    withdrawal: (name, version) =>
      `La réponse (${name}) est retirée en entier, telle qu’elle est à la version ${version}\u00a0: aucun de ses chiffres ni de ses constats ne vaudra plus.`,
  },
  isWithdrawn: (name) =>
    `La réponse (${name}) a été retirée. Un nouveau texte complet peut en prendre la place.`,
  reasonOfOther: 'Motif',
  referenceOfOther: 'Référence, par exemple la cote de la lettre (facultatif)',
  kept: 'Ce que vous saisissez reste dans cet onglet du navigateur jusqu’à ce que vous l’envoyiez ou l’abandonniez.',
  discard: 'Abandonner la saisie',
  receipt: 'Réception',
  receivedOn: 'Reçu le',
  isOnOrBefore: 'ce jour-là ou avant',
  isDayConfirmed: 'La date est exacte, bien qu’elle soit antérieure à l’appel à réponses',
  language: 'Langue de la réponse (un code comme es\u00a0; vide\u00a0: inconnue)',
  reason: 'Motif de la correction',
  reference: 'Cote du rectificatif (facultatif)',
  current: 'Ce que dit la réponse actuellement',
  noCurrent: 'La réponse ne dit rien qui figure dans les tableaux.',
  figures: 'Chiffres',
  findings: 'Constatations',
  addFigure: 'Ajouter un chiffre',
  addFinding: 'Ajouter une constatation',
  change: 'Modifier',
  retract: 'Retirer',
  remove: 'Supprimer cette ligne',
  parts: { changed: 'modification', added: 'ajout', retracted: 'retrait' },
  figureRow: (n, part) => `Chiffre ${n}\u00a0: ${part}`,
  findingRow: (n, part) => `Constatation ${n}\u00a0: ${part}`,
  indicator: 'Indicateur',
  choose: 'choisissez',
  period: 'Période (2007, 2007-10, 2003/2006, ../2007-06, 2001-09/.. ou undated)',
  value: 'Chiffre',
  qualifier: 'Qualificatif',
  paragraph: 'Paragraphe',
  footnote: 'Note de bas de page',
  more: 'Ventilation, note et autres',
  whole: 'tout',
  note: 'Remarque',
  asWritten: 'Tel que la réponse l’écrit',
  isBreak: 'Début d’un nouveau mode de comptage',
  topic: 'Sujet',
  detail: 'Précision (code, facultatif)',
  check: 'Vérifier et afficher ce qui change',
  send: 'Envoyer',
  sending: 'Envoi…',
  checking: 'Vérification…',
  copy: 'Copier le corps de la requête',
  copied: 'Copié',
  problems: (n) =>
    counted(n, {
      one: 'Un point est à corriger\u00a0; rien n’a été enregistré.',
      other: '# points sont à corriger\u00a0; rien n’a été enregistré.',
    }),
  problemWords: {
    '/receivedOn missing': notADay,
    '/receivedOn wrong-type': notADay,
    '/receivedOn malformed': notADay,
    missing: 'Ce champ est obligatoire',
    'wrong-type': 'La forme n’est pas la bonne',
    malformed: 'La forme n’est pas la bonne',
    'unknown-field': 'Ce champ n’existe pas ici',
    'unknown-value': 'Ce n’est pas une des valeurs possibles',
    'too-small': 'C’est trop petit ou trop court',
    'too-large': 'C’est trop grand ou trop long',
    'not-a-count':
      'Ce n’est pas un effectif\u00a0: un nombre entier, 0 ou plus, est attendu\u00a0; laissez vide si le qualificatif dit qu’il n’y a pas de nombre',
    'malformed-period':
      'Ce n’est pas une période\u00a0: 2007, 2007-10, 2003/2006, ../2007-06, 2001-09/.. ou undated sont attendus',
    'period-backwards': 'La période finit avant de commencer',
    'period-in-future': 'La période est postérieure à la réception',
    'received-in-future': 'La date de réception est encore à venir',
    'received-before-round':
      'Cette date est antérieure à l’appel à réponses. Est-elle exacte\u00a0? Dans ce cas, indiquez-le ci-dessous.',
    'received-too-early': 'Cette date est antérieure à la création de l’Organisation des Nations Unies',
    'received-before-reply': 'Cette date est antérieure à la réception du texte corrigé',
    'unknown-respondent': 'Ce répondant n’existe pas',
    'unknown-indicator': 'Cet indicateur n’existe pas',
    'unknown-detail': 'Cette précision n’existe pas',
    'unknown-topic': 'Ce sujet n’existe pas',
    'unknown-dimension': 'Cette ventilation n’existe pas',
    'no-source': 'Le paragraphe n’est pas indiqué',
    'value-missing':
      'Le chiffre manque\u00a0: indiquez un effectif, ou dites par le qualificatif pourquoi il n’y en a pas',
    'value-with-missing': 'Le qualificatif dit qu’il n’y a pas de nombre\u00a0: laissez le chiffre vide',
    'value-with-none-known': 'Avec «\u00a0aucun cas connu\u00a0», laissez le chiffre vide',
    'fewer-than-zero': 'Il n’y a pas d’effectif inférieur à 0',
    'break-without-year': 'Ce n’est pas une année, et seule une série annuelle peut avoir une rupture',
    'duplicate-figure':
      'Le même indicateur, la même ventilation et la même période sont saisis ici deux fois',
    'duplicate-finding': 'Le même sujet, la même précision et le même paragraphe sont saisis ici deux fois',
    'reply-exists': 'Ce répondant a déjà une réponse dans ce cycle',
    'no-reply': 'Ce répondant n’a pas de réponse dans ce cycle',
    'reply-withdrawn': 'Cette réponse a été retirée',
    'named-twice': 'Le même élément figure deux fois dans cette correction',
    'already-there': 'La réponse contient déjà cet élément\u00a0: modifiez-le au lieu de l’ajouter',
    'not-there': 'La réponse ne contient pas cet élément',
  },
  expected: (what) => `attendu\u00a0: ${what}`,
  suggested: (what) => `vouliez-vous dire ${what}\u00a0?`,
  needsSignIn:
    'Il faut être connecté pour vérifier et envoyer. Ce que vous saisissez reste entre-temps dans cet onglet\u00a0; connectez-vous et continuez.',
  signedOut:
    'Vous n’êtes pas connecté\u00a0: rien n’a été envoyé. Votre saisie est conservée\u00a0: connectez-vous et renvoyez-la.',
  notAllowed: {
    'no-role': 'Aucun de vos rôles ne le permet\u00a0: rien n’a été enregistré. Votre saisie est conservée.',
    'out-of-scope':
      'Votre rôle le permet, mais pas pour cet État et ce jeu de données\u00a0: rien n’a été enregistré. Votre saisie est conservée.',
  },
  away: 'Le serveur ne répond pas. Votre saisie est conservée. Renvoyez-la quand il sera de retour\u00a0: envoyée deux fois, elle n’est enregistrée qu’une fois.',
  stale: (version) =>
    `Quelqu’un a modifié cette réponse entre-temps\u00a0: elle en est maintenant à la version ${version}. Votre saisie est conservée. Regardez ce que dit la réponse à présent, corrigez vos lignes et vérifiez de nouveau.`,
  takeVersion: (version) => `Continuer avec la version ${version}`,
  preview: 'Ce qui va changer dans les tableaux',
  nothingChanges: 'Aucun chiffre ni aucune constatation des tableaux n’est modifié.',
  unchanged: 'La réponse dit déjà exactement cela\u00a0: l’envoi n’enregistre rien.',
  isLate: 'Elle a été reçue après la date de clôture du cycle et est marquée comme tardive.',
  before: 'Avant',
  after: 'Après',
  findingsAdded: 'Constatations qui seront valables',
  findingsWithdrawn: 'Constatations qui ne seront plus valables',
  notPreviewed: 'Vérifiez d’abord\u00a0: vous verrez ce qui change, puis vous pourrez envoyer.',
  sent: (version) => `Enregistré comme version ${version} de la réponse.`,
  sentNothing: 'Rien n’a été enregistré\u00a0: la réponse dit déjà cela.',
  seeTrends: 'Voir ses chiffres',
  sendMore: 'Envoyer autre chose',
};
