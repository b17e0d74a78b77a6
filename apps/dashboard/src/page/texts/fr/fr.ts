/** The page's own words in French. */
import { countedIn } from '../counted.js';
import type { Texts } from '../en/en.js';
import { frAccess } from './access.js';
import { frCharts } from './charts.js';
import { frChecks } from './checks.js';
import { frAbout, frCompare, frOfIndicator } from './compare.js';
import { frMap } from './map.js';
import { frShare } from './share.js';
import { frEvidence } from './evidence.js';
import { frLive } from './live.js';
import { frImport } from './import.js';
import { frOpening } from './opening.js';
import { frOverview } from './overview.js';
import { frMissing } from './missing.js';
import { frReport } from './report.js';
import { frSession } from './session.js';
import { frSubmit } from './submit.js';
import { frWorkbench } from './workbench.js';
import { frTravel } from './travel.js';
import { frWebhooks } from './webhooks.js';
import { frWords } from './words.js';

const counted = countedIn('fr');

export const fr: Texts = {
  ...frLive,
  ...frEvidence,
  overview: frOverview,
  import: frImport,
  words: frWords,
  submit: frSubmit,
  workbench: frWorkbench,
  opening: frOpening,
  session: frSession,
  access: frAccess,
  webhooks: frWebhooks,
  travel: frTravel,
  checks: frChecks,
  compare: frCompare,
  map: frMap,
  share: frShare,
  report: frReport,
  missing: frMissing,
  title: 'Rapporteur',
  subtitle: 'Réponses des gouvernements aux enquêtes des Nations Unies',
  skip: 'Aller au contenu',
  language: 'Langue',
  views: 'Vues',
  documentation: 'Documentation de l’API',
  pages: {
    overview: 'Aperçu',
    differences: 'Différences',
    import: 'Importer',
    trends: 'Tendances',
    court: 'De l’affaire au tribunal',
    state: 'Un État',
    indicator: 'Un indicateur',
    round: 'Cycle',
    report: 'Rapport',
    findings: 'Constatations',
    inconsistencies: 'Incohérences',
    discrepancies: 'Écarts',
    submit: 'Déposer',
    workbench: 'Codage',
    access: 'Accès',
    webhooks: 'Notifications',
  },
  state: {
    what: 'Ce qu’un État a dit\u00a0: ses chiffres, ses constatations, avec ses propres termes lorsque sa lettre est conservée, et ce qui ne concorde pas.',
    choose: 'Choisissez un État.',
    rounds: 'Cycles auxquels il a répondu',
    figures: 'Chiffres',
    allFigures: 'Tous ses chiffres, avec leurs ventilations',
    noFigures: 'Aucun chiffre de cet État.',
  },
  ofIndicator: frOfIndicator,
  aboutIndicator: frAbout,
  charts: frCharts,
  loading: 'Interrogation du serveur…',
  away: 'Le serveur ne répond pas. Vérifiez qu’il fonctionne (npm start)\u00a0; la page l’interroge de nouveau toutes les trois secondes.',
  refused: 'Le serveur ne peut pas répondre à cette demande. ',
  unknownRespondent: (name: string) => `Aucun répondant ne s’appelle «\u00a0${name}\u00a0».`,
  mayMean: 'Ce qui peut être visé\u00a0: ',
  startAnew: 'Recommencer sans aucun choix',
  empty:
    'Aucune réponse n’a encore été reçue. Envoyez-en une par l’API (voir sa documentation) ou importez un fichier.',
  nothingMatches:
    'Aucun chiffre ne correspond à ce choix. Choisissez d’autres répondants, indicateurs ou années.',
  choose: 'Choisir ce qui est affiché',
  collection: 'Jeu de données',
  allCollections: 'Tous les jeux de données',
  respondents: 'Répondants',
  indicators: 'Indicateurs',
  allChosen: 'tous',
  search: 'Rechercher',
  clear: 'Effacer',
  from: 'De l’année',
  to: 'À l’année',
  receivedBy: 'Tel que connu le',
  today: 'aujourd’hui',
  breakdownTotal: 'total',
  units: {
    case: 'affaires',
    person: 'personnes',
    victim: 'victimes',
    offence: 'infractions',
    item: 'unités',
    event: 'événements',
  },
  indicator: 'Indicateur',
  otherPeriods: 'Autres périodes',
  direction: 'Évolution',
  tableOf: (name, unit) => `Chiffres\u00a0: ${name} (unité\u00a0: ${unit})`,
  chartOf: (name, unit) => `Graphique\u00a0: ${name} (unité\u00a0: ${unit})`,
  noFigure: 'aucun chiffre',
  qualifiers: {
    exact: 'exact',
    'at-least': 'au moins',
    'fewer-than': 'moins de',
    approximately: 'environ',
    'none-known': 'aucun cas connu (pas zéro)',
    'not-available': 'non disponible',
    'not-applicable': 'sans objet',
    'not-asked': 'non demandé',
    withheld: 'non communiqué (confidentiel)',
  },
  upTo: (day) => `jusqu’à ${day}`,
  since: (day) => `depuis ${day}`,
  undated: 'sans date',
  separator: '\u00a0; ',
  colon: '\u00a0: ',
  comma: ', ',
  stop: '. ',
  saysYears: (name, n, first, last) =>
    n === 1
      ? `${name}\u00a0: ${first}`
      : `${name}\u00a0: ${counted(n, { one: '# chiffre annuel', other: '# chiffres annuels' })}, de ${first} à ${last}`,
  saysGaps: (years) => `aucun chiffre pour ${years}`,
  saysSpans: (name, n) =>
    `${name}\u00a0: ${counted(n, { one: 'un chiffre pour une période autre qu’une année', other: '# chiffres pour des périodes autres qu’une année' })}`,
  inYear: (figure, year) => `${figure} (${year})`,
  chartKey:
    'Une barre horizontale est un total de plusieurs années. Une barre verticale est la fourchette que laisse un chiffre comme «\u00a0au moins\u00a0» ou «\u00a0moins de\u00a0». Un signe au bord inférieur n’est pas un zéro\u00a0: il dit pourquoi il n’y a pas de nombre. Chaque repère est un lien vers sa source.',
  more: (shown) =>
    `Les ${shown} premiers sont affichés. Choisissez moins de répondants ou d’indicateurs pour voir les autres.`,
  rising: 'En hausse',
  falling: 'En baisse',
  reasonOf(reason, n, show) {
    switch (reason.code) {
      case 'under-five-points':
        return `pas d’indication\u00a0: ${reason.n === 0 ? 'aucun chiffre annuel' : counted(reason.n, { one: '# chiffre annuel', other: '# chiffres annuels' })}, il en faut ${reason.needed}`;
      case 'significant':
        return `n = ${n}, ${show(reason.p)}`;
      case 'not-significant':
        return `pas de tendance significative\u00a0: n = ${n}, ${show(reason.p)}\u00a0; cela ne veut pas dire que rien n’a changé`;
      case 'censored-figures-decide':
        return `pas d’indication\u00a0: le résultat dépend de ${counted(reason.censored, { one: '# chiffre qui est une fourchette', other: '# chiffres qui sont des fourchettes' })} (n = ${n}, de ${show(reason.pLow)} à ${show(reason.pHigh)})`;
      case 'all-figures-equal':
        return `aucune\u00a0: les ${n} chiffres sont égaux`;
    }
  },
  cite: 'Pour citer',
  citation: (what, day, position) => `Rapporteur, ${what}, tel que reçu au ${day}, position ${position}`,
  fixedAddress: 'adresse permanente',
  download: 'Télécharger',
  downloadChart: (name) => `Télécharger SVG\u00a0: ${name}`,
  close: 'Fermer',
  source: 'Source du chiffre',
  eventTitle: 'Événement',
  value: 'Chiffre',
  period: 'Période',
  qualifier: 'Qualificatif',
  paragraph: 'Paragraphe',
  footnote: 'Note de bas de page',
  row: 'Ligne',
  note: 'Remarque',
  asWritten: 'Tel qu’écrit',
  reply: 'Réponse',
  receivedOn: 'Reçu le',
  onOrBefore: (day) => `${day} ou avant`,
  history: 'Historique',
  was: 'Avant',
  became: 'Après',
  changedTo: (before, after) => `${before} → ${after}`,
  recorded: 'Enregistré le',
  recordedBy: 'par',
  onBehalfOf: 'Au nom de',
  reason: 'Motif',
  noReason: 'non indiqué',
  nothing: 'rien',
  showEvent: (event) => `Événement ${event}`,
  rawEvent: 'L’événement tel qu’il a été enregistré',
  notCurrent:
    'À la date affichée, aucune réponse ne donne ce chiffre\u00a0; son historique figure ci-dessous.',
  roundFacts: {
    mandate: 'Mandat',
    symbol: 'Document',
    noteVerbaleOn: 'Note verbale du',
    replyBy: 'Réponse demandée pour le',
    cutOff: 'Date de clôture',
    compiledBy: 'Établi par',
  },
  roundCounts: (asked, listed, replies, late) =>
    `Sollicités\u00a0: ${asked}. Indiqués comme ayant répondu\u00a0: ${listed}. Avec une réponse\u00a0: ${replies}, dont tardives\u00a0: ${late}.`,
  unknown: 'inconnu',
  matrix: 'Répondants et thèmes du cycle',
  respondent: 'Répondant',
  asked: 'Sollicité',
  noReply: 'pas de réponse',
  listed: 'Indiqué',
  replied: 'A répondu',
  late: 'Tardive',
  replyLanguage: 'Langue',
  figures: 'Chiffres',
  findings: 'Constatations',
  withdrawn: 'retirée',
  yes: 'oui',
  no: 'non',
  themes: 'Thèmes',
  theme: 'Thème',
  topic: 'Sujet',
  allTopics: 'Tous les sujets',
  copy: 'Copier la liste',
  copied: 'Copié',
  countStates: (n) => counted(n, { one: '# répondant', other: '# répondants' }),
  kinds: {
    'cited-but-not-listed': 'Cité mais non indiqué',
    'listed-but-not-cited': 'Indiqué mais non cité',
    'name-spelt-otherwise': 'Nom écrit autrement',
    'part-exceeds-whole': 'Partie supérieure au tout',
    'conflicting-figures': 'Chiffres contradictoires',
    'implied-finding-missing': 'Constatation implicite manquante',
    'figure-not-in-quote': 'Chiffre que sa source ne dit pas',
    'figure-not-applicable': 'Chiffre là où il est sans objet',
  },
  places: 'Emplacements',
  message: 'Ce qui ne concorde pas',
  kind: 'Type',
  noInconsistencies: 'Rien ne se contredit dans ce qui est affiché.',
  noFindings: 'Aucune constatation ne correspond. Choisissez un autre sujet.',
  noRounds:
    'Aucun cycle n’est ouvert. Ouvrez-en un dans la vue «\u00a0Cycle\u00a0», ou par l’API (voir sa documentation).',
};
