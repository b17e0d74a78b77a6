/** The words of trends, charts and the way from case to court, in Spanish. */
import { countedIn } from '../counted.js';
import type { enCharts } from '../en/charts.js';

const counted = countedIn('es');

export const esCharts: typeof enCharts = {
  breakdown: 'Desglose',
  breakdowns: {
    total: 'solo el total',
    all: 'el total y cada parte',
    by: (dimensions) => `por ${dimensions}`,
  },
  drawn: 'Representación de las cifras',
  options: 'Opciones',
  scale: 'Escala',
  scales: { linear: 'normal', log: 'logarítmica', index: 'índice' },
  base: 'Año base del índice',
  baseUsual: (year) => `${year} (donde la mayoría tiene uno)`,
  indexIs: (index, base) => `índice ${index}, ${base} = 100`,
  indexNote: (base) =>
    `Índice: cada cifra como porcentaje de la de ${base}. Los totales de varios años no lo tienen, ni tampoco los años que una ruptura separa de ${base}.`,
  noBase: 'Sin índice: ninguna serie tiene una cifra exacta mayor que cero que sirva de base.',
  noIndex: (name, base, reason) =>
    `Sin índice para ${name}: ${
      {
        missing: `no hay cifra para ${base}`,
        zero: `la cifra de ${base} es cero`,
        censored: `la cifra de ${base} es un intervalo`,
        approximate: `la cifra de ${base} es una aproximación`,
        conflicting: `las cifras de ${base} se contradicen`,
      }[reason]
    }`,
  withoutIndex: (n) => counted(n, { one: '# serie no tiene índice', other: '# series no tienen índice' }),
  logNote:
    'Escala logarítmica: a distancias iguales, razones iguales. No tiene cero, por lo que los ceros están bajo la línea de puntos y los intervalos que llegan a cero bajan hasta ella.',
  axis: 'Máximo de las escalas',
  axes: { own: 'propio de cada gráfico', same: 'el mismo para todos' },
  layout: 'Disposición',
  layouts: { facets: 'gráfico y cuadro de cada uno', multiples: 'gráficos pequeños, un solo cuadro' },
  order: 'Orden',
  orders: {
    name: 'por nombre',
    latest: 'por la cifra más reciente, de mayor a menor',
    direction: 'primero las tendencias claras',
  },
  conflicting: 'cifras contradictorias',
  break: 'ruptura',
  sinceBreak: (year) => `desde la ruptura de ${year}`,
  breakIn: (year) => `contado de otro modo desde ${year}`,
  saysBreaks: (years) => `contado de otro modo desde ${years}`,
  saysConflicts: (years) => `cifras contradictorias para ${years}`,
  saysMissing: (reason, years) => `${reason} para ${years}`,
  saysOnlyMissing: (name, reasons) => `${name}: ${reasons}`,
  signs: 'Signos donde no hay número',
  saysRanges: (n) => counted(n, { one: '# cifra es un intervalo', other: '# cifras son intervalos' }),
  offAxis: (n) =>
    counted(n, {
      one: '# cifra de un período abierto o desconocido figura solo en el cuadro',
      other: '# cifras de un período abierto o desconocido figuran solo en el cuadro',
    }),
  overview: (respondents, series) =>
    `${counted(respondents, { one: '# encuestado', other: '# encuestados' })}, ${counted(series, { one: '# serie', other: '# series' })}`,
  overviewDirections: (rising, falling, none, silent) =>
    `En aumento: ${rising}; en descenso: ${falling}; sin tendencia significativa: ${none}; sin indicación: ${silent} (muy pocas cifras, o el resultado depende de intervalos).`,
  drawing: (done, all) => `Ya se muestran ${done} de ${all}`,
  someShown: (shown, all) =>
    `Se muestran ${shown} de ${all} gráficos; el cuadro contiene las cifras de todos.`,
  showMore: (n) => counted(n, { one: 'Mostrar # gráfico más', other: 'Mostrar # gráficos más' }),
  showAll: (n) => counted(n, { one: 'Mostrar # gráfico', other: 'Mostrar los # gráficos' }),
  legend: 'Líneas',
  table: 'Cuadro de todas las cifras mostradas',
  howToRead: 'Cómo leer los gráficos',
  keyboard: 'En un gráfico, las teclas de flecha pasan de una marca a otra e Intro abre la fuente.',
  shapes:
    'Una marca hueca es una aproximación; las marcas ✳ son cifras contradictorias de una misma respuesta, todas ellas; una línea vertical discontinua es una ruptura: los años a uno y otro lado se cuentan de distinta manera.',
  pictureSource: (collection, day, position) =>
    `Fuente: respuestas de los gobiernos, conjunto de datos ${collection}, tal como se habían recibido al ${day}, posición ${position}. Rapporteur.`,
  data: 'las cifras como datos',
  downloadAll: (format) => `Descargar ${format}`,
  downloadOne: (format, name) => `Descargar ${format}: ${name}`,
  failed: (what) => `No se pudo crear: ${what}`,
  truncated: (shown) => `Solo se muestran las primeras ${shown} series.`,
  rates: {
    shownAs: 'Mostrado como',
    number: 'número',
    per: (per) => `por ${per} personas`,
    unit: (unit, per) => `${unit} por ${per} personas`,
    of: (rate, per) => `${rate} por ${per} personas`,
    by: (figure, people, year, round) => `${figure} entre ${people} habitantes en ${year} (${round})`,
    none: 'sin tasa',
    noRate: (why) => `sin tasa (${why})`,
    noneCount: (n, why) => `${n} sin tasa: ${why}`,
    says: (name, n, per, first, last) =>
      n === 1
        ? `${name}: una tasa por ${per} personas, ${first}`
        : `${name}: ${n} tasas por ${per} personas, de ${first} a ${last}`,
    saysNone: (name) => `${name}: no puede darse ninguna tasa`,
    drawn: (per) =>
      `Por ${per} personas: cada cifra anual se divide entre la población de la misma zona y el mismo año. Entre paréntesis, y como línea vertical fina, el intervalo exacto que deja el azar (Poisson, 95\u00a0%); una cifra como «<5» da un intervalo. Los totales de varios años no tienen tasa, y nada se divide entre la población de otro año.`,
    population: (source, licence, round) =>
      `Población que viene con el programa: ${source} (${licence}), publicación ${round}.`,
    ownPopulation: (rounds) => `Población importada: ${rounds}.`,
    withoutRate: (n) => counted(n, { one: '# cifra no tiene tasa', other: '# cifras no tienen tasa' }),
    incomplete: (n) => `Solo se pidieron las primeras ${n} tasas. Elija menos encuestados o indicadores.`,
    reasons: {
      'not-one-year': 'no es de un solo año',
      conflicting: 'cifras contradictorias',
      approximate: 'una aproximación cuyo margen se desconoce',
      'no-number': 'ningún número',
      'no-population': 'no se conoce la población de esa zona y ese año',
      'population-known-later': 'la población aún no se conocía',
      'population-no-number': 'la población no es un número exacto',
    },
  },
  choices: {
    regions: 'Regiones',
    hint: 'Escriba un nombre o código; las flechas mueven, Intro elige, Esc cierra.',
    none: 'Ningún nombre coincide.',
    count: (n) => counted(n, { one: '# nombre', other: '# nombres' }),
    remove: (name) => `Quitar ${name}`,
    chosen: (name) => `Elegido: ${name}`,
    figures: (n) => counted(n, { one: '# cifra', other: '# cifras' }),
    noFigures: 'sin cifras',
    all: 'todos',
    clear: 'Volver a elegir todos',
  },
  court: {
    intro:
      'Casos, detenciones, enjuiciamientos y condenas de un encuestado por año, y las razones entre cifras del mismo año.',
    sameYear: 'Razones del mismo año, no de una cohorte',
    sameYearNote:
      'Las dos cifras de una razón son del mismo año. Las personas condenadas en un año no son necesariamente las enjuiciadas en él, así que no es una tasa de éxito de los casos y puede ser superior a 1.',
    ratios: {
      'arrests-per-case': 'Detenciones por caso',
      'prosecutions-per-arrest': 'Enjuiciamientos por detención',
      'convictions-per-prosecution': 'Condenas por enjuiciamiento',
    },
    ratioIs: (name, year, value) => `${name}, ${year} (mismo año): ${value}`,
    noRatio: 'sin razón: el divisor es cero',
    numerator: 'Numerador',
    denominator: 'Denominador',
    none: 'Este encuestado no tiene cifras del caso al tribunal en este conjunto de datos.',
    noRatios: 'No hay dos de estas cifras que sean del mismo año.',
    step: 'Etapa',
    from: (low) => `${low} o más`,
    upTo: (high) => `${high} o menos`,
    between: (low, high) => `de ${low} a ${high}`,
    unlimited: 'no acotado por las cifras',
  },
};
