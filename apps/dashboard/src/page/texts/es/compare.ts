/** The words of States compared with one another, in Spanish. */
import { countedIn } from '../counted.js';
import type { enCompare } from '../en/compare.js';

const counted = countedIn('es');

export const esCompare: typeof enCompare = {
  parts: { directions: 'Dónde aumenta o disminuye', crossing: 'Dos indicadores cruzados' },
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
};
