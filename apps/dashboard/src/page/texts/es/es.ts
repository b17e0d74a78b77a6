/** The page's own words in Spanish. */
import { countedIn } from '../counted.js';
import type { Texts } from '../en/en.js';
import { esAccess } from './access.js';
import { esCharts } from './charts.js';
import { esChecks } from './checks.js';
import { esAbout, esCompare, esOfIndicator } from './compare.js';
import { esMap } from './map.js';
import { esShare } from './share.js';
import { esEvidence } from './evidence.js';
import { esLive } from './live.js';
import { esImport } from './import.js';
import { esOpening } from './opening.js';
import { esOverview } from './overview.js';
import { esMissing } from './missing.js';
import { esReport } from './report.js';
import { esSession } from './session.js';
import { esSubmit } from './submit.js';
import { esWorkbench } from './workbench.js';
import { esTravel } from './travel.js';
import { esWebhooks } from './webhooks.js';
import { esWords } from './words.js';

const counted = countedIn('es');

export const es: Texts = {
  ...esLive,
  ...esEvidence,
  overview: esOverview,
  import: esImport,
  words: esWords,
  submit: esSubmit,
  workbench: esWorkbench,
  opening: esOpening,
  session: esSession,
  access: esAccess,
  webhooks: esWebhooks,
  travel: esTravel,
  checks: esChecks,
  compare: esCompare,
  map: esMap,
  share: esShare,
  report: esReport,
  missing: esMissing,
  title: 'Rapporteur',
  subtitle: 'Respuestas de los gobiernos a las encuestas de las Naciones Unidas',
  skip: 'Ir al contenido',
  language: 'Idioma',
  views: 'Vistas',
  documentation: 'Documentación de la API',
  pages: {
    overview: 'Panorama',
    differences: 'Diferencias',
    import: 'Importar',
    trends: 'Tendencias',
    court: 'Del caso al tribunal',
    state: 'Estado',
    indicator: 'Indicador',
    round: 'Ronda',
    report: 'Informe',
    findings: 'Conclusiones',
    inconsistencies: 'Incoherencias',
    discrepancies: 'Discrepancias',
    submit: 'Presentar',
    workbench: 'Mesa de codificación',
    access: 'Permisos',
    webhooks: 'Notificaciones',
  },
  state: {
    what: 'Lo que dijo un Estado: sus cifras, sus conclusiones, con sus propias palabras cuando se conserva su carta, y lo que no concuerda.',
    choose: 'Elija un Estado.',
    rounds: 'Rondas a las que respondió',
    figures: 'Cifras',
    allFigures: 'Todas sus cifras, con sus desgloses',
    noFigures: 'No hay cifras de este Estado.',
  },
  ofIndicator: esOfIndicator,
  aboutIndicator: esAbout,
  charts: esCharts,
  loading: 'Consultando al servidor…',
  away: 'El servidor no responde. Compruebe que está en marcha (npm start); la página vuelve a preguntar cada tres segundos.',
  refused: 'El servidor no puede responder a esto. ',
  unknownRespondent: (name: string) => `Ningún encuestado se llama «${name}».`,
  mayMean: 'Lo que puede querer decirse: ',
  startAnew: 'Empezar de nuevo sin nada elegido',
  empty:
    'Aún no se ha recibido ninguna respuesta. Envíe una mediante la API (véase su documentación) o importe un archivo.',
  nothingMatches: 'Ninguna cifra corresponde a esta elección. Elija otros encuestados, indicadores o años.',
  choose: 'Elegir lo que se muestra',
  collection: 'Conjunto de datos',
  allCollections: 'Todos los conjuntos de datos',
  respondents: 'Encuestados',
  indicators: 'Indicadores',
  allChosen: 'todos',
  search: 'Buscar',
  clear: 'Borrar',
  from: 'Desde el año',
  to: 'Hasta el año',
  receivedBy: 'Según lo conocido el',
  today: 'hoy',
  breakdownTotal: 'total',
  units: {
    case: 'casos',
    person: 'personas',
    victim: 'víctimas',
    offence: 'delitos',
    item: 'unidades',
    event: 'actos',
  },
  indicator: 'Indicador',
  otherPeriods: 'Otros períodos',
  direction: 'Evolución',
  tableOf: (name, unit) => `Cifras: ${name} (unidad: ${unit})`,
  chartOf: (name, unit) => `Gráfico: ${name} (unidad: ${unit})`,
  noFigure: 'sin cifra',
  qualifiers: {
    exact: 'exacta',
    'at-least': 'al menos',
    'fewer-than': 'menos de',
    approximately: 'aproximadamente',
    'none-known': 'ninguno conocido (no es cero)',
    'not-available': 'no disponible',
    'not-applicable': 'no se aplica',
    'not-asked': 'no se preguntó',
    withheld: 'reservado (confidencial)',
  },
  upTo: (day) => `hasta ${day}`,
  since: (day) => `desde ${day}`,
  undated: 'sin fecha',
  separator: '; ',
  colon: ': ',
  comma: ', ',
  stop: '. ',
  saysYears: (name, n, first, last) =>
    n === 1
      ? `${name}: ${first}`
      : `${name}: ${counted(n, { one: '# cifra anual', other: '# cifras anuales' })}, de ${first} a ${last}`,
  saysGaps: (years) => `sin cifra para ${years}`,
  saysSpans: (name, n) =>
    `${name}: ${counted(n, { one: 'una cifra de un período que no es un año', other: '# cifras de períodos que no son un año' })}`,
  inYear: (figure, year) => `${figure} (${year})`,
  chartKey:
    'Una barra horizontal es un total de varios años. Una barra vertical es el intervalo que deja una cifra como «al menos» o «menos de». Un signo en el borde inferior no es un cero: dice por qué no hay número. Cada marca es un enlace a su fuente.',
  more: (shown) =>
    `Se muestran los primeros ${shown}. Elija menos encuestados o indicadores para ver los demás.`,
  rising: 'En aumento',
  falling: 'En descenso',
  reasonOf(reason, n, show) {
    switch (reason.code) {
      case 'under-five-points':
        return `sin indicación: ${reason.n === 0 ? 'ninguna cifra anual' : counted(reason.n, { one: '# cifra anual', other: '# cifras anuales' })}, se necesitan ${reason.needed}`;
      case 'significant':
        return `n = ${n}, ${show(reason.p)}`;
      case 'not-significant':
        return `sin tendencia significativa: n = ${n}, ${show(reason.p)}; esto no quiere decir que nada haya cambiado`;
      case 'censored-figures-decide':
        return `sin indicación: depende de ${counted(reason.censored, { one: '# cifra que es un intervalo', other: '# cifras que son intervalos' })} (n = ${n}, de ${show(reason.pLow)} a ${show(reason.pHigh)})`;
      case 'all-figures-equal':
        return `ninguna: las ${n} cifras son iguales`;
    }
  },
  cite: 'Para citar',
  citation: (what, day, position) => `Rapporteur, ${what}, según lo recibido al ${day}, posición ${position}`,
  fixedAddress: 'dirección permanente',
  download: 'Descargar',
  downloadChart: (name) => `Descargar SVG: ${name}`,
  close: 'Cerrar',
  source: 'Fuente de la cifra',
  eventTitle: 'Evento',
  value: 'Cifra',
  period: 'Período',
  qualifier: 'Calificador',
  paragraph: 'Párrafo',
  footnote: 'Nota de pie de página',
  row: 'Fila',
  note: 'Observación',
  asWritten: 'Tal como está escrito',
  reply: 'Respuesta',
  receivedOn: 'Recibida el',
  onOrBefore: (day) => `${day} o antes`,
  history: 'Historial',
  was: 'Antes',
  became: 'Después',
  changedTo: (before, after) => `${before} → ${after}`,
  recorded: 'Registrado el',
  recordedBy: 'por',
  onBehalfOf: 'En nombre de',
  reason: 'Motivo',
  noReason: 'no se indica',
  nothing: 'nada',
  showEvent: (event) => `Evento ${event}`,
  rawEvent: 'El evento tal como se guardó',
  notCurrent:
    'En la fecha que se muestra, ninguna respuesta da esta cifra; su historial figura a continuación.',
  roundFacts: {
    mandate: 'Mandato',
    symbol: 'Documento',
    noteVerbaleOn: 'Nota verbal',
    replyBy: 'Respuesta solicitada para el',
    cutOff: 'Fecha de cierre',
    compiledBy: 'Compilado por',
  },
  roundCounts: (asked, listed, replies, late) =>
    `Consultados: ${asked}. Enumerados como que respondieron: ${listed}. Con respuesta: ${replies}, de ellas tardías: ${late}.`,
  unknown: 'se desconoce',
  matrix: 'Encuestados y temas generales de la ronda',
  respondent: 'Encuestado',
  asked: 'Consultado',
  noReply: 'sin respuesta',
  listed: 'Enumerado',
  replied: 'Respondió',
  late: 'Tardía',
  replyLanguage: 'Idioma',
  figures: 'Cifras',
  findings: 'Conclusiones',
  withdrawn: 'retirada',
  yes: 'sí',
  no: 'no',
  themes: 'Temas generales',
  theme: 'Tema general',
  topic: 'Tema',
  allTopics: 'Todos los temas',
  copy: 'Copiar la lista',
  copied: 'Copiado',
  countStates: (n) => counted(n, { one: '# encuestado', other: '# encuestados' }),
  kinds: {
    'cited-but-not-listed': 'Citado, pero no enumerado',
    'listed-but-not-cited': 'Enumerado, pero no citado',
    'name-spelt-otherwise': 'Nombre escrito de otro modo',
    'part-exceeds-whole': 'Parte mayor que el todo',
    'conflicting-figures': 'Cifras contradictorias',
    'implied-finding-missing': 'Falta una conclusión implícita',
    'figure-not-in-quote': 'Cifra que su fuente no dice',
    'figure-not-applicable': 'Cifra donde no se aplica',
  },
  places: 'Lugares',
  message: 'Qué no concuerda',
  kind: 'Tipo',
  noInconsistencies: 'Nada se contradice en lo que se muestra.',
  noFindings: 'Ninguna conclusión coincide. Elija otro tema.',
  noRounds:
    'No hay ninguna ronda abierta. Abra una en la vista «Ronda» o mediante la API (véase su documentación).',
};
