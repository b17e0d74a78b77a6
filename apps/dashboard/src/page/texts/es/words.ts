/** The words of deciding what words of files mean, and of taking an import back, in Spanish. */
import { countedIn } from '../counted.js';
import type { enWords } from '../en/words.js';
import { esReasons } from './reasons.js';

const counted = countedIn('es');
const number = (n: number) => counted(n, { one: '#', other: '#' });

export const esWords: typeof enWords = {
  title: 'Palabras pendientes',
  none: 'Ninguna palabra de este conjunto de datos espera una decisión.',
  noCollection:
    'Elija arriba un conjunto de datos o importe un archivo: aquí se pregunta por las palabras que nadie conoce.',
  waiting: (n) =>
    counted(n, { one: '# palabra espera una decisión.', other: '# palabras esperan una decisión.' }),
  firstOnly: (shown) =>
    `Se pregunta por las primeras ${shown}; por las demás, cuando estas se hayan guardado.`,
  region: 'Revisión de palabras',
  place: (at, of) => `${at} de ${of}`,
  dimensions: {
    respondent: 'Encuestado',
    indicator: 'Indicador',
    break: 'Ruptura de la serie',
    breakdown: 'Desglose',
  },
  breakCodes: { break: 'empieza una nueva forma de contar', 'no-break': 'contado como antes' },
  blank: '(en blanco)',
  rows: (n) => counted(n, { one: '# fila y su cifra esperan', other: '# filas y sus cifras esperan' }),
  inColumn: (name) => `en la columna «${name}»`,
  sample: (row) => `fila ${row}`,
  proposals: 'Lo que puede significar',
  noProposal: 'Nada de lo conocido se le parece.',
  reasons: esReasons,
  other: 'otro código',
  otherTitle: 'Código',
  total: 'el total',
  notCode: 'no es un código: rechazar sus filas',
  later: 'más tarde',
  undo: 'deshacer la última',
  keys: '1–9 toma una propuesta, Intro la primera, c otro código, t el total, n no es un código, l más tarde, u deshace la última, las flechas mueven, s guarda.',
  said: (what) => `Decidido: ${what}`,
  saidLater: 'Se deja para más tarde',
  noSuchProposal: (n) => `No hay propuesta ${n}.`,
  noTotal: 'Esto no puede ser el total.',
  nothingToUndo: 'Todavía no se ha decidido nada.',
  wasLast: 'Era la última palabra.',
  decided: (n) =>
    counted(n, {
      one: '# decisión aún no se ha guardado.',
      other: '# decisiones aún no se han guardado.',
    }),
  store: (n) => `Guardar (${n})`,
  storing: 'Guardando…',
  following: 'Las filas están entrando…',
  came: (came, refused, waiting) =>
    `Filas que entraron: ${number(came)}; rechazadas: ${refused}; aún pendientes: ${waiting}.`,
  problem: (round) => `La ronda ${round} no sigue las decisiones: `,
  goOn: 'Continuar con el resto',
  standing: (n) => `Decidido hasta ahora (${n})`,
  word: 'Palabra',
  meaning: 'Significado',
  by: 'Por',
  askAnew: 'Preguntar de nuevo',
  undoTitle: 'Deshacer una importación',
  undoIntro:
    'La última importación de una ronda se deshace de una sola vez: desde hoy todo cuenta como si no hubiera llegado. Los días anteriores la siguen mostrando.',
  undoRound: 'Ronda',
  undoNoRounds: 'Este conjunto de datos no tiene ninguna ronda. Importe primero un archivo.',
  undoReason: 'Motivo, tal como lo dirán sus eventos',
  undoShow: 'Mostrar lo que se desharía',
  undoWhat: (name, events, respondents) =>
    `«${name}»: ${counted(events, { one: 'deja de contar # evento', other: 'dejan de contar # eventos' })}; encuestados: ${number(respondents)}.`,
  undoChanged: (names) =>
    `Desde entonces se modificaron respuestas a mano, y eso también desaparece: ${names}.`,
  undoMeant: 'Estos cambios también pueden desaparecer',
  undo2: 'Deshacer la importación',
  undoReasonNeeded: 'Diga primero por qué.',
  undone: (name) => `Se deshizo «${name}».`,
};
