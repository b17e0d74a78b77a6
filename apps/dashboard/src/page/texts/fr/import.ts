/** The words of importing a file, of words that wait for a decision, and of taking an import back, in French. */
import { countedIn } from '../counted.js';
import type { enImport } from '../en/import.js';

const counted = countedIn('fr');

export const frImport: typeof enImport = {
  intro:
    'Un fichier de chiffres devient les réponses d’un cycle. Il est d’abord lu et affiché\u00a0; rien n’est enregistré avant que vous ne le demandiez.',
  apart: (where) =>
    `Ce serveur ne sert qu’à la lecture. Les fichiers sont reçus par ingest${where === '' ? '\u00a0; la personne qui gère ce serveur en connaît l’adresse (ici, c’est le paramètre INGEST_URL)' : ` à l’adresse ${where}`}, ou par npm run import.`,
  needsSignIn: 'Pour importer un fichier et décider du sens des mots, il faut se connecter.',
  notAllowed:
    'Aucun de vos rôles ne permet d’importer des fichiers ni de décider du sens des mots. Un chargé de dossier importe, un statisticien décide du sens des mots\u00a0; un administrateur attribue ces rôles.',
  mayNotImport:
    'Pour importer un fichier, il faut le rôle de chargé de dossier. Vous pouvez décider du sens des mots en attente.',
  mayNotDecide: 'Un statisticien décide du sens de ces mots\u00a0: leurs lignes sont alors prises en compte.',
  file: 'Le fichier',
  choose: 'Choisissez un fichier ou déposez-le ici',
  kinds: 'Un classeur (.xlsx), un tableau en texte (.csv) ou du SDMX (CSV ou XML)\u00a0; son contenu le dit.',
  chosen: (name, size) => `${name}, ${size}`,
  collection: 'Jeu de données (son code, par exemple unodc-glotip)',
  round: 'Cycle (par exemple 2023)',
  received: 'Reçu le',
  isPartial: 'Le fichier n’est que partiel\u00a0: il ne retire rien de ce qu’il ne mentionne pas',
  mapping: 'Une table de correspondance propre (JSON, si le jeu de données n’en a pas)',
  more: 'Autres réglages',
  dayConfirmed: 'La date est exacte, bien qu’elle soit antérieure à l’appel à réponses',
  look: 'Le relire',
  lookFirst:
    'Indiquez le jeu de données, le cycle et la date\u00a0: le fichier est alors lu, et vous voyez ce qu’il contient.',
  phases: {
    sending: 'Envoi',
    waiting: 'En attente d’une autre importation de ce jeu de données',
    reading: 'Lecture',
    storing: 'Comparaison avec ce qui est enregistré',
  },
  progress: (done, of) => `${done} sur ${counted(of, { one: '# ligne', other: '# lignes' })}`,
  done: (n) => counted(n, { one: '# ligne', other: '# lignes' }),
  stop: 'Arrêter',
  away: 'Le serveur ne répond pas. Rien n’est perdu\u00a0: envoyez de nouveau le même fichier quand il sera revenu, et l’importation reprendra.',
  refused: 'Le fichier n’a pas été accepté\u00a0: ',
  problemWords: {
    'no-header': 'Les colonnes nécessaires n’y ont pas été trouvées.',
    'no-rows': 'Aucune de ses lignes n’a pu être prise en compte.',
    'bad-mapping':
      'Il n’y a pas de table de correspondance pour ce jeu de données, ou elle comporte des erreurs. Indiquez-en une sous «\u00a0Autres réglages\u00a0».',
    'bad-date': 'La date de réception ne peut pas être exacte.',
    'bad-parameter': 'Le jeu de données, le cycle ou la date n’ont pas la forme voulue.',
    'not-a-spreadsheet': 'Ce n’est pas un classeur lisible.',
    'bad-encoding': 'Son texte n’est ni en UTF-8 ni en UTF-16.',
    truncated: 'Il s’arrête trop tôt.',
    damaged: 'Il est endommagé.',
    'too-large': 'Il est trop volumineux.',
    'bad-request': 'Le cycle ne l’accepte pas tel quel.',
    'no-role': 'Aucun de vos rôles ne le permet.',
    'out-of-scope': 'Votre rôle le permet, mais pas pour ce jeu de données.',
    'withdraws-much': 'Il retirerait une grande partie de ce qui est en vigueur\u00a0; voir ci-dessous.',
    'corrected-since': 'Des réponses de cette importation ont été modifiées depuis.',
    'nothing-to-undo': 'Aucune importation de ce cycle n’est en vigueur.',
    'other-events':
      'Des réponses de cette importation ont été modifiées entre-temps\u00a0: davantage serait annulé que ce qui a été affiché. Rien n’a été annulé\u00a0: faites afficher à nouveau.',
    'another-import':
      'Un autre fichier a été importé dans ce cycle entre-temps. Rien n’a été annulé\u00a0: faites afficher à nouveau.',
    'rights-changed': 'Vos droits ont été modifiés entre-temps.',
  },
  what: 'Ce qu’il contient',
  sheet: 'Feuille',
  headerRow: 'En-tête',
  inRow: (row) => `à la ligne ${row}`,
  period: 'Période',
  respondents: 'Répondants',
  rows: 'Lignes',
  columns: 'Colonnes',
  uses: {
    respondent: 'répondant',
    period: 'période',
    value: 'chiffre',
    indicator: 'indicateur',
    breakdown: 'ventilation',
    break: 'rupture de la série',
    only: 'lignes prises en compte',
  },
  unused: (names) => `Non lu\u00a0: ${names}`,
  sum: (rows, stored, repeated, refused, waiting) =>
    `${rows} ${rows === '1' ? 'ligne' : 'lignes'} = enregistrées\u00a0: ${stored} + répétées\u00a0: ${repeated} + refusées\u00a0: ${refused} + en attente\u00a0: ${waiting}`,
  sumBefore: (rows, stored, repeated, refused, waiting) =>
    `${rows} ${rows === '1' ? 'ligne' : 'lignes'} = à enregistrer\u00a0: ${stored} + répétées\u00a0: ${repeated} + refusées\u00a0: ${refused} + en attente du sens d’un mot\u00a0: ${waiting}`,
  conflicting: (n) =>
    counted(n, {
      one: '# chiffre est donné avec plusieurs valeurs\u00a0; toutes sont gardées.',
      other: '# chiffres sont donnés avec plusieurs valeurs\u00a0; toutes sont gardées.',
    }),
  refusedRows: (n) => `Lignes refusées ou en attente\u00a0: ${n}`,
  refusedFirst: (n) => `Les ${n} premières sont listées.`,
  refusedAll: 'Toutes, en CSV',
  row: 'Ligne',
  why: 'Raison',
  withdraws: (n, standing) =>
    `Il retire ${counted(n, { one: '# chiffre', other: '# chiffres' })} sur les ${standing} en vigueur.`,
  withdrawsNothing: 'Il ne retire rien.',
  perhapsBack: (n) =>
    `${counted(n, { one: '# d’entre eux revient', other: '# d’entre eux reviennent' })}, autant qu’on puisse le dire, quand le sens des mots en attente est décidé.`,
  ofWhom: 'Répondant',
  figures: 'Chiffres',
  years: 'Années',
  fromTo: (first, last) => `de ${first} à ${last}`,
  vanish: (names) => `Il ne reste aucun chiffre pour\u00a0: ${names}.`,
  moreOf: (n) => `et ${n} de plus`,
  noneLeft: 'il ne reste aucun chiffre',
  acceptHow: (number) =>
    `Un tel retrait n’a pas lieu sans votre accord. Si tout doit être retiré, tapez le nombre ${number}\u00a0:`,
  accept: 'Combien de chiffres peuvent être retirés',
  orPartial: 'Ou, si le fichier n’est qu’une partie de la publication, dites-le\u00a0:',
  takePartial: 'Il n’est que partiel\u00a0: ne rien retirer',
  wrongNumber: (number) => `Ce n’est pas ${number}.`,
  store: 'Importer',
  storing: 'Importation…',
  stored: (name, round) => `${name} a été importé dans ${round}.`,
  seeFigures: 'Voir ses chiffres',
  seeDifferences: 'Voir en quoi il diffère d’une autre publication',
  another: 'Importer un autre fichier',
};
