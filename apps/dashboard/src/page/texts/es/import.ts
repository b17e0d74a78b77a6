/** The words of importing a file, of words that wait for a decision, and of taking an import back, in Spanish. */
import { countedIn } from '../counted.js';
import type { enImport } from '../en/import.js';

const counted = countedIn('es');

export const esImport: typeof enImport = {
  intro:
    'Un archivo de cifras se convierte en las respuestas de una ronda. Primero se lee y se muestra; nada se guarda antes de que usted lo pida.',
  apart: (where) =>
    `Este servidor es solo de lectura. Los archivos los recibe ingest${where === '' ? '; quien administra este servidor conoce su dirección (aquí es el parámetro INGEST_URL)' : ` en ${where}`}, o npm run import.`,
  needsSignIn: 'Para importar un archivo y decidir el significado de las palabras hay que iniciar sesión.',
  notAllowed:
    'Ninguno de sus roles permite importar archivos ni decidir el significado de las palabras. Un oficial encargado importa, un estadístico decide; un administrador concede estos roles.',
  mayNotImport:
    'Para importar un archivo hace falta el rol de oficial encargado. Usted puede decidir las palabras pendientes.',
  mayNotDecide: 'Un estadístico decide qué significan estas palabras: entonces entran sus filas.',
  file: 'El archivo',
  choose: 'Elija un archivo o suéltelo aquí',
  kinds: 'Una hoja de cálculo (.xlsx), una tabla de texto (.csv) o SDMX (CSV o XML); su contenido lo indica.',
  chosen: (name, size) => `${name}, ${size}`,
  collection: 'Conjunto de datos (su código, como unodc-glotip)',
  round: 'Ronda (como 2023)',
  received: 'Fecha de recepción',
  isPartial: 'El archivo es solo una parte: no retira nada que no mencione',
  mapping: 'Una tabla de correspondencias propia (JSON, si el conjunto de datos no tiene ninguna)',
  more: 'Otros ajustes',
  dayConfirmed: 'La fecha es correcta, aunque sea anterior a la solicitud de respuestas',
  look: 'Leerlo de nuevo',
  lookFirst:
    'Indique el conjunto de datos, la ronda y la fecha: entonces se lee el archivo y usted ve lo que contiene.',
  phases: {
    sending: 'Enviando',
    waiting: 'En espera de otra importación de este conjunto de datos',
    reading: 'Leyendo',
    storing: 'Comparando con lo guardado',
  },
  progress: (done, of) => `${done} de ${counted(of, { one: '# fila', other: '# filas' })}`,
  done: (n) => counted(n, { one: '# fila', other: '# filas' }),
  stop: 'Detener',
  away: 'El servidor no responde. Nada se ha perdido: envíe de nuevo el mismo archivo cuando vuelva, y continuará.',
  refused: 'El archivo no se aceptó: ',
  problemWords: {
    'no-header': 'No se encontraron en él las columnas necesarias.',
    'no-rows': 'No se pudo tomar ninguna de sus filas.',
    'bad-mapping':
      'No hay tabla de correspondencias para este conjunto de datos, o tiene errores. Indique una en «Otros ajustes».',
    'bad-date': 'La fecha de recepción no puede ser correcta.',
    'bad-parameter': 'El conjunto de datos, la ronda o la fecha no tienen la forma debida.',
    'not-a-spreadsheet': 'No es una hoja de cálculo que se pueda leer.',
    'bad-encoding': 'Su texto no está ni en UTF-8 ni en UTF-16.',
    truncated: 'Termina antes de tiempo.',
    damaged: 'Está dañado.',
    'too-large': 'Es demasiado grande.',
    'bad-request': 'La ronda no lo acepta tal como está.',
    'no-role': 'Ninguno de sus roles lo permite.',
    'out-of-scope': 'Su rol lo permite, pero no para este conjunto de datos.',
    'withdraws-much': 'Retiraría gran parte de lo vigente; véase más abajo.',
    'corrected-since': 'Desde entonces se modificaron respuestas de esta importación.',
    'nothing-to-undo': 'Ninguna importación de esta ronda está vigente.',
    'other-events':
      'Entretanto se han modificado respuestas de esta importación, y se desharía más de lo mostrado. No se ha deshecho nada: vuelva a mostrarlo.',
    'another-import':
      'Entretanto se ha importado otro archivo en esta ronda. No se ha deshecho nada: vuelva a mostrarlo.',
    'rights-changed': 'Sus derechos cambiaron entretanto.',
  },
  what: 'Qué contiene',
  sheet: 'Hoja',
  headerRow: 'Encabezado',
  inRow: (row) => `en la fila ${row}`,
  period: 'Período',
  respondents: 'Encuestados',
  rows: 'Filas',
  columns: 'Columnas',
  uses: {
    respondent: 'encuestado',
    period: 'período',
    value: 'cifra',
    indicator: 'indicador',
    breakdown: 'desglose',
    break: 'ruptura de la serie',
    only: 'filas que cuentan',
  },
  unused: (names) => `No se leyó: ${names}`,
  sum: (rows, stored, repeated, refused, waiting) =>
    `${rows} ${rows === '1' ? 'fila' : 'filas'} = guardadas: ${stored} + repetidas: ${repeated} + rechazadas: ${refused} + pendientes: ${waiting}`,
  sumBefore: (rows, stored, repeated, refused, waiting) =>
    `${rows} ${rows === '1' ? 'fila' : 'filas'} = por guardar: ${stored} + repetidas: ${repeated} + rechazadas: ${refused} + que esperarán una palabra: ${waiting}`,
  conflicting: (n) =>
    counted(n, {
      one: '# cifra se da con valores distintos; se conservan todos.',
      other: '# cifras se dan con valores distintos; se conservan todos.',
    }),
  refusedRows: (n) => `Filas rechazadas o pendientes: ${n}`,
  refusedFirst: (n) => `Se enumeran las primeras ${n}.`,
  refusedAll: 'Todas en CSV',
  row: 'Fila',
  why: 'Motivo',
  withdraws: (n, standing) =>
    `Retira ${counted(n, { one: '# cifra', other: '# cifras' })} de las ${standing} vigentes.`,
  withdrawsNothing: 'No retira nada.',
  perhapsBack: (n) =>
    counted(n, {
      one: '# de ellas vuelve, hasta donde se sabe, cuando se decidan las palabras pendientes.',
      other: '# de ellas vuelven, hasta donde se sabe, cuando se decidan las palabras pendientes.',
    }),
  ofWhom: 'De quién',
  figures: 'Cifras',
  years: 'Años',
  fromTo: (first, last) => `de ${first} a ${last}`,
  vanish: (names) => `No queda ninguna cifra de: ${names}.`,
  moreOf: (n) => `y ${n} más`,
  noneLeft: 'no queda ninguna cifra',
  acceptHow: (number) =>
    `Tanto no se retira sin su confirmación. Si debe retirarse todo, escriba el número ${number}:`,
  accept: 'Cuántas cifras pueden retirarse',
  orPartial: 'O, si el archivo es solo una parte de la publicación, indíquelo:',
  takePartial: 'Es solo una parte: no retirar nada',
  wrongNumber: (number) => `No es ${number}.`,
  store: 'Importar',
  storing: 'Importando…',
  stored: (name, round) => `${name} se importó en ${round}.`,
  seeFigures: 'Ver sus cifras',
  seeDifferences: 'Ver en qué difiere de otra publicación',
  another: 'Importar otro archivo',
};
