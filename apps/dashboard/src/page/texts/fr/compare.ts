/** The words of one indicator and of States compared with one another, in French. */
import { countedIn } from '../counted.js';
import type { enAbout, enCompare, enOfIndicator } from '../en/compare.js';

const counted = countedIn('fr');

/** What is said of one indicator. */
export const frOfIndicator: typeof enOfIndicator = {
  what: 'Ce que compte un indicateur, qui le déclare et depuis quand, et dans quels États il augmente ou diminue. Chaque État compte à sa manière\u00a0: comparez un État avec lui-même, non avec d’autres.',
  choose: 'Choisissez un indicateur.',
  nobody: 'Personne n’a déclaré cet indicateur.',
  unit: 'Compté en',
  definition: 'Définition',
  years: 'Chiffres annuels',
  latest: 'Dernier chiffre',
  change: 'Variation par rapport à l’année précédente',
  sortedBy:
    'Les en-têtes munis d’un bouton trient les lignes\u00a0; les lignes sans ce nombre viennent en dernier.',
  breaks: 'Nouveau mode de comptage à partir de',
};

/** Ce que disent les parties « À propos » et « Monde et régions ». */
export const frAbout: typeof enAbout = {
  who: 'Qui le déclare',
  caveats: 'Ruptures et réserves',
  noBreak: 'Aucune rupture de série n’est signalée.',
  breaks: 'Compté d’une nouvelle manière',
  approximations: (n) =>
    counted(n, { one: '# chiffre est une approximation', other: '# chiffres sont des approximations' }),
  conflicts: (n) =>
    counted(n, {
      one: '# chiffre a plusieurs valeurs dans une même réponse',
      other: '# chiffres ont plusieurs valeurs dans une même réponse',
    }),
  spans: (n) =>
    counted(n, {
      one: '# chiffre porte sur une autre période qu’une année',
      other: '# chiffres portent sur d’autres périodes qu’une année',
    }),
  methods: 'Comment il est établi',
  method: [
    'Un chiffre est ce que dit une réponse\u00a0: un nombre exact, une fourchette telle que «\u00a0moins de 5\u00a0», une approximation, ou la raison pour laquelle il n’y a pas de nombre. Rien n’est complété, et une fourchette est prise comme fourchette.',
    'Les chiffres de deux jeux de données ne forment jamais une même série. À partir d’une rupture, un État compte d’une nouvelle manière\u00a0: rien n’est calculé par-delà.',
    'Une hausse ou une baisse est indiquée pour des chiffres annuels, au moins cinq depuis la dernière rupture, lorsque le test de Mann-Kendall donne un p inférieur à 0,05 pour tous les nombres que permettent les fourchettes. «\u00a0Sans tendance significative\u00a0» ne veut pas dire que rien n’a changé.',
    'p est la probabilité que les mêmes chiffres, rangés au hasard, montent ou descendent au moins aussi nettement.',
    'Une variation se rapporte à l’année précédente, lorsque les deux années ont un nombre et qu’aucune rupture ne les sépare.',
  ],
  inFull: (file) => `Les méthodes au complet, avec l’origine de chacune\u00a0: ${file} du programme.`,
  sources: 'Sources',
  publisher: 'Éditeur',
  licence: 'Licence',
  noLicence: 'aucune licence n’est indiquée\u00a0; demandez à l’éditeur avant de transmettre les chiffres',
  unknown: 'inconnu ici',
  received: 'Dernière réception',
  ofReporting: (k, n) => `${k} sur ${n}`,
  since: 'Depuis',
  noDirection: 'sans indication',
  report: 'États qui le déclarent',
  rows: 'Le nombre de ceux qui le déclarent est rapporté à toutes les zones que M49 compte dans une région. Un État est compté dans sa région, dans les régions qui l’englobent et dans le monde\u00a0: les lignes ne s’additionnent pas. Chaque nombre mène à ses États\u00a0; le nom d’une région mène aux sommes des États qui ont un chiffre chaque année.',
};

