/** The words of trends, charts and the way from case to court, in French. */
import { countedIn } from '../counted.js';
import type { enCharts } from '../en/charts.js';

const counted = countedIn('fr');

export const frCharts: typeof enCharts = {
  breakdown: 'Ventilation',
  breakdowns: {
    total: 'total seulement',
    all: 'total et chaque partie',
    by: (dimensions) => `par ${dimensions}`,
  },
  drawn: 'Représentation des chiffres',
  options: 'Options',
  scale: 'Échelle',
  scales: { linear: 'ordinaire', log: 'logarithmique', index: 'indice' },
  base: 'Année de base de l’indice',
  baseUsual: (year) => `${year} (où la plupart en ont un)`,
  indexIs: (index, base) => `indice ${index}, ${base} = 100`,
  indexNote: (base) =>
    `Indice\u00a0: chaque chiffre en pour cent de celui de ${base}. Les totaux de plusieurs années n’en ont pas, ni les années qu’une rupture sépare de ${base}.`,
  noBase: 'Pas d’indice\u00a0: aucune série n’a de chiffre exact supérieur à zéro qui puisse servir de base.',
  noIndex: (name, base, reason) =>
    `Pas d’indice pour ${name}\u00a0: ${
      {
        missing: `aucun chiffre pour ${base}`,
        zero: `le chiffre de ${base} est zéro`,
        censored: `le chiffre de ${base} est une fourchette`,
        approximate: `le chiffre de ${base} est une approximation`,
        conflicting: `les chiffres de ${base} se contredisent`,
      }[reason]
    }`,
  withoutIndex: (n) => counted(n, { one: '# série n’a pas d’indice', other: '# séries n’ont pas d’indice' }),
  logNote:
    'Échelle logarithmique\u00a0: à distances égales, rapports égaux. Elle n’a pas de zéro\u00a0: les zéros sont placés sous la ligne pointillée, et les fourchettes qui vont jusqu’à zéro y descendent.',
  axis: 'Maximum des échelles',
  axes: { own: 'propre à chaque graphique', same: 'le même pour tous' },
  layout: 'Disposition',
  layouts: { facets: 'un graphique et un tableau chacun', multiples: 'petits graphiques, un seul tableau' },
  order: 'Ordre',
  orders: {
    name: 'par nom',
    latest: 'par chiffre le plus récent, décroissant',
    direction: 'évolutions nettes en premier',
  },
  conflicting: 'chiffres contradictoires',
  break: 'rupture',
  sinceBreak: (year) => `depuis la rupture de ${year}`,
  breakIn: (year) => `compté autrement à partir de ${year}`,
  saysBreaks: (years) => `compté autrement à partir de ${years}`,
  saysConflicts: (years) => `chiffres contradictoires pour ${years}`,
  saysMissing: (reason, years) => `${reason} pour ${years}`,
  saysOnlyMissing: (name, reasons) => `${name}\u00a0: ${reasons}`,
  signs: 'Signes là où il n’y a pas de nombre',
  saysRanges: (n) =>
    counted(n, { one: '# chiffre est une fourchette', other: '# chiffres sont des fourchettes' }),
  offAxis: (n) =>
    counted(n, {
      one: '# chiffre d’une période ouverte ou inconnue figure dans le tableau seulement',
      other: '# chiffres d’une période ouverte ou inconnue figurent dans le tableau seulement',
    }),
  overview: (respondents, series) =>
    `${counted(respondents, { one: '# répondant', other: '# répondants' })}, ${counted(series, { one: '# série', other: '# séries' })}`,
  overviewDirections: (rising, falling, none, silent) =>
    `En hausse\u00a0: ${rising}\u00a0; en baisse\u00a0: ${falling}\u00a0; sans tendance significative\u00a0: ${none}\u00a0; sans indication\u00a0: ${silent} (trop peu de chiffres, ou le résultat dépend de fourchettes).`,
  drawing: (done, all) => `${done} sur ${all} sont déjà affichés`,
  someShown: (shown, all) =>
    `${shown} graphiques sur ${all} sont affichés\u00a0; le tableau contient les chiffres de tous.`,
  showMore: (n) =>
    counted(n, { one: 'Afficher # graphique de plus', other: 'Afficher # graphiques de plus' }),
  showAll: (n) => counted(n, { one: 'Afficher # graphique', other: 'Afficher les # graphiques' }),
  legend: 'Courbes',
  table: 'Tableau de tous les chiffres affichés',
  howToRead: 'Comment lire les graphiques',
  keyboard: 'Dans un graphique, les touches fléchées vont d’un repère à l’autre, Entrée ouvre la source.',
  shapes:
    'Un repère creux est une approximation\u00a0; les repères ✳ sont les chiffres contradictoires d’une même réponse, tous montrés\u00a0; une ligne verticale en tirets est une rupture\u00a0: de part et d’autre, les années sont comptées différemment.',
  pictureSource: (collection, day, position) =>
    `Source\u00a0: réponses des gouvernements, jeu de données ${collection}, telles que reçues au ${day}, position ${position}. Rapporteur.`,
  data: 'les chiffres sous forme de données',
  downloadAll: (format) => `Télécharger ${format}`,
  downloadOne: (format, name) => `Télécharger ${format}\u00a0: ${name}`,
  failed: (what) => `Échec\u00a0: ${what}`,
  truncated: (shown) => `Seules les ${shown} premières séries sont affichées.`,
  rates: {
    shownAs: 'Affiché en',
    number: 'nombre',
    per: (per) => `pour ${per} personnes`,
    unit: (unit, per) => `${unit} pour ${per} personnes`,
    of: (rate, per) => `${rate} pour ${per} personnes`,
    by: (figure, people, year, round) => `${figure} pour ${people} habitants en ${year} (${round})`,
    none: 'aucun taux',
    noRate: (why) => `aucun taux (${why})`,
    noneCount: (n, why) => `${n} sans taux\u00a0: ${why}`,
    says: (name, n, per, first, last) =>
      n === 1
        ? `${name}\u00a0: un taux pour ${per} personnes, ${first}`
        : `${name}\u00a0: ${n} taux pour ${per} personnes, de ${first} à ${last}`,
    saysNone: (name) => `${name}\u00a0: aucun taux ne peut être donné`,
    drawn: (per) =>
      `Pour ${per} personnes\u00a0: chaque chiffre annuel est rapporté à la population du même territoire et de la même année. Entre parenthèses, et en trait vertical fin, l’intervalle exact que laisse le hasard (Poisson, 95\u00a0%)\u00a0; un chiffre tel que «\u00a0<5\u00a0» donne une fourchette. Les totaux de plusieurs années n’ont pas de taux, et rien n’est rapporté à la population d’une autre année.`,
    population: (source, licence, round) =>
      `Population fournie avec le programme\u00a0: ${source} (${licence}), publication ${round}.`,
    ownPopulation: (rounds) => `Population importée\u00a0: ${rounds}.`,
    withoutRate: (n) =>
      counted(n, { one: '# chiffre n’a pas de taux', other: '# chiffres n’ont pas de taux' }),
    incomplete: (n) =>
      `Seuls les ${n} premiers taux ont été demandés. Choisissez moins de répondants ou d’indicateurs.`,
    reasons: {
      'not-one-year': 'ne porte pas sur une seule année',
      conflicting: 'chiffres contradictoires',
      approximate: 'une approximation dont la marge est inconnue',
      'no-number': 'aucun nombre',
      'no-population': 'aucune population connue pour ce territoire et cette année',
      'population-known-later': 'la population n’était pas encore connue',
      'population-no-number': 'la population n’est pas un nombre exact',
    },
  },
  choices: {
    regions: 'Régions',
    hint: 'Tapez un nom ou un code\u00a0; les flèches déplacent, Entrée choisit, Échap ferme.',
    none: 'Aucun nom ne correspond.',
    count: (n) => counted(n, { one: '# nom', other: '# noms' }),
    remove: (name) => `Enlever ${name}`,
    chosen: (name) => `Choisi\u00a0: ${name}`,
    figures: (n) => counted(n, { one: '# chiffre', other: '# chiffres' }),
    noFigures: 'aucun chiffre',
    all: 'tous',
    clear: 'Tout choisir de nouveau',
  },
  court: {
    intro:
      'Affaires, arrestations, poursuites et condamnations d’un répondant par année, et rapports entre chiffres de la même année.',
    sameYear: 'Rapports de la même année, sans suivi de cohorte',
    sameYearNote:
      'Les deux chiffres d’un rapport sont de la même année. Les personnes condamnées une année ne sont pas forcément celles qui ont été poursuivies cette année-là\u00a0: ce n’est donc pas un taux de réussite, et le rapport peut dépasser 1.',
    ratios: {
      'arrests-per-case': 'Arrestations par affaire',
      'prosecutions-per-arrest': 'Poursuites par arrestation',
      'convictions-per-prosecution': 'Condamnations par poursuite',
    },
    ratioIs: (name, year, value) => `${name}, ${year} (même année)\u00a0: ${value}`,
    noRatio: 'pas de rapport\u00a0: le diviseur est zéro',
    numerator: 'Numérateur',
    denominator: 'Dénominateur',
    none: 'Ce répondant n’a pas de chiffres, de l’affaire au tribunal, dans ce jeu de données.',
    noRatios: 'Aucune paire de ces chiffres n’est de la même année.',
    step: 'Étape',
    from: (low) => `${low} ou plus`,
    upTo: (high) => `${high} ou moins`,
    between: (low, high) => `de ${low} à ${high}`,
    unlimited: 'non borné par les chiffres',
  },
};
