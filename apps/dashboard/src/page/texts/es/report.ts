/** The words of the report's view, in Spanish. */
import type { enReport } from '../en/report.js';

export const esReport: typeof enReport = {
  claim: 'En qué se basa',
  choose: 'Elija un número, una lista o una frase subrayada: aquí se muestra en qué se basa.',
  open: (open, all) => `Enunciados a los que las respuestas no permiten responder: ${open} de ${all}`,
  query: 'Pregunta',
  text: 'Resultado',
  asOf: 'Según lo recibido al',
  position: 'Posición',
  reason: 'Por qué no hay resultado',
  cells: 'Cifras y conclusiones',
  events: 'Eventos',
  more: (count) => `y ${count} más`,
  reasons: {
    'unknown-code': 'código desconocido',
    'no-data': 'sin datos',
    'not-known': 'no se sabe de esta ronda',
    'conflicting-figures': 'cifras contradictorias',
    'under-five-points': 'menos de cinco cifras anuales',
    'no-number': 'ningún número con el que calcular',
  },
};