export const frCompare: typeof enCompare = {
  parts: {
    directions: 'Où il augmente ou diminue',
    regions: 'Monde et régions',
    about: 'À propos',
    crossing: 'Deux indicateurs croisés',
    ranking: 'Classement',
    map: 'Carte',
    changes: 'Changements',
    together: 'Une région ou des États ensemble',
  },
  together: {
    who: 'Région ou États',
    shown: 'Affichage',
    share: 'part du total',
    total: 'Ensemble',
    choose:
      'Choisissez une région, ou des États d’une liste de votre choix, par exemple les États nordiques\u00a0: leurs chiffres sont additionnés pour chaque année, pour ceux qui ont un chiffre chaque année. L’adresse garde la liste.',
    reported: (k, n, from, to) =>
      `${k} sur ${n} ont un chiffre pour chaque année de ${from} à ${to}\u00a0; seuls ceux-ci sont additionnés.`,
    caution:
      'Une somme indique ce que ces États ont déclaré ensemble, et non l’ampleur de la traite\u00a0: chaque État compte, cherche et déclare à sa manière.',
    behind: 'Chaque année mène aux chiffres qui composent sa somme.',
    nobody: 'Personne n’a de chiffre pour chacune de ces années. Choisissez moins d’années.',
    summed: (n) => `Additionnés\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
    notSummed: (n) => `Non additionnés\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
    lacks: 'Années sans chiffre qui puisse être additionné',
    refused: (n) =>
      `Non additionnés, parce que la partie dépasse le total\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
    exceeds: 'Années où la partie dépasse le total',
  },
  leftOut: (names) => `Exclus, parce que d’autres comptent aussi ce qu’ils comptent\u00a0: ${names}.`,
  second: 'Second indicateur',
  choose:
    'Choisissez un second indicateur\u00a0: les États sont alors présentés selon l’évolution des deux, par exemple des condamnations en baisse alors que les victimes détectées sont en hausse.',
  isSo: (name, direction) => `${name} (${direction})`,
  found: (n, what) => `${counted(n, { one: '# État', other: '# États' })}\u00a0: ${what}.`,
  counted: (both, one, neither) =>
    `Seuls sont comptés les États pour lesquels une évolution (en hausse, en baisse ou sans tendance significative) est indiquée pour les deux\u00a0: ${both}. Pour l’un des deux seulement\u00a0: ${one}. Pour aucun\u00a0: ${neither}. Rien n’est indiqué lorsque les chiffres sont trop peu nombreux ou que le résultat dépend de fourchettes.`,
  matrix: 'États selon l’évolution des deux',
  directionOf: (name) => `Évolution\u00a0: ${name}`,
  onlyOne: (n) =>
    `Évolution indiquée pour l’un des deux seulement\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
  noneBoth: 'Aucun État n’a ici une évolution indiquée pour les deux.',
  noneSuch: 'Aucun État ne présente ces évolutions.',
  ranking: {
    by: 'Classer selon',
    ratio: (name, over) => `${name} (${over})`,
    year: 'Année',
    ofYear: (year, figures) => `${year} (${figures})`,
    rank: 'Rang',
    population: 'Population',
    interval: 'Intervalle (95\u00a0%)',
    drawn: (end) => `de 0 à ${end}\u00a0; flèche\u00a0: au-delà`,
    reported: (k, n, year) =>
      n === '1'
        ? `Le seul État qui a déclaré cet indicateur a un chiffre pour ${year}.`
        : `${k} des ${n} États qui ont déclaré cet indicateur ${k === '1' ? 'a' : 'ont'} un chiffre pour ${year}.`,
    counts: (ranked, ranges, without) =>
      `Classés\u00a0: ${ranked}. Fourchette, donc sans rang\u00a0: ${ranges}. Sans rien à classer\u00a0: ${without}.`,
    caution:
      'Un rang dit qui a déclaré davantage cette année-là, et non où la traite est plus fréquente\u00a0: les États comptent, cherchent et déclarent chacun à sa manière. Lorsque les intervalles se recouvrent, l’ordre n’est pas certain.',
    ranges: (n) => `Fourchettes, sans rang\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
    without: (n) =>
      `Un chiffre, mais rien à classer\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
    missing: (n, year) =>
      `Aucun chiffre pour ${year}\u00a0: ${counted(n, { one: '# État', other: '# États' })}`,
    noOther: (name, year) => `aucun chiffre de ${year} par lequel diviser\u00a0: ${name}`,
    why: 'Pourquoi',
    noneRanked: 'Aucun de ces chiffres ne peut être classé.',
  },
};
