/** The words of the overview, in French. */
import { countedIn } from '../counted.js';
import type { enOverview } from '../en/overview.js';

const counted = countedIn('fr');

export const frOverview: typeof enOverview = {
  what: 'Ce que les gouvernements disent de la traite des personnes lorsque l’Organisation des Nations Unies les interroge\u00a0: chiffres et constatations, chacun avec la réponse et le paragraphe dont il provient, tels que connus à une date quelconque.',
  search: 'Chercher un État, un indicateur, un thème ou une cote de document',
  searchHint:
    'Dans l’une des six langues\u00a0; les fautes de frappe sont admises. Les flèches choisissent, Entrée ouvre.',
  nothingFound: (typed) =>
    `Rien ne s’appelle «\u00a0${typed}\u00a0». Essayez une partie du nom ou choisissez une vue ci-dessus.`,
  found: (n) => counted(n, { one: '# résultat', other: '# résultats' }),
  kinds: {
    respondent: 'État ou organisation',
    region: 'Région',
    indicator: 'Indicateur',
    topic: 'Thème',
    collection: 'Jeu de données',
    round: 'Cycle',
  },
  collections: 'Ce qui se trouve ici',
  respondents: (n) => counted(n, { one: '# État ou organisation', other: '# États et organisations' }),
  figures: (n) => counted(n, { one: '# chiffre', other: '# chiffres' }),
  findings: (n) => counted(n, { one: '# constatation', other: '# constatations' }),
  years: (first, last) => (first === last ? first : `de ${first} à ${last}`),
  latest: (title, day) =>
    `Dernier cycle\u00a0: ${title}${day ? `, reçu au ${day}` : ', aucune réponse à ce jour'}`,
  toTrends: 'Chiffres au fil des années',
  toRound: 'Qui a répondu',
  toFindings: 'Constatations',
  questions: 'Trois questions, trois réponses tirées des réponses',
  reported: (name) => `${name}\u00a0: combien d’affaires, d’arrestations et de poursuites\u00a0?`,
  directions: 'Dans quels États les condamnations augmentent-elles ou diminuent-elles\u00a0?',
  directionsOf: (source) =>
    `Personnes condamnées, ${source}\u00a0: États selon l’évolution de leurs chiffres annuels`,
  rising: 'en hausse',
  falling: 'en baisse',
  noTrend: 'sans tendance significative',
  rangesDecide: 'dépend de fourchettes',
  tooFew: 'trop peu de chiffres pour conclure',
  measures: 'Que disent faire la plupart des États\u00a0?',
  measuresOf: (source) => `Thèmes selon le nombre d’États qui les ont signalés, ${source}`,
  states: (n) => counted(n, { one: '# État', other: '# États' }),
  seeAll: 'Tout voir',
};
