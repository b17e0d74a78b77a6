/** The words of inconsistencies and discrepancies, in Spanish. */
import type { enChecks } from '../en/checks.js';

export const esChecks: typeof enChecks = {
  kind: 'Tipo',
  allKinds: 'Todos los tipos',
  allRespondents: 'Todos los encuestados',
  allIndicators: 'Todos los indicadores',
  state: 'Situación',
  states: { all: 'todas', open: 'aún no examinadas', seen: 'examinadas' },
  seen: 'Examinada',
  seenNote: 'Lo que ha examinado se recuerda solo en este navegador.',
  count: (shown, all) => `Se muestran ${shown} de ${all}`,
  noneOfChoice: 'Ninguna corresponde a esta elección. Elija otro tipo, encuestado o situación.',
  noDiscrepancies:
    'No hay dos conjuntos de datos que den cifras distintas para lo mismo. Si hay uno solo, no hay nada que comparar: importe otro (npm run import).',
  onlyFirst: (shown) => `Se muestran los primeros ${shown}. Elija un encuestado para ver todos los suyos.`,
  difference: 'Diferencia',
  what: 'Objeto',
  sentence: {
    'cited-but-not-listed': (paragraphs, list) =>
      `Se cita en los párrafos ${paragraphs}, pero no figura entre los que respondieron según el párrafo ${list}.`,
    'listed-but-not-cited': (list) =>
      `Figura en el párrafo ${list} entre los que respondieron, pero en ninguna parte se da ninguna cifra ni conclusión suya.`,
    'name-spelt-otherwise': (written, list, name) =>
      `«${written}», en el párrafo ${list}, no es un nombre habitual; se entendió como ${name}, el único parecido.`,
    'part-exceeds-whole': ['', ' suman ', ' o más, pero ', ' es ', ' como máximo.'],
    'conflicting-figures': ['', ' figura como ', '; no se elige ninguna.'],
    and: ' y como ',
    plus: ' + ',
    'figure-not-applicable': ['', ' se declara no aplicable, pero ', ' cuenta algo.'],
    'implied-finding-missing': (topic, implied) =>
      `Figura en «${topic}», lo que se dice de los que figuran en «${implied}»; pero allí no está.`,
  },
};
