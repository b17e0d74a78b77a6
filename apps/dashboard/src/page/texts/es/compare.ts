/** The words of one indicator and of States compared with one another, in Spanish. */
import { countedIn } from '../counted.js';
import type { enAbout, enCompare, enOfIndicator } from '../en/compare.js';

const counted = countedIn('es');

/** What is said of one indicator. */
export const esOfIndicator: typeof enOfIndicator = {
  what: 'Lo que cuenta un indicador, quién lo comunica y desde cuándo, y en qué Estados aumenta o disminuye. Cada Estado cuenta a su manera: compare un Estado consigo mismo, no con otros.',
  choose: 'Elija un indicador.',
  nobody: 'Nadie ha comunicado este indicador.',
  unit: 'Contado en',
  definition: 'Definición',
  years: 'Cifras anuales',
  latest: 'Última cifra',
  change: 'Variación respecto del año anterior',
  sortedBy: 'Los encabezados con botón ordenan las filas; las filas sin ese número van al final.',
  breaks: 'Nueva forma de contar desde',
};

/** Lo que dicen las partes «Acerca de» y «Mundo y regiones». */
export const esAbout: typeof enAbout = {
  who: 'Quién lo comunica',
  caveats: 'Rupturas y salvedades',
  noBreak: 'No se señala ninguna ruptura de serie.',
  breaks: 'Contado de una nueva forma',
  approximations: (n) =>
    counted(n, { one: '# cifra es una aproximación', other: '# cifras son aproximaciones' }),
  conflicts: (n) =>
    counted(n, {
      one: '# cifra tiene varios valores en una misma respuesta',
      other: '# cifras tienen varios valores en una misma respuesta',
    }),
  spans: (n) =>
    counted(n, {
      one: '# cifra corresponde a un período distinto de un año',
      other: '# cifras corresponden a períodos distintos de un año',
    }),
  methods: 'Cómo se elabora',
  method: [
    'Una cifra es lo que dice una respuesta: un número exacto, un intervalo como «menos de 5», una aproximación o el motivo por el que no hay número. Nada se completa, y un intervalo se trata como intervalo.',
    'Las cifras de dos conjuntos de datos nunca forman una misma serie. A partir de una ruptura, un Estado cuenta de otra forma: nada se calcula a través de ella.',
    'Se indica un aumento o un descenso de cifras anuales, cinco o más desde la última ruptura, cuando la prueba de Mann-Kendall da una p inferior a 0,05 para todos los números que admiten los intervalos. «Sin tendencia significativa» no significa que nada haya cambiado.',
    'p es la probabilidad de que las mismas cifras, ordenadas al azar, aumenten o desciendan con al menos la misma claridad.',
    'Una variación se refiere al año anterior, cuando ambos años tienen un número y no hay ruptura entre ellos.',
  ],
  inFull: (file) => `Los métodos completos, con el origen de cada uno: ${file} del programa.`,
  sources: 'Fuentes',
  publisher: 'Editor',
  licence: 'Licencia',
  noLicence: 'no se indica ninguna licencia; consulte al editor antes de transmitir las cifras',
  unknown: 'no se conoce aquí',
  received: 'Última recepción',
  ofReporting: (k, n) => `${k} de ${n}`,
  since: 'Desde',
  noDirection: 'sin indicación',
  report: 'Estados que lo comunican',
  rows: 'El número de los que lo comunican se refiere a todas las zonas que M49 tiene en una región. Un Estado se cuenta en su región, en las regiones que la rodean y en el mundo, por lo que las filas no deben sumarse. Cada número lleva a sus Estados; el nombre de una región lleva a las sumas de los que tienen una cifra en cada año.',
};

