/** The words of the overview, in Spanish. */
import { countedIn } from '../counted.js';
import type { enOverview } from '../en/overview.js';

const counted = countedIn('es');

export const esOverview: typeof enOverview = {
  what: 'Lo que los gobiernos dicen sobre la trata de personas cuando las Naciones Unidas les preguntan: cifras y conclusiones, cada una con la respuesta y el párrafo de que procede, tal como se conocían en cualquier día.',
  search: 'Buscar un Estado, un indicador, un tema o una signatura de documento',
  searchHint: 'En cualquiera de los seis idiomas; se admiten erratas. Las flechas eligen, Intro abre.',
  nothingFound: (typed) =>
    `Nada se llama «${typed}». Pruebe con una parte del nombre o elija una vista arriba.`,
  found: (n) => counted(n, { one: '# resultado', other: '# resultados' }),
  kinds: {
    respondent: 'Estado u organización',
    region: 'Región',
    indicator: 'Indicador',
    topic: 'Tema',
    collection: 'Conjunto de datos',
    round: 'Ronda',
  },
  collections: 'Qué hay aquí',
  respondents: (n) => counted(n, { one: '# Estado u organización', other: '# Estados y organizaciones' }),
  figures: (n) => counted(n, { one: '# cifra', other: '# cifras' }),
  findings: (n) => counted(n, { one: '# conclusión', other: '# conclusiones' }),
  years: (first, last) => (first === last ? first : `de ${first} a ${last}`),
  latest: (title, day) =>
    `Última ronda: ${title}${day ? `, recibida hasta el ${day}` : ', todavía sin respuestas'}`,
  toTrends: 'Cifras a lo largo de los años',
  toRound: 'Quién respondió',
  toFindings: 'Conclusiones',
  questions: 'Tres preguntas, contestadas a partir de las respuestas',
  reported: (name) => `${name}: ¿cuántos casos, detenciones y enjuiciamientos comunicó?`,
  directions: '¿En qué Estados aumentan o disminuyen las condenas?',
  directionsOf: (source) =>
    `Personas condenadas, ${source}: Estados según la evolución de sus cifras anuales`,
  rising: 'en aumento',
  falling: 'en descenso',
  noTrend: 'sin tendencia significativa',
  rangesDecide: 'depende de intervalos',
  tooFew: 'demasiado pocas cifras para decirlo',
  measures: '¿Qué dicen hacer la mayoría de los Estados?',
  measuresOf: (source) => `Temas según el número de Estados que los comunicaron, ${source}`,
  states: (n) => counted(n, { one: '# Estado', other: '# Estados' }),
  seeAll: 'Ver todo',
};