export const esCompare: typeof enCompare = {
  parts: {
    directions: 'Dónde aumenta o disminuye',
    regions: 'Mundo y regiones',
    about: 'Acerca de',
    crossing: 'Dos indicadores cruzados',
    ranking: 'Clasificación',
    map: 'Mapa',
    changes: 'Cambios',
    together: 'Una región o Estados juntos',
  },
  together: {
    who: 'Región o Estados',
    shown: 'Se muestra',
    share: 'proporción del total',
    total: 'Suma total',
    choose:
      'Elija una región, o Estados de una lista propia, por ejemplo los nórdicos: sus cifras se suman para cada año, entre los que tienen una cifra en todos los años. La dirección conserva la lista.',
    reported: (k, n, from, to) =>
      `${k} de ${n} tienen una cifra en todos los años de ${from} a ${to}; solo estos se suman.`,
    caution:
      'Una suma dice lo que estos Estados comunicaron juntos, y no cuánta trata hay: cada Estado cuenta, busca y comunica a su manera.',
    behind: 'Cada año lleva a las cifras que forman su suma.',
    nobody: 'Nadie tiene una cifra en todos estos años. Elija menos años.',
    summed: (n) => `Sumados: ${counted(n, { one: '# Estado', other: '# Estados' })}`,
    notSummed: (n) => `No sumados: ${counted(n, { one: '# Estado', other: '# Estados' })}`,
    lacks: 'Años sin una cifra que pueda sumarse',
    refused: (n) =>
      `No se suman, porque la parte supera al total: ${counted(n, { one: '# Estado', other: '# Estados' })}`,
    exceeds: 'Años en que la parte supera al total',
  },
  leftOut: (names) => `Excluidos, porque otros también cuentan lo que ellos cuentan: ${names}.`,
  second: 'Segundo indicador',
  choose:
    'Elija un segundo indicador: los Estados se muestran entonces según la evolución de ambos, por ejemplo, condenas en descenso mientras las víctimas detectadas están en aumento.',
  isSo: (name, direction) => `${name} (${direction})`,
  found: (n, what) => `${counted(n, { one: '# Estado', other: '# Estados' })}: ${what}.`,
  counted: (both, one, neither) =>
    `Solo se cuentan los Estados para los que se indica una evolución (en aumento, en descenso o sin tendencia significativa) de ambos: ${both}. De uno solo de los dos: ${one}. De ninguno: ${neither}. No se indica cuando hay demasiado pocas cifras o el resultado depende de intervalos.`,
  matrix: 'Estados según la evolución de ambos',
  directionOf: (name) => `Evolución: ${name}`,
  onlyOne: (n) =>
    `Evolución indicada de uno solo de los dos: ${counted(n, { one: '# Estado', other: '# Estados' })}`,
  noneBoth: 'Aquí ningún Estado tiene una evolución indicada de ambos.',
  noneSuch: 'Ningún Estado presenta estas evoluciones.',
  ranking: {
    by: 'Ordenar por',
    ratio: (name, over) => `${name} (${over})`,
    year: 'Año',
    ofYear: (year, figures) => `${year} (${figures})`,
    rank: 'Puesto',
    population: 'Población',
    interval: 'Intervalo (95\u00a0%)',
    drawn: (end) => `de 0 a ${end}; flecha: continúa`,
    reported: (k, n, year) =>
      n === '1'
        ? `El único Estado que ha comunicado este indicador tiene una cifra de ${year}.`
        : `${k} de los ${n} Estados que han comunicado este indicador ${k === '1' ? 'tiene' : 'tienen'} una cifra de ${year}.`,
    counts: (ranked, ranges, without) =>
      `Clasificados: ${ranked}. Un intervalo y, por tanto, sin puesto: ${ranges}. Sin nada que clasificar: ${without}.`,
    caution:
      'El puesto dice quién comunicó más ese año, no dónde hay más trata: cada Estado cuenta, busca y comunica a su manera. Donde los intervalos se solapan, el orden no es seguro.',
    ranges: (n) => `Intervalos, sin puesto: ${counted(n, { one: '# Estado', other: '# Estados' })}`,
    without: (n) =>
      `Una cifra, pero nada que clasificar: ${counted(n, { one: '# Estado', other: '# Estados' })}`,
    missing: (n, year) => `Sin cifra de ${year}: ${counted(n, { one: '# Estado', other: '# Estados' })}`,
    noOther: (name, year) => `no hay cifra de ${year} entre la que dividir: ${name}`,
    why: 'Por qué',
    noneRanked: 'Ninguna de estas cifras puede clasificarse.',
  },
};
